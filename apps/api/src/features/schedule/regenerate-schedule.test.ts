import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addLicence, licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { withdrawEvent } from '../events/withdraw-event.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { getOccurrence } from '../occurrences/get-occurrence.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { getRun, listRuns } from './list-runs.ts';
import { regenerateSchedule } from './regenerate-schedule.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
});

/** Everything stored about the company but the moment of the last count. */
async function stored(): Promise<string> {
  const parts: unknown[] = [];
  for (const table of [
    'occurrence',
    'occurrence_licence',
    'schedule_run',
    'schedule_change',
    'duty_result',
    'question',
    'audit_event',
  ]) {
    const { rows } = await product.database.admin.query(
      `select to_jsonb(t) as row from app.${table} t where tenant_id = $1 order by 1`,
      [company.tenantId],
    );
    parts.push(rows);
  }
  return JSON.stringify(parts);
}
const disposal = (on: string) =>
  recordTriggerEvent(company.ctx, { type: 'illegal-content-disposed', attributes: { on } });
const all = async () => (await listOccurrences(company.ctx, { limit: 100, removed: 'include' })).items;
const ofDuty = async (dutyId: string) => (await all()).filter((row) => row.dutyId === dutyId);
const setWorkState = (key: string, state: string) =>
  product.database.admin.query(
    'update app.occurrence set work_state = $3, worked_at = now(), submitted_on = current_date, submitted_by = gen_random_uuid() where tenant_id = $1 and natural_key = $2',
    [company.tenantId, key, state],
  );

describe('regenerating', () => {
  it('again changes nothing at all', async () => {
    const before = await stored();
    const again = await regenerateSchedule(company.ctx, {});
    expect(again).toMatchObject({ runId: null, added: 0, removed: 0, moved: 0 });
    expect(again.kept).toBeGreaterThan(0);
    expect(await stored()).toBe(before);
  });

  it('eight times at once gives one difference and no duplicates', async () => {
    // A new duty date that only this regeneration sees: recorded past the use case, as an import would.
    await product.database.admin.query(
      `insert into app.trigger_event (tenant_id, id, type, attributes, happened_on, recorded_at)
       values ($1, gen_random_uuid(), 'illegal-content-disposed', '{"on": "2026-11-20"}', '2026-11-20', now())`,
      [company.tenantId],
    );
    const runs = await Promise.all(Array.from({ length: 8 }, () => regenerateSchedule(company.ctx, {})));
    const working = runs.filter((run) => run.runId !== null);
    expect(working).toHaveLength(1);
    expect(working[0]?.added).toBeGreaterThan(0);
    const keys = (await all()).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('at once with answers, events and new licences leaves what one after the other would', async () => {
    await Promise.all([
      disposal('2026-11-20'),
      answerFacts(company.ctx, { licenceId: null, answers: [{ key: 'has_app', value: true }] }),
      addLicence(company, { number: '苏B2-20209909' }),
      regenerateSchedule(company.ctx, {}),
      disposal('2026-11-21'),
    ]);
    const before = await stored();
    expect(await regenerateSchedule(company.ctx, {})).toMatchObject({ runId: null });
    expect(await stored()).toBe(before);
  });

  it('marks what is no longer asked for, keeps it, and brings it back under the same id', async () => {
    const { eventId } = await disposal('2026-11-20');
    const [item] = (await all()).filter((row) => row.dueOn === '2026-12-04');
    expect(item).toMatchObject({ clause: '9b', removedAt: null });
    product.setNow('2026-11-24T11:00:00+08:00');
    await withdrawEvent(company.ctx, { eventId, reason: '重复登记' });
    expect((await listOccurrences(company.ctx, { removed: 'only' })).items.map((row) => row.id)).toContain(item?.id);
    expect((await listOccurrences(company.ctx, {})).items.map((row) => row.id)).not.toContain(item?.id);
    await product.database.admin.query(
      `update app.trigger_event set withdrawn_at = null, withdrawal_reason = null where tenant_id = $1`,
      [company.tenantId],
    );
    product.setNow('2026-11-24T12:00:00+08:00');
    await regenerateSchedule(company.ctx, {});
    const back = await getOccurrence(company.ctx, { occurrenceId: item?.id });
    expect(back).toMatchObject({ removedAt: null, key: item?.key });
    expect(back.history.map(({ change }) => change)).toEqual(['added', 'removed', 'returned']);
  });

  it('never drops what somebody has worked on', async () => {
    const { eventId } = await disposal('2026-11-20');
    const [item] = (await all()).filter((row) => row.dueOn === '2026-12-04');
    await setWorkState(item?.key ?? '', 'submitted');
    await withdrawEvent(company.ctx, { eventId, reason: '误登' });
    const [kept] = (await listOccurrences(company.ctx, {})).items.filter((row) => row.id === item?.id);
    expect(kept).toMatchObject({ workState: 'submitted', removedAt: expect.any(String) });
    await regenerateSchedule(company.ctx, {});
    expect((await ofDuty(item?.dutyId ?? '')).find((row) => row.id === item?.id)).toMatchObject({
      workState: 'submitted',
    });
  });

  it('keeps where a date was before it moved, with the steps that gave it', async () => {
    await disposal('2026-11-20');
    const [item] = (await all()).filter((row) => row.dueOn === '2026-12-04');
    await setWorkState(item?.key ?? '', 'prepared');
    await product.database.admin.query(
      `update app.trigger_event set attributes = '{"on": "2026-11-23"}', happened_on = '2026-11-23' where tenant_id = $1`,
      [company.tenantId],
    );
    product.setNow('2026-11-24T11:00:00+08:00');
    const { moved, runId, changes } = await regenerateSchedule(company.ctx, {});
    expect(moved).toBeGreaterThan(0);
    expect(changes).toContainEqual(
      expect.objectContaining({ change: 'moved', before: '2026-12-04', after: '2026-12-07' }),
    );
    const after = await getOccurrence(company.ctx, { occurrenceId: item?.id });
    expect(after).toMatchObject({ dueOn: '2026-12-07', workState: 'prepared' });
    expect(after.history.at(-1)).toMatchObject({ change: 'moved', runId, before: { dueOn: '2026-12-04' } });
    expect(after.history.at(-1)?.before?.derivation.length).toBeGreaterThan(0);
  });

  it('on a later day changes where items stand, not what they are', async () => {
    const before = await all();
    product.setNow('2027-04-02T00:30:00+08:00');
    const { moved, removed, asOf } = await regenerateSchedule(company.ctx, {});
    expect({ moved, removed, asOf }).toEqual({ moved: 0, removed: 0, asOf: '2027-04-02' });
    const after = new Map((await all()).map((row) => [row.id, row]));
    for (const row of before) expect(after.get(row.id)?.dueOn).toBe(row.dueOn);
    const report = (row: { key: string }) => row.key.startsWith('annual-report/') && row.key.endsWith('/2027');
    expect(before.find(report)?.status).toBe('upcoming');
    expect([...after.values()].find(report)?.status).toBe('past-no-evidence');
  });

  it('makes a duty of the company once, for all of its licences', async () => {
    const shared = (await all()).filter((row) => row.key.includes('/company/'));
    expect(shared.length).toBeGreaterThan(0);
    const second = await addLicence(company, { number: '苏B2-20209909' });
    const again = (await all()).filter((row) => row.key.includes('/company/'));
    expect(again.map((row) => row.id)).toEqual(shared.map((row) => row.id));
    for (const row of again) expect([...row.licenceIds].sort()).toEqual([company.licenceId, second].sort());
    const own = (await listOccurrences(company.ctx, { licenceId: second, limit: 100 })).items;
    expect(own.every((row) => row.licenceIds.includes(second))).toBe(true);
  });

  it('leaves more licences than one waits for to the worker, in the same transaction', async () => {
    for (let i = 0; i < 25; i += 1) await addLicence(company, { number: `苏B2-2020${1000 + i}` });
    const { rows: left } = await product.database.admin.query(
      `select task, payload, actor_id from app.outbox where tenant_id = $1 and task = 'regenerate-schedule'`,
      [company.tenantId],
    );
    expect(left).toEqual([{ task: 'regenerate-schedule', payload: { reason: 'licence' }, actor_id: company.userId }]);
    expect(await regenerateSchedule(company.ctx, {})).toMatchObject({ pending: true, runId: null });
    const { rows: signals } = await product.database.admin.query(
      `select (select count(*) from authz.outbox_signal where tenant_id = $1)::int as signals,
              (select count(*) from app.outbox where tenant_id = $1)::int as left`,
      [company.tenantId],
    );
    expect(signals[0].signals).toBe(signals[0].left);
  });
});

describe('the runs', () => {
  it('tell what each changed, latest first', async () => {
    product.setNow('2026-11-24T11:00:00+08:00');
    await disposal('2026-11-20');
    const { items } = await listRuns(company.ctx, { limit: 1 });
    expect(items[0]).toMatchObject({ reason: 'event', by: { name: '王小明' }, asOf: '2026-11-24' });
    const run = await getRun(company.ctx, { runId: items[0]?.id });
    expect(run.changes.map(({ change }) => change)).toEqual(Array(run.added).fill('added'));
    const next = await listRuns(company.ctx, {
      limit: 1,
      cursor: (await listRuns(company.ctx, { limit: 1 })).nextCursor,
    });
    expect(next.items[0]).toMatchObject({ reason: 'licence' });
  });
});
