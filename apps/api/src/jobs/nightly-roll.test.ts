import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../clock.ts';
import { listOccurrences } from '../features/occurrences/list-occurrences.ts';
import { addLicence, licensedCompany } from '../testing/licensed-company.ts';
import { arrange } from '../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../testing/product.ts';
import { startTestWorker } from '../testing/worker.ts';
import { jobId } from './boss.ts';
import { dispatchOutbox } from './dispatch-outbox.ts';
import { regenerateCompany } from './regenerate-company.ts';
import { rollSchedules } from './roll-schedules.ts';
import { startTasks } from './tasks.ts';
import type { WorkerServices } from './worker-services.ts';

let product: TestProduct;
let boss: PgBoss;
let worker: WorkerServices;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
  ({ boss, worker } = await startTestWorker(product));
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await product.drop();
});
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
});

const jobsOf = async (tenantId: string) =>
  await boss.findJobs<{ tenantId: string; actorId: string | null; payload: Record<string, unknown> }>(
    'regenerate-schedule',
    {
      data: { tenantId },
    },
  );
const scheduledAsOf = async () =>
  (
    await product.database.admin.query(`select as_of::text as day from app.licence_schedule where tenant_id = $1`, [
      company.tenantId,
    ])
  ).rows[0]?.day;
const nightly = (asOf: string, actorId: string | null = null) =>
  regenerateCompany(boss, worker, 'job', { tenantId: company.tenantId, actorId, payload: { reason: 'nightly', asOf } });

describe('the night', () => {
  it('gives every open organisation one job for the day it was due in China', async () => {
    const suspended = await arrange(product.database.admin).organisation();
    await product.database.admin.query(`update authz.org set status = 'suspended' where id = $1`, [suspended]);
    // 16:05 UTC is five past midnight of the next day in China.
    const dueAt = new Date('2026-11-30T16:05:00Z');
    await rollSchedules(boss, worker, dueAt);
    await rollSchedules(boss, worker, dueAt);
    const jobs = await jobsOf(company.tenantId);
    expect(jobs.map(({ id, data }) => ({ id, data }))).toEqual([
      {
        id: jobId('nightly', company.tenantId, '2026-12-01'),
        data: { tenantId: company.tenantId, actorId: null, payload: { reason: 'nightly', asOf: '2026-12-01' } },
      },
    ]);
    expect(await jobsOf(suspended)).toEqual([]);
  });

  it('moves a company to its day, and a late job of an earlier day does not move it back', async () => {
    await nightly('2027-04-01');
    expect(await scheduledAsOf()).toBe('2027-04-01');
    await nightly('2026-12-31');
    expect(await scheduledAsOf()).toBe('2027-04-01');
    const report = (await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 100 })).items;
    expect(report.find((row) => row.dueOn === '2027-03-31')?.status).toBe('past-no-evidence');
  });

  it('is written down as done by the product, when it changed something', async () => {
    await addLicence(company, { number: '苏B2-20209902' });
    await product.database.admin.query(
      `insert into app.trigger_event (tenant_id, id, type, attributes, happened_on, recorded_at)
       values ($1, gen_random_uuid(), 'illegal-content-disposed', '{"on": "2026-11-20"}', '2026-11-20', now())`,
      [company.tenantId],
    );
    await nightly('2026-11-24');
    const { rows } = await product.database.admin.query(
      `select actor_kind, actor_id, request_id from app.audit_event where tenant_id = $1 and actor_kind = 'system' and action = 'schedule.changed'`,
      [company.tenantId],
    );
    expect(rows).toEqual([{ actor_kind: 'system', actor_id: null, request_id: 'job' }]);
  });
});

describe('a job for a person', () => {
  it('works while that person may, and is quietly over afterwards', async () => {
    await nightly('2026-12-01', company.userId);
    expect(await scheduledAsOf()).toBe('2026-12-01');
    await product.database.admin.query('update authz.membership set revoked_at = now() where user_id = $1', [
      company.userId,
    ]);
    await expect(nightly('2026-12-02', company.userId)).resolves.toBeUndefined();
    expect(await scheduledAsOf()).toBe('2026-12-01');
  });

  it.each<[string, unknown]>([
    ['another company’s person', { payload: { reason: 'manual' } }],
    ['a task that is none', { payload: { reason: 'because' } }],
    ['more than it may carry', { payload: { reason: 'manual', sql: 'drop' } }],
  ])('with %s changes nothing', async (_name, forged) => {
    const stranger = await product.company();
    const data = { tenantId: company.tenantId, actorId: stranger.userId, ...(forged as object) };
    await regenerateCompany(boss, worker, 'forged', data).catch(() => {});
    const { rows } = await product.database.admin.query(
      `select count(*)::int as n from app.audit_event where tenant_id = $1 and request_id = 'forged'`,
      [company.tenantId],
    );
    expect(rows[0].n).toBe(0);
  });
});

describe('the outbox', () => {
  const leave = (id: string, tenantId = company.tenantId) =>
    product.database.admin.query(
      `insert into app.outbox (tenant_id, id, task, payload, actor_id, created_at)
       values ($1, $2, 'regenerate-schedule', '{"reason": "manual"}', $3, now())`,
      [tenantId, id, company.userId],
    );
  const open = async () =>
    (await product.database.admin.query('select count(*)::int as n from app.outbox where dispatched_at is null'))
      .rows[0].n;

  it('becomes one job for each row, under its id, however often and by however many it is carried over', async () => {
    const ids = Array.from({ length: 3 }, () => crypto.randomUUID());
    for (const id of ids) await leave(id);
    await Promise.all([1, 2, 3].map(() => dispatchOutbox(boss, worker)));
    // As after a crash between the two stores.
    await product.database.admin.query('update app.outbox set dispatched_at = null where tenant_id = $1', [
      company.tenantId,
    ]);
    await leave(crypto.randomUUID());
    await dispatchOutbox(boss, worker);
    expect(await open()).toBe(0);
    const jobs = await jobsOf(company.tenantId);
    expect(jobs).toHaveLength(4);
    expect(jobs.map((job) => job.id)).toEqual(expect.arrayContaining(ids));
    expect(jobs[0]?.data).toMatchObject({ actorId: company.userId, payload: { reason: 'manual' } });
    const { rows } = await product.database.admin.query('select count(*)::int as n from authz.outbox_signal');
    expect(rows[0].n).toBe(0);
  });

  it('of a suspended company waits until the company is open again', async () => {
    await leave(crypto.randomUUID());
    const set = (status: string) =>
      product.database.admin.query('update authz.org set status = $2 where id = $1', [company.tenantId, status]);
    await set('suspended');
    await dispatchOutbox(boss, worker);
    expect(await jobsOf(company.tenantId)).toEqual([]);
    await set('active');
    await nightly('2026-12-01');
    expect(await jobsOf(company.tenantId)).toHaveLength(1);
  });

  it('of a rolled back transaction leaves neither row nor signal', async () => {
    // What registering the licence left is carried over first.
    await dispatchOutbox(boss, worker);
    const client = await product.database.admin.connect();
    await client.query('begin');
    await client.query(
      `insert into app.outbox (tenant_id, id, task, payload, created_at) values ($1, gen_random_uuid(), 'x', '{}', now())`,
      [company.tenantId],
    );
    await client.query('rollback');
    client.release();
    const { rows } = await product.database.admin.query('select count(*)::int as n from authz.outbox_signal');
    expect(rows[0].n).toBe(0);
  });
});

it('all together: the worker at work rolls the day and picks up what a request left, within seconds', async () => {
  for (let i = 0; i < 25; i += 1) await addLicence(company, { number: `苏B2-2020${1000 + i}` });
  // Later than the real day, for which the worker rolls when it starts: what the request left is done on this one.
  product.setNow(new Date(Date.now() + 8 * 24 * 3_600_000).toISOString());
  const end = await startTasks(boss, worker);
  const done = async () => {
    const { rows } = await product.database.admin.query(
      'select as_of::text as day, count(*)::int as licences from app.licence_schedule where tenant_id = $1 group by 1',
      [company.tenantId],
    );
    return rows;
  };
  try {
    await expect.poll(done, { timeout: 20_000 }).toEqual([{ day: today(worker.clock), licences: 26 }]);
  } finally {
    await end();
  }
});
