import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { regenerateCompany } from '../../jobs/regenerate-company.ts';
import { addLicence, licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { assignment, complaintHandlers, contract } from '../../testing/roster.ts';
import { startTestWorker } from '../../testing/worker.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { addPeople, addPerson } from '../persons/add-people.ts';
import { endPerson } from '../persons/end-person.ts';
import { addRecord } from '../roster/add-records.ts';
import { withdrawRecord } from '../roster/change-record.ts';
import { keepList } from '../roster/keep-list.ts';
import { getRun } from '../schedule/list-runs.ts';
import { checkCompany } from './check-company.ts';
import { listGaps } from './list-gaps.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  await answerFacts(company.ctx, { licenceId: null, answers: [{ key: 'provinces_operating', value: ['苏'] }] });
});

const check = async (input: object = {}) => (await checkCompany(company.ctx, input)).licences[0]?.results ?? [];
const resultOf = async (id: string, input: object = {}) => (await check(input)).find((result) => result.check === id);
const gapItems = async (removed = 'exclude') =>
  (await listOccurrences(company.ctx, { limit: 100, removed })).items.filter((item) =>
    item.key.startsWith('staffing|'),
  );
const keepAll = async (from = '2026-11-01') => {
  for (const section of ['people', 'posts', 'bodies', 'certificates', 'rotas'])
    await keepList(company.ctx, { section, from });
};

describe('the checks', () => {
  it('are all there, and nothing is short while nothing is recorded: what is asked is said', async () => {
    const results = await check();
    expect(new Set(results.map((result) => result.check)).size).toBe(25);
    expect(results.filter(({ outcome }) => outcome === 'short' || outcome === 'met')).toEqual([]);
    for (const { outcome, asks } of results) if (outcome === 'unknown') expect(asks.length).toBeGreaterThan(0);
    expect(await checkCompany(company.ctx, {})).toMatchObject({ hasRoster: false });
    expect(await gapItems()).toEqual([]);
  });

  it('say met with who covers it, short by how many, and why, with clause and mark', async () => {
    const [personId] = await complaintHandlers(company);
    await keepAll();
    const met = await resultOf('S1');
    expect(met).toMatchObject({ clause: expect.stringMatching(/^5/), mark: expect.stringMatching(/^[VEPMO]$/) });
    expect(met?.coveredBy.map(({ id }) => id)).toContain(personId);
    expect(met?.coveredBy[0]?.name).toMatch(/^客服/);
    const short = await resultOf('S2');
    expect(short).toMatchObject({ outcome: 'short', shortBy: expect.any(Number) });
    expect(short?.shortBy).toBeGreaterThan(0);
    expect(short?.requirements.length).toBeGreaterThan(0);
  });

  it('hold on any day: before the post began it is not there, after somebody has left it is short', async () => {
    const [personId, deputy] = await complaintHandlers(company);
    await keepAll('2025-06-01');
    for (const id of [personId, deputy]) await endPerson(company.ctx, { personId: id, version: 1, on: '2027-03-31' });
    const outcomes = [];
    for (const on of ['2025-12-31', '2026-11-24', '2027-03-31', '2027-04-01'])
      outcomes.push((await resultOf('S1', { on }))?.shortBy);
    expect(outcomes.map((shortBy) => (shortBy ?? 0) > 0)).toEqual([true, false, false, true]);
  });

  it('do not count somebody twice where the rule wants all of the time of a person', async () => {
    const { personId } = await addPerson(company.ctx, {
      name: '安全员',
      phones: ['13900000001'],
      identityOnFile: true,
    });
    await addRecord(company.ctx, { entry: contract(personId) });
    await addRecord(company.ctx, { entry: assignment(personId, { share: 60 }) });
    await keepAll();
    const half = (await resultOf('S2'))?.shortBy ?? 0;
    const other = await addPerson(company.ctx, { name: '专职', phones: ['13900000002'], identityOnFile: true });
    await addRecord(company.ctx, { entry: contract(other.personId) });
    await addRecord(company.ctx, { entry: assignment(other.personId) });
    const whole = await resultOf('S2');
    expect(whole?.shortBy).toBe(half - 1);
    expect(whole?.requirements.flatMap(({ coveredBy }) => coveredBy.map(({ id }) => id))).toContain(other.personId);
  });

  it('show a past day as it was known then', async () => {
    product.setNow('2026-11-25T09:00:00+08:00');
    await complaintHandlers(company);
    await keepAll('2026-11-20');
    const now = await resultOf('S1', { on: '2026-11-24' });
    const then = await resultOf('S1', { on: '2026-11-24', knownOn: '2026-11-24' });
    expect([now?.coveredBy.length, then?.coveredBy.length, then?.outcome]).toEqual([2, 0, 'unknown']);
    await expect(checkCompany(company.ctx, { knownOn: '2026-11-26' })).rejects.toMatchObject({
      fields: [{ path: 'knownOn' }],
    });
  });

  it('of a licence of another company are not found', async () => {
    const other = await licensedCompany(product);
    await expect(checkCompany(other.ctx, { licenceId: company.licenceId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(listGaps(other.ctx, { licenceId: company.licenceId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a gap', () => {
  it('that a leaver will open opens an item before it happens, which goes when it is mended', async () => {
    const [personId] = await complaintHandlers(company);
    await keepAll();
    const before = (await gapItems()).map(({ key }) => key);
    const { schedule } = await endPerson(company.ctx, { personId, version: 1, on: '2027-01-31' });
    expect(schedule.added).toBeGreaterThan(0);
    const news = (await gapItems()).filter(({ key }) => !before.includes(key));
    expect(news.map(({ key }) => key)).toContain('staffing|S1|company|2027-02-01');
    const item = news.find(({ key }) => key.startsWith('staffing|S1'));
    expect(item).toMatchObject({
      dueRuleId: 'fill-staffing-gap',
      mark: 'O',
      workState: 'open',
      status: expect.any(String),
    });
    expect(item?.title.zh).not.toMatch(/^staffing-/);
    const gap = (await listGaps(company.ctx, {})).items.find(({ key }) => key === item?.key);
    expect(gap).toMatchObject({
      from: '2027-02-01',
      occurrenceId: item?.id,
      licenceIds: [company.licenceId],
      causes: expect.arrayContaining([expect.objectContaining({ person: { id: personId, name: '客服0' } })]),
    });
    const next = await addPerson(company.ctx, { name: '新客服', phones: ['13700000001'], identityOnFile: true });
    await addRecord(company.ctx, { entry: contract(next.personId) });
    const { schedule: mended } = await addRecord(company.ctx, {
      entry: assignment(next.personId, { post: 'complaint-handler', share: 50, from: '2027-02-01' }),
    });
    expect(mended.changes).toContainEqual(expect.objectContaining({ change: 'removed', occurrenceId: item?.id }));
    expect(await getRun(company.ctx, { runId: mended.runId })).toMatchObject({ reason: 'staffing' });
    expect((await gapItems()).map(({ key }) => key)).not.toContain(item?.key);
  });

  it('keeps its key and its item from day to day, and is counted by the night', async () => {
    await complaintHandlers(company);
    await keepAll();
    const before = await gapItems();
    expect(before.length).toBeGreaterThan(0);
    const { boss, worker } = await startTestWorker(product);
    try {
      product.setNow('2026-11-29T00:05:00+08:00');
      const payload = { reason: 'nightly', asOf: '2026-11-29' };
      await regenerateCompany(boss, worker, 'night', { tenantId: company.tenantId, actorId: null, payload });
    } finally {
      await boss.stop({ graceful: false });
    }
    expect((await gapItems()).map(({ id, key }) => `${id} ${key}`)).toEqual(
      before.map(({ id, key }) => `${id} ${key}`),
    );
  });

  it('of two licences is one item that follows from both', async () => {
    await complaintHandlers(company);
    await keepAll();
    const second = await addLicence(company, { number: 'B2-20260001' });
    const items = await gapItems();
    const keys = items.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(items.some(({ licenceIds }) => licenceIds.length === 2 && licenceIds.includes(second))).toBe(true);
    expect((await checkCompany(company.ctx, {})).licences).toHaveLength(2);
  });

  it('that somebody has worked on stays, marked as no longer asked for', async () => {
    const [personId] = await complaintHandlers(company);
    await keepAll();
    await endPerson(company.ctx, { personId, version: 1, on: '2027-01-31' });
    await product.database.admin.query(
      `update app.occurrence set work_state = 'prepared', worked_at = now() where tenant_id = $1 and natural_key = 'staffing|S1|company|2027-02-01'`,
      [company.tenantId],
    );
    product.setNow('2026-11-24T11:00:00+08:00');
    await keepList(company.ctx, { section: 'posts', from: null });
    await keepList(company.ctx, { section: 'people', from: null });
    expect((await gapItems()).find(({ key }) => key === 'staffing|S1|company|2027-02-01')?.removedAt).not.toBeNull();
  });

  it('names nobody in what is stored of it', async () => {
    const [personId] = await complaintHandlers(company);
    await keepAll();
    await endPerson(company.ctx, { personId, version: 1, on: '2027-01-31' });
    const { rows } = await product.database.admin.query<{ row: string }>(
      `select t::text as row from app.occurrence t where tenant_id = $1 union all
       select t::text from app.schedule_change t where tenant_id = $1 union all
       select t::text from app.audit_event t where tenant_id = $1`,
      [company.tenantId],
    );
    expect(rows.filter(({ row }) => row.includes('客服') || row.includes(personId ?? ''))).toEqual([]);
  });

  it('is not looked for beyond three years', async () => {
    await expect(listGaps(company.ctx, { until: '2029-11-25' })).rejects.toMatchObject({ fields: [{ path: 'until' }] });
    await expect(listGaps(company.ctx, { until: '2026-11-23' })).rejects.toMatchObject({ fields: [{ path: 'until' }] });
  });
});

it('a company of five hundred people is read in as many statements as a company of one', async () => {
  const statements = async () => {
    const { ctx } = company;
    let count = 0;
    const pool = new Proxy(ctx.pool, {
      get: (target, name) =>
        name === 'connect'
          ? async () => {
              const client = await target.connect();
              const query = client.query.bind(client);
              client.query = ((...args: unknown[]) => {
                count += 1;
                return (query as (...given: unknown[]) => unknown)(...args);
              }) as typeof client.query;
              const release = client.release.bind(client);
              client.release = (error) => {
                client.query = query;
                release(error);
              };
              return client;
            }
          : Reflect.get(target, name),
    });
    await checkCompany({ ...ctx, pool }, {});
    return count;
  };
  await complaintHandlers(company);
  const one = await statements();
  const rows = Array.from({ length: 250 }, (_, i) => ({
    name: `员工${i}`,
    records: [
      { list: 'employments', record: { ...contract('').record, personId: undefined } },
      { list: 'assignments', record: { ...assignment('', { post: 'technical' }).record, personId: undefined } },
    ],
  }));
  for (let i = 0; i < 2; i += 1)
    expect((await addPeople(company.ctx, { rows: JSON.parse(JSON.stringify(rows)) })).stored).toBe(250);
  expect(await statements()).toBe(one);
});

it('a withdrawn record no longer covers anything', async () => {
  const { personId } = await addPerson(company.ctx, { name: '客服', phones: ['13800000009'], identityOnFile: true });
  await addRecord(company.ctx, { entry: contract(personId) });
  const { recordId } = await addRecord(company.ctx, {
    entry: assignment(personId, { post: 'complaint-handler', share: 50 }),
  });
  await keepAll();
  const covered = async () => (await resultOf('S1'))?.coveredBy.map(({ id }) => id) ?? [];
  expect(await covered()).toContain(personId);
  await withdrawRecord(company.ctx, { recordId, version: 1, reason: '误登' });
  expect(await covered()).not.toContain(personId);
});
