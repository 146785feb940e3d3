import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { computeCompanyNotices } from '../../jobs/notices/compute-company-notices.ts';
import type { WorkerServices } from '../../jobs/worker-services.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { testWorkerServices } from '../../testing/worker.ts';
import { addPerson } from '../persons/add-people.ts';
import { endPerson } from '../persons/end-person.ts';
import { erasePerson } from '../persons/erase-person.ts';
import { extendLoan, find, giveBack, handOver, lend, reportLost, retire } from './custody-moves.ts';
import { getCustody, heldBy, listCustody } from './list-custody.ts';
import { addCustody, changeCustody, handOverAll } from './record-custody.ts';

let product: TestProduct;
let worker: WorkerServices;
let company: TestCompany & { licenceId: string };
let clerk: string;
let boss: string;
beforeAll(async () => {
  product = await createTestProduct();
  worker = testWorkerServices(product);
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  const record = {
    type: 'full-time',
    contractFrom: '2024-01-01',
    contractTo: null,
    leftOn: null,
    insurance: null,
    management: null,
  };
  const add = async (name: string) =>
    (await addPerson(company.ctx, { name, records: [{ list: 'employments', record }] })).personId;
  [clerk, boss] = [await add('赵文员'), await add('钱经理')];
});

const add = (more: object = {}) =>
  addCustody(company.ctx, {
    kind: 'original',
    licenceId: company.licenceId,
    label: '许可证正本',
    place: '三楼档案柜',
    keeper: { type: 'person', personId: clerk },
    on: '2026-01-05',
    ...more,
  });
const get = (itemId: string) => getCustody(company.ctx, { itemId });
const firm = { type: 'organisation', name: '诚信咨询' };
const lent = async () => {
  const { itemId } = await add();
  await lend(company.ctx, { itemId, version: 1, to: firm, on: '2026-11-02', dueOn: '2026-11-20', purpose: '办理变更' });
  return itemId;
};
const told = async () =>
  (
    await product.database.admin.query<{ stage: string; content: object }>(
      `select stage, content from app.notice where tenant_id = $1 and kind = 'custody' and channel = 'in-app' order by created_at, stage`,
      [company.tenantId],
    )
  ).rows;
const night = () => computeCompanyNotices(worker, 'night', { tenantId: company.tenantId, actorId: null, payload: {} });

describe('custody', () => {
  it('says where a thing is and who answers for it, and keeps every change of hands', async () => {
    const itemId = await lent();
    expect(await get(itemId)).toMatchObject({
      state: 'lent',
      place: '三楼档案柜',
      keeper: { type: 'person', personId: clerk, name: '赵文员' },
      loan: { to: { type: 'organisation', name: '诚信咨询' }, since: '2026-11-02', dueOn: '2026-11-20', overdue: true },
      licence: { id: company.licenceId },
    });
    await extendLoan(company.ctx, { itemId, version: 2, dueOn: '2026-12-01', reason: '补材料' });
    expect((await get(itemId)).loan).toMatchObject({ dueOn: '2026-12-01', overdue: false });
    await giveBack(company.ctx, { itemId, version: 3, on: '2026-11-24' });
    await handOver(company.ctx, { itemId, version: 4, to: { type: 'person', personId: boss }, on: '2026-11-24' });
    const { history, ...now } = await get(itemId);
    expect(now).toMatchObject({ state: 'kept', loan: null, keeper: { name: '钱经理' } });
    expect(history.map(({ move, from, to }) => [move, from?.name ?? null, to?.name ?? null])).toEqual([
      ['hand-over', '赵文员', '钱经理'],
      ['give-back', '诚信咨询', '赵文员'],
      ['extend-loan', null, '诚信咨询'],
      ['lend', '赵文员', '诚信咨询'],
      ['record', null, '赵文员'],
    ]);
  });

  it('may be lost, found and retired; what is lost is with nobody, what is retired moves no more', async () => {
    const itemId = await lent();
    await reportLost(company.ctx, { itemId, version: 2, on: '2026-11-23', reason: '快递遗失' });
    expect(await get(itemId)).toMatchObject({ state: 'lost', loan: null });
    await find(company.ctx, { itemId, version: 3, on: '2026-11-24' });
    await retire(company.ctx, { itemId, version: 4, on: '2026-11-24', reason: '换发新证，已交回' });
    const again = handOver(company.ctx, { itemId, version: 5, to: firm, on: '2026-11-24' });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each<[string, (itemId: string) => Promise<unknown>, object]>([
    [
      'a stale version',
      (itemId) => giveBack(company.ctx, { itemId, version: 1, on: '2026-11-24' }),
      { code: 'conflict', fields: [{ path: 'version' }] },
    ],
    [
      'lending what is lent',
      (itemId) =>
        lend(company.ctx, { itemId, version: 2, to: firm, on: '2026-11-24', dueOn: '2026-11-25', purpose: 'x' }),
      { code: 'conflict' },
    ],
    [
      'a return before the loan',
      (itemId) => giveBack(company.ctx, { itemId, version: 2, on: '2026-11-01' }),
      { fields: [{ path: 'on' }] },
    ],
    [
      'a return to come',
      (itemId) => giveBack(company.ctx, { itemId, version: 2, on: '2026-11-25' }),
      { fields: [{ path: 'on' }] },
    ],
    [
      'a loan that ends before it begins',
      (itemId) => extendLoan(company.ctx, { itemId, version: 2, dueOn: '2026-11-01', reason: 'x' }),
      { fields: [{ path: 'dueOn' }] },
    ],
    [
      'a keeper who is not there',
      (itemId) =>
        handOver(company.ctx, {
          itemId,
          version: 2,
          to: { type: 'person', personId: `per_${'1'.repeat(32)}` },
          on: '2026-11-24',
        }),
      { fields: [{ path: 'to.personId' }] },
    ],
  ])('%s is refused and changes nothing', async (_name, work, refusal) => {
    const itemId = await lent();
    const before = await get(itemId);
    await expect(work(itemId)).rejects.toMatchObject(refusal);
    expect(await get(itemId)).toEqual(before);
  });

  it('of another company does not exist, nor can its people or licences be named', async () => {
    const other = await licensedCompany(product);
    const { itemId } = await add();
    await expect(getCustody(other.ctx, { itemId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(changeCustody(other.ctx, { itemId, version: 1, label: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(heldBy(other.ctx, { personId: clerk })).rejects.toMatchObject({ code: 'not-found' });
    const foreign = { kind: 'copy', label: 'a', keeper: firm, on: '2026-11-24' };
    await expect(addCustody(other.ctx, { ...foreign, licenceId: company.licenceId })).rejects.toMatchObject({
      fields: [{ path: 'licenceId' }],
    });
    const keeper = { type: 'person', personId: clerk };
    await expect(addCustody(other.ctx, { ...foreign, keeper })).rejects.toMatchObject({
      fields: [{ path: 'keeper.personId' }],
    });
  });
});

describe('somebody who leaves', () => {
  it('is asked for what they hold, and all of it goes on in one step', async () => {
    const { itemId: kept } = await add();
    const { itemId: account } = await add({ kind: 'account', label: '电信业务综合管理平台账号' });
    const { itemId: borrowed } = await add({ kind: 'copy', label: '副本', keeper: { type: 'place', name: '档案室' } });
    const toClerk = { to: { type: 'person', personId: clerk }, on: '2026-11-01', dueOn: '2026-12-31', purpose: '投标' };
    await lend(company.ctx, { itemId: borrowed, version: 1, ...toClerk });
    expect((await heldBy(company.ctx, { personId: clerk })).items).toHaveLength(3);
    const all = { personId: clerk, to: { type: 'person', personId: boss }, on: '2026-11-24', note: '离职交接' };
    expect(await handOverAll(company.ctx, all)).toMatchObject({ moved: 3 });
    expect((await heldBy(company.ctx, { personId: clerk })).items).toEqual([]);
    for (const itemId of [kept, account]) expect((await get(itemId)).keeper.name).toBe('钱经理');
    expect(await get(borrowed)).toMatchObject({ state: 'kept', keeper: { name: '档案室' } });
  });

  it('and still holds something is noticed once; an overdue loan every week; nobody is named', async () => {
    await lent();
    await endPerson(company.ctx, { personId: clerk, version: 1, on: '2026-11-22' });
    expect((await listCustody(company.ctx, {})).items[0]).toMatchObject({ keeperHasLeft: true });
    await night();
    await night();
    product.setNow('2026-11-30T10:00:00+08:00');
    await night();
    expect((await told()).map(({ stage }) => stage)).toEqual(['left:2', 'overdue0@2026-11-20', 'overdue1@2026-11-20']);
    expect(JSON.stringify(await told())).not.toContain('赵文员');
    expect((await listCustody(company.ctx, { overdue: true })).items).toHaveLength(1);
  });

  it('may be erased: the thing and its history stay, without the person', async () => {
    const { itemId } = await add();
    await handOver(company.ctx, { itemId, version: 1, to: { type: 'person', personId: boss }, on: '2026-11-24' });
    await erasePerson(company.ctx, { personId: clerk, version: 1, name: '赵文员', reason: 'asked-by-the-person' });
    const { history, keeper } = await get(itemId);
    expect(keeper.name).toBe('钱经理');
    expect(history.map(({ from }) => from?.name ?? null)).toEqual([null, null]);
    const { rows } = await product.database.admin.query(
      'select person_id from app.custody_person where tenant_id = $1',
      [company.tenantId],
    );
    expect(rows).toHaveLength(1);
  });
});
