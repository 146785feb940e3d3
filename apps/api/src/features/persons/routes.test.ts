import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { itRefuses, type KeyedCompany, keyedCompany, type Sample, send } from '../../testing/rest.ts';
import { contract } from '../../testing/roster.ts';
import { addRecord } from '../roster/add-records.ts';
import { rosterRoutes } from '../roster/routes.ts';
import { staffingRoutes } from '../staffing/routes.ts';
import { addPerson } from './add-people.ts';
import { peopleRoutes } from './routes.ts';

let product: TestProduct;
let two: { own: KeyedCompany; other: KeyedCompany };
const people = new Map<string, string>();
const records = new Map<string, string>();
beforeAll(async () => {
  product = await createTestProduct();
  two = { own: await keyedCompany(product), other: await keyedCompany(product) };
  for (const { ctx, companyId } of [two.own, two.other]) {
    const { personId } = await addPerson(ctx, {
      name: '张三',
      phones: ['13812345678'],
      idNumber: '11010519491231002X',
    });
    people.set(companyId, personId);
    records.set(companyId, (await addRecord(ctx, { entry: contract(personId) })).recordId);
  }
});
afterAll(() => product.drop());

const at = (suffix: string) => (company: KeyedCompany) => `/companies/${company.companyId}${suffix}`;
const personIn = ({ companyId }: KeyedCompany) => people.get(companyId) ?? `per_${'1'.repeat(32)}`;
const recordIn = ({ companyId }: KeyedCompany) => records.get(companyId) ?? `ros_${'1'.repeat(32)}`;
const person = (company: KeyedCompany, id: string) => at(`/people/${id}`)(company);
const departure = (company: KeyedCompany, id: string) => `${person(company, id)}/departure`;
const end = (company: KeyedCompany, id: string) => at(`/roster-records/${id}/end`)(company);
const ended = () => ({ version: 1, on: '2027-12-31' });
const samples: Record<string, Omit<Sample, 'operation'>> = {
  listPeople: { path: at('/people') },
  savePerson: { path: at('/people'), body: () => ({ name: '李四' }) },
  savePeople: { path: at('/people/batch'), body: () => ({ rows: [{ name: '李四' }] }) },
  getPerson: { path: (company) => person(company, personIn(company)), pathTo: person, idIn: personIn },
  endPerson: {
    path: (company) => departure(company, personIn(company)),
    body: ended,
    pathTo: departure,
    idIn: personIn,
  },
  listRosterRecords: { path: at('/roster-records') },
  addRosterRecord: {
    path: at('/roster-records'),
    body: (company) => ({
      entry: { list: 'trainings', record: { personId: personIn(company), kind: 'other', on: '2026-05-04' } },
    }),
  },
  endRosterRecord: { path: (company) => end(company, recordIn(company)), body: ended, pathTo: end, idIn: recordIn },
  checkStaffing: { path: at('/staffing/check') },
  listStaffingGaps: { path: at('/staffing/gaps') },
};
const operations = [...peopleRoutes, ...rosterRoutes, ...staffingRoutes];

describe.each(operations.map((operation) => ({ id: operation.id, operation })))('$id answers', ({ id, operation }) => {
  const sample = samples[id];
  if (!sample) throw new Error(`no sample for ${id}`);
  itRefuses(
    () => product,
    () => two,
    { operation, ...sample },
  );
});

describe('people over REST', () => {
  const get = (path: string) => send(product.app, 'GET', path, { key: two.own.key });
  const post = (path: string, body: unknown) => send(product.app, 'POST', path, { key: two.own.key, body });

  it('are pushed by reference, again without effect, and read with numbers masked', async () => {
    const row = { externalRef: 'HR-9', name: '王五', phones: ['13912345678'], idNumber: 'E12345678' };
    const made = await post(at('/people')(two.own), row);
    expect(made).toMatchObject({ status: 201, body: { created: true, version: 1 } });
    expect(await post(at('/people')(two.own), row)).toMatchObject({
      status: 201,
      body: { created: false, changed: [] },
    });
    const read = await get(made.headers.get('location')?.replace('/api/v1', '') ?? '');
    expect(read).toMatchObject({
      status: 200,
      body: { name: '王五', idNumber: 'E*******8', phones: [{ number: '139****5678' }] },
    });
    expect(JSON.stringify((await get(at('/people')(two.own))).body)).not.toMatch(/13912345678|E12345678/);
  });

  it('say at which place a row is wrong', async () => {
    const answer = await post(at('/people')(two.own), { name: '赵六', idNumber: '110105194912310021' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/idNumber' }] } });
    expect(JSON.stringify(answer.body)).not.toContain('110105194912310021');
  });

  it('are checked on any day', async () => {
    const answer = await get(`${at('/staffing/check')(two.own)}?on=2027-06-30`);
    expect(answer).toMatchObject({
      status: 200,
      body: { on: '2027-06-30', licences: [{ licenceId: two.own.licenceId }] },
    });
  });
});
