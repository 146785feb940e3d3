import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { assignment, contract } from '../../testing/roster.ts';
import { addRecord } from '../roster/add-records.ts';
import { addPeople, addPerson } from './add-people.ts';
import { changePerson } from './change-person.ts';
import { endPerson } from './end-person.ts';
import { findPerson, getPerson, listPeople } from './list-people.ts';

const ID_NUMBER = '11010519491231002X';
const OTHER_ID = '440524188001010014';

let product: TestProduct;
let company: TestCompany;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await product.company();
});

const add = (more: object = {}) => addPerson(company.ctx, { name: '张三', ...more });
const own = ({ list, record }: { list: string; record: object }) => ({ list, record: withoutPersonId(record) });
const withoutPersonId = (record: object) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'personId'));

describe('a person', () => {
  it('is entered with contract and posts, and listed with everything masked', async () => {
    const records = [own(contract('')), own(assignment(''))];
    const { personId, created } = await add({
      idNumber: ID_NUMBER,
      phones: ['138 1234 5678', '025-84200001'],
      email: 'zhangsan@example.cn',
      identityOnFile: true,
      records,
    });
    expect(created).toBe(true);
    const [row] = (await listPeople(company.ctx, {})).items;
    expect(row).toMatchObject({
      id: personId,
      idNumber: '1****************X',
      phones: [{ number: '138****5678' }, { number: '025****0001' }],
      email: 'z***@example.cn',
      status: 'employed',
      employment: { type: 'full-time', from: '2024-01-01', to: null },
      posts: [{ post: 'security-staff', share: 100 }],
    });
    const detail = await getPerson(company.ctx, { personId });
    expect(detail.records.map(({ entry }) => entry.list).sort()).toEqual(['assignments', 'employments']);
    expect(detail.history).toMatchObject([{ version: 1, by: { name: '王小明' } }]);
  });

  it.each<[string, object, string]>([
    ['a wrong check character', { idNumber: '110105194912310021' }, 'idNumber'],
    ['a birthday that does not exist', { idNumber: '110105194902310026' }, 'idNumber'],
    ['seventeen digits', { idNumber: '11010519491231002' }, 'idNumber'],
    ['words for a phone', { phones: ['12345678901', 'call me'] }, 'phones.1'],
    ['the same phone twice, written otherwise', { phones: ['13812345678', '+86 138-1234-5678'] }, 'phones.1'],
    ['no mail address', { email: 'zhangsan' }, 'email'],
    ['no name', { name: ' ' }, 'name'],
    [
      'a contract that ends before it begins',
      { records: [own(contract('', { contractTo: '2020-01-01' }))] },
      'records.0.record.contractTo',
    ],
  ])('with %s is refused at its place, without repeating it', async (_name, more, path) => {
    const error: { fields: unknown } = await add(more).catch((e) => e);
    expect(error).toMatchObject({ code: 'invalid-input', fields: [{ path }] });
    expect(JSON.stringify(error.fields)).not.toMatch(/\d{11}/);
    expect((await listPeople(company.ctx, {})).items).toEqual([]);
  });

  it('takes the number of another paper', async () => {
    await add({ idNumber: 'E 1234 5678' });
    expect((await findPerson(company.ctx, { idNumber: 'e12345678' })).items).toHaveLength(1);
  });

  it('is one person: the same identity number for another is refused, in another company it is not', async () => {
    await add({ idNumber: ID_NUMBER });
    await expect(addPerson(company.ctx, { name: '李四', idNumber: ID_NUMBER.toLowerCase() })).rejects.toMatchObject({
      fields: [{ path: 'idNumber', message: { zh: expect.stringContaining('张三') } }],
    });
    await addPerson((await product.company()).ctx, { name: '李四', idNumber: ID_NUMBER });
  });

  it('entered twice at once under one number is stored once', async () => {
    const both = await Promise.allSettled([1, 2].map(() => add({ idNumber: ID_NUMBER })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await listPeople(company.ctx, {})).items).toHaveLength(1);
  });
});

describe('a known external reference', () => {
  it('brings the person to what is given, and the same again changes nothing', async () => {
    const row = {
      externalRef: 'HR-1',
      idNumber: ID_NUMBER,
      phones: ['13812345678'],
      email: 'a@example.cn',
      records: [own(contract(''))],
    };
    const first = await add(row);
    const again = await add(row);
    expect(again).toMatchObject({ personId: first.personId, version: 1, created: false, changed: [], records: 0 });
    const moved = await add({ ...row, name: '张三丰', phones: ['13912345678'], idNumber: undefined });
    expect(moved).toMatchObject({ personId: first.personId, version: 2, changed: ['name', 'phones'] });
    expect((await listPeople(company.ctx, {})).items).toMatchObject([
      { name: '张三丰', idNumber: '1****************X', phones: [{ number: '139****5678' }] },
    ]);
    const { rows } = await product.database.admin.query(
      `select action from app.audit_event where tenant_id = $1 and action like 'person.%' order by at, id`,
      [company.tenantId],
    );
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['person.added', 'person.changed']));
    expect(rows).toHaveLength(2);
  });

  it('works row by row: good rows are stored, the others say where they are wrong', async () => {
    const { results, stored } = await addPeople(company.ctx, {
      rows: [
        { name: '甲', externalRef: 'HR-1', idNumber: ID_NUMBER },
        { name: '乙', externalRef: 'HR-2', idNumber: ID_NUMBER },
        { name: '丙', externalRef: 'HR-3', phones: ['x'] },
        { name: '甲', externalRef: 'HR-1', email: 'a@example.cn' },
        { name: '丁', externalRef: 'HR-4', idNumber: OTHER_ID },
      ],
    });
    expect(results.map(({ errors }) => errors.map(({ path }) => path))).toEqual([
      [],
      ['idNumber'],
      ['phones.0'],
      [],
      [],
    ]);
    expect([stored, results[3]?.created, results[3]?.personId === results[0]?.personId]).toEqual([3, false, true]);
    const people = (await listPeople(company.ctx, {})).items;
    expect(people.map(({ name, version }) => `${name}${version}`).sort()).toEqual(['丁1', '甲2']);
  });
});

describe('finding', () => {
  it('by a full number works through the blind index, however it is written', async () => {
    const { personId } = await add({ idNumber: ID_NUMBER, phones: ['13812345678'] });
    await addPerson(company.ctx, { name: '李四', idNumber: OTHER_ID });
    for (const query of [{ idNumber: ' 110105 19491231 002x' }, { phone: '+86 138 1234 5678' }])
      expect((await findPerson(company.ctx, query)).items.map(({ id }) => id)).toEqual([personId]);
    expect((await findPerson((await product.company()).ctx, { idNumber: ID_NUMBER })).items).toEqual([]);
    await expect(findPerson(company.ctx, {})).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('lists by words, state and post, page by page, losing nobody', async () => {
    for (let i = 1; i <= 5; i += 1) {
      product.setNow(`2026-11-24T10:0${i}:00+08:00`);
      const { personId } = await addPerson(company.ctx, { name: `员工${i}` });
      if (i <= 3) await addRecord(company.ctx, { entry: contract(personId, i === 3 ? { leftOn: '2026-10-31' } : {}) });
      if (i === 1) await addRecord(company.ctx, { entry: assignment(personId) });
    }
    const names = async (input: object) => (await listPeople(company.ctx, input)).items.map(({ name }) => name);
    expect(await names({})).toEqual(['员工5', '员工4', '员工3', '员工2', '员工1']);
    expect(await names({ status: 'employed' })).toEqual(['员工2', '员工1']);
    expect(await names({ status: 'left' })).toEqual(['员工3']);
    expect(await names({ post: 'security-staff' })).toEqual(['员工1']);
    expect(await names({ search: '工4' })).toEqual(['员工4']);
    expect(await names({ search: '%' })).toEqual([]);
    const first = await listPeople(company.ctx, { limit: 3 });
    const second = await listPeople(company.ctx, { limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ name }) => name)).toHaveLength(5);
    expect(second.nextCursor).toBeNull();
  });
});

describe('a change', () => {
  it('leaves what is not named, takes away what is null, and keeps its history', async () => {
    const { personId } = await add({ idNumber: ID_NUMBER, phones: ['13812345678'], email: 'a@example.cn' });
    const { version, changed } = await changePerson(company.ctx, { personId, version: 1, name: '张三丰', email: null });
    expect([version, changed]).toEqual([2, ['name', 'email']]);
    const detail = await getPerson(company.ctx, { personId });
    expect(detail).toMatchObject({ name: '张三丰', email: null, idNumber: '1****************X', phones: [{}] });
    expect(detail.history.map((entry) => entry.changed)[0]).toEqual(['name', 'email']);
    await changePerson(company.ctx, { personId, version: 2, phones: null });
    expect((await getPerson(company.ctx, { personId })).phones).toBeNull();
    await changePerson(company.ctx, { personId, version: 3, phones: [] });
    expect((await getPerson(company.ctx, { personId })).phones).toEqual([]);
  });

  it('of an older version is a conflict, and to the number or reference of somebody else is refused', async () => {
    const { personId } = await add({ idNumber: ID_NUMBER, externalRef: 'HR-1' });
    const other = await addPerson(company.ctx, { name: '李四' });
    const change = (more: object) => changePerson(company.ctx, { personId: other.personId, version: 1, ...more });
    await expect(change({ idNumber: ID_NUMBER })).rejects.toMatchObject({ fields: [{ path: 'idNumber' }] });
    await expect(change({ externalRef: 'HR-1' })).rejects.toMatchObject({ fields: [{ path: 'externalRef' }] });
    await changePerson(company.ctx, { personId, version: 1, name: '张' });
    await expect(changePerson(company.ctx, { personId, version: 1, name: '章' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('of somebody of another company is not found', async () => {
    const { personId } = await add();
    const other = await product.company();
    for (const useCase of [getPerson, changePerson, endPerson])
      await expect(
        useCase(other.ctx, {
          personId,
          ...(useCase === getPerson ? {} : { version: 1 }),
          ...(useCase === endPerson ? { on: '2026-12-01' } : {}),
        }),
      ).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('who leaves is ended in contract and posts; what ended before stays', async () => {
  const { personId } = await add();
  await addRecord(company.ctx, { entry: contract(personId) });
  await addRecord(company.ctx, { entry: assignment(personId, { share: 50 }) });
  await addRecord(company.ctx, { entry: assignment(personId, { share: 50, post: 'anti-fraud', to: '2026-06-30' }) });
  expect(await endPerson(company.ctx, { personId, version: 1, on: '2026-12-31' })).toMatchObject({ ended: 2 });
  const { records, nextEnd } = await getPerson(company.ctx, { personId });
  expect(records.map(({ validTo }) => String(validTo)).sort()).toEqual(['2026-06-30', '2026-12-31', '2026-12-31']);
  expect(nextEnd?.on).toBe('2026-12-31');
  await expect(endPerson(company.ctx, { personId, version: 1, on: '2026-12-31' })).rejects.toMatchObject({
    fields: [{ path: 'on' }],
  });
});
