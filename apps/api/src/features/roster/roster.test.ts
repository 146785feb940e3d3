import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-transaction.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { assignment, contract } from '../../testing/roster.ts';
import { addPerson } from '../persons/add-people.ts';
import { addRecord, addRecords } from './add-records.ts';
import { changeRecord, endRecord, withdrawRecord } from './change-record.ts';
import { keepList, keptLists } from './keep-list.ts';
import { listRoster, recordHistory } from './list-roster.ts';
import { readRoster } from './queries.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
let personId: string;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  personId = (await addPerson(company.ctx, { name: '张三' })).personId;
});

const add = (entry: unknown) => addRecord(company.ctx, { entry });
const roster = (before?: string) => withTenant(company.ctx, 'read', (tx) => readRoster(tx, before));
/** Places at which a record is refused. */
const refusedAt = (entry: unknown): Promise<string[]> =>
  add(entry).then(
    () => [],
    (error: { fields: { path: string }[] }) => error.fields.map(({ path }) => path),
  );

describe('a record', () => {
  it('is stored as the domain has it, with the day on which it ends for lists', async () => {
    const { recordId } = await add(contract(personId, { contractTo: '2027-12-31', leftOn: '2026-12-31' }));
    expect((await roster()).employments).toEqual([
      { id: recordId, ...contract(personId).record, contractTo: '2027-12-31', leftOn: '2026-12-31' },
    ]);
    const { items } = await listRoster(company.ctx, { list: 'employments' });
    expect(items).toMatchObject([
      { id: recordId, version: 1, validTo: '2026-12-31', state: 'current', people: { [personId]: '张三' } },
    ]);
    expect((await listRoster(company.ctx, { list: 'employments', on: '2027-01-01' })).items).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a day that does not exist', { contractFrom: '2026-02-30' }, 'entry.record.contractFrom'],
    ['an end before its start', { contractTo: '2020-01-01' }, 'entry.record.contractTo'],
    ['a leaver before the contract', { leftOn: '2020-01-01' }, 'entry.record.leftOn'],
    [
      'insurance that ends before it began',
      { insurance: { from: '2026-05-01', to: '2026-04-30' } },
      'entry.record.insurance.to',
    ],
    ['nobody', { personId: `per_${'0'.repeat(32)}` }, 'entry.record.personId'],
    ['a text for a person', { personId: '张三' }, 'entry.record.personId'],
  ])('with %s is refused at its place', async (_name, change, path) => {
    expect(await refusedAt({ list: 'employments', record: { ...contract(personId).record, ...change } })).toEqual([
      path,
    ]);
    expect((await roster()).employments).toEqual([]);
  });

  it('that names somebody of another company is refused in the same words as for nobody', async () => {
    const other = await product.company();
    const foreign = (await addPerson(other.ctx, { name: '李四' })).personId;
    const errors = await Promise.all(
      [foreign, `per_${'0'.repeat(32)}`].map((id) =>
        add(contract(id)).catch((error: { fields: unknown }) => error.fields),
      ),
    );
    expect(errors[0]).toEqual(errors[1]);
    expect(errors[0]).toMatchObject([{ path: 'entry.record.personId' }]);
  });

  it('with a province that is none, or an unknown post, is refused', async () => {
    expect(await refusedAt(assignment(personId, { province: '粵' }))).toEqual(['entry.record.province']);
    expect(await refusedAt(assignment(personId, { post: 'king' }))).toEqual(['entry.record.post']);
  });
});

describe('double records', () => {
  it('two contracts of one person in one time are refused, one after the other is not', async () => {
    await add(contract(personId, { contractFrom: '2024-01-01', contractTo: '2026-12-31' }));
    expect(await refusedAt(contract(personId, { contractFrom: '2026-12-31' }))).toEqual(['entry.record.contractFrom']);
    await add(contract(personId, { contractFrom: '2027-01-01' }));
  });

  it('a leaver makes room from the next day on', async () => {
    await add(contract(personId, { contractTo: '2027-12-31', leftOn: '2026-10-31' }));
    await add(contract(personId, { contractFrom: '2026-11-01' }));
    expect((await roster()).employments).toHaveLength(2);
  });

  it('the same post twice is refused; in another province it is another post', async () => {
    await add(assignment(personId, { share: 50, province: '苏' }));
    expect(await refusedAt(assignment(personId, { share: 10, province: '苏' }))).toEqual(['entry.record.post']);
    await add(assignment(personId, { share: 50, province: '浙' }));
  });

  it('more than the whole working time on any day is refused, naming the first such day', async () => {
    await add(assignment(personId, { share: 60, from: '2026-01-01', to: '2026-06-30' }));
    await add(assignment(personId, { share: 60, post: 'anti-fraud', from: '2026-07-01' }));
    await expect(
      add(assignment(personId, { share: 41, post: 'work-safety', from: '2026-06-01' })),
    ).rejects.toMatchObject({
      fields: [{ path: 'entry.record.share', message: { en: expect.stringContaining('2026-06-01') } }],
    });
    await add(assignment(personId, { share: 40, post: 'work-safety', from: '2026-06-01' }));
    await add(assignment(personId, { share: null, post: 'technical', from: '2026-06-01' }));
  });

  it('a second body of a kind, and the same training again, are refused', async () => {
    const body = { kind: 'security-body', from: '2026-01-01', to: null, headId: personId, headSince: null };
    const rest = { appointedOn: null, members: [] };
    await add({ list: 'bodies', record: { ...body, ...rest } });
    expect(await refusedAt({ list: 'bodies', record: { ...body, ...rest, from: '2026-03-01' } })).toEqual([
      'entry.record.kind',
    ]);
    const training = { list: 'trainings', record: { personId, kind: 'security', on: '2026-03-01' } };
    await add(training);
    expect(await refusedAt(training)).toEqual(['entry.record.on']);
  });
});

describe('a correction', () => {
  it('keeps what was known before, and a past day shows it', async () => {
    const { recordId } = await add(contract(personId, { contractTo: '2026-12-31' }));
    product.setNow('2026-11-26T10:00:00+08:00');
    const entry = contract(personId, { contractTo: '2027-12-31' });
    expect(await changeRecord(company.ctx, { recordId, version: 1, entry })).toMatchObject({ version: 2 });
    expect((await roster()).employments).toMatchObject([{ contractTo: '2027-12-31' }]);
    expect((await roster('2026-11-25T00:00:00+08:00')).employments).toMatchObject([{ contractTo: '2026-12-31' }]);
    expect((await roster('2026-11-24T00:00:00+08:00')).people).toEqual([]);
    const { items } = await recordHistory(company.ctx, { recordId });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    expect(items[1]).toMatchObject({ supersededAt: '2026-11-26T02:00:00.000Z', supersededBy: { name: '王小明' } });
  });

  it('of an older version is a conflict, also at once', async () => {
    const { recordId } = await add(contract(personId));
    const both = await Promise.allSettled(
      ['2027-01-31', '2027-02-28'].map((on) => endRecord(company.ctx, { recordId, version: 1, on })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', fields: [{ path: 'version' }] },
    });
  });

  it('that says nothing new makes no new state', async () => {
    const { recordId } = await add(contract(personId));
    expect(await changeRecord(company.ctx, { recordId, version: 1, entry: contract(personId) })).toMatchObject({
      version: 1,
    });
  });

  it('cannot move a record to another list or person', async () => {
    const { recordId } = await add(contract(personId));
    const other = (await addPerson(company.ctx, { name: '李四' })).personId;
    await expect(changeRecord(company.ctx, { recordId, version: 1, entry: contract(other) })).rejects.toMatchObject({
      fields: [{ path: 'entry.record.personId' }],
    });
    await expect(
      changeRecord(company.ctx, { recordId, version: 1, entry: assignment(personId) }),
    ).rejects.toMatchObject({
      fields: [{ path: 'entry.list' }],
    });
  });

  it('withdraws a mistake with its reason; it no longer counts and cannot be changed', async () => {
    const { recordId } = await add(contract(personId));
    await withdrawRecord(company.ctx, { recordId, version: 1, reason: '登记错误' });
    expect((await roster()).employments).toEqual([]);
    expect((await recordHistory(company.ctx, { recordId })).items).toMatchObject([{ reason: '登记错误' }]);
    await expect(endRecord(company.ctx, { recordId, version: 1, on: '2027-01-01' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('of another company is not found', async () => {
    const { recordId } = await add(contract(personId));
    const other = await product.company();
    await expect(recordHistory(other.ctx, { recordId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(endRecord(other.ctx, { recordId, version: 1, on: '2027-01-01' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

it('many rows at once store the good ones and say at which place the others are wrong', async () => {
  const rows = [
    contract(personId),
    contract(personId, { contractFrom: '2026-05-01' }),
    assignment(personId, { share: 70 }),
    assignment(personId, { share: 40, post: 'anti-fraud' }),
    { list: 'trainings', record: { personId, kind: 'security', on: '2026-02-30' } },
  ];
  const { results, stored } = await addRecords(company.ctx, { entries: rows });
  expect(stored).toBe(2);
  expect(results.map(({ recordId, errors }) => [recordId !== null, errors.map(({ path }) => path)])).toEqual([
    [true, []],
    [false, ['record.contractFrom']],
    [true, []],
    [false, ['record.share']],
    [false, ['record.on']],
  ]);
});

it('a list is complete from a day on until that is taken back, never from a day to come', async () => {
  await keepList(company.ctx, { section: 'posts', from: '2026-10-01' });
  expect((await roster()).kept).toEqual({ posts: '2026-10-01' });
  expect((await keptLists(company.ctx, {})).items.find(({ section }) => section === 'posts')).toMatchObject({
    from: '2026-10-01',
  });
  await expect(keepList(company.ctx, { section: 'posts', from: '2026-11-25' })).rejects.toMatchObject({
    fields: [{ path: 'from' }],
  });
  product.setNow('2026-11-24T11:00:00+08:00');
  await keepList(company.ctx, { section: 'posts', from: null });
  expect((await roster()).kept).toEqual({});
});
