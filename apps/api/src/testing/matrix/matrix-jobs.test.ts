import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAudit } from '../../jobs/check-audits.ts';
import { rotateKey } from '../../features/personal-data/rotate-key.ts';
import { TENANT_TASKS } from '../../jobs/enqueue.ts';
import { computeCompanyNotices } from '../../jobs/notices/compute-company-notices.ts';
import { regenerateCompany } from '../../jobs/regenerate-company.ts';
import { reSealFields } from '../../jobs/re-seal-fields.ts';
import { workRuleChange } from '../../jobs/work-rule-change.ts';
import { uuidIn } from '../../db/ids.ts';
import type { WorkerServices } from '../../jobs/worker-services.ts';
import { startTestWorker } from '../worker.ts';
import { changedTables, createDigest, type Digest } from './digest.ts';
import { newRuleChange } from './fixtures/rules.ts';
import { createMatrixWorld, type MatrixWorld } from './world.ts';

let world: MatrixWorld;
let digest: Digest;
let boss: PgBoss;
let worker: WorkerServices;
let changeId: string;
const cells = { run: 0, denied: 0, controls: 0 };
beforeAll(async () => {
  world = await createMatrixWorld();
  // Leaves something for the job that seals again.
  await rotateKey(world.target.ctx, {});
  changeId = await newRuleChange(world);
  digest = await createDigest(world.product.database.admin);
  ({ boss, worker } = await startTestWorker(world.product));
}, 60_000);
afterAll(async () => {
  process.stdout.write(
    `jobs (job × actor) cells: ${cells.run} run, ${cells.denied} denied, ${cells.controls} controls passed\n`,
  );
  await boss.stop({ graceful: false });
  await world.product.drop();
});

/** A day far ahead, so that a job that works changes something. */
const AS_OF = '2027-12-01';

/**
 * Jobs on one company. `for` tells whether a job acts for the person who asked, and so ends with that person's right, or
 * for the product itself.
 */
const COMPANY_JOBS: Readonly<Record<string, { for: 'person' | 'product'; run: (actorId: string | null) => unknown }>> =
  {
    'regenerate-schedule': {
      for: 'person',
      run: (actorId) =>
        regenerateCompany(boss, worker, randomUUID(), {
          tenantId: world.target.tenantId,
          actorId,
          payload: { reason: 'manual', asOf: AS_OF },
        }),
    },
    'compute-notices': {
      for: 'person',
      run: (actorId) =>
        computeCompanyNotices(worker, randomUUID(), { tenantId: world.target.tenantId, actorId, payload: {} }),
    },
    're-seal-fields': {
      for: 'person',
      run: (actorId) => reSealFields(worker, randomUUID(), { tenantId: world.target.tenantId, actorId, payload: {} }),
    },
    'work-rule-change': {
      for: 'person',
      run: (actorId) =>
        workRuleChange(worker, randomUUID(), {
          tenantId: world.target.tenantId,
          actorId,
          payload: { changeId: uuidIn(changeId) },
        }),
    },
    'check-audit': {
      for: 'product',
      run: () => checkAudit(worker, randomUUID(), { tenantId: world.target.tenantId }),
    },
  };
/** Jobs that only hand out the jobs above, to organisations that are open, and jobs that no call can ask for. */
const OTHER_JOBS = ['roll-schedules', 'check-audits', 'erase-organisations', 'send-notices'];

it('every queue of the job store is known here', async () => {
  const queues = (await boss.getQueues()).map(({ name }) => name).filter((name) => !name.startsWith('__pgboss'));
  expect(queues.sort()).toEqual([...Object.keys(COMPANY_JOBS), ...OTHER_JOBS].sort());
  expect(Object.keys(TENANT_TASKS).filter((task) => COMPANY_JOBS[task]?.for !== 'person')).toEqual([]);
});

const MAY_NOT_WRITE = ['otherOwner', 'viewer', 'reader', 'colleague', 'unengaged', 'expired', 'ended'] as const;
const forged = Object.entries(COMPANY_JOBS)
  .filter(([, job]) => job.for === 'person')
  .flatMap(([name, { run }]) => MAY_NOT_WRITE.map((actor) => ({ name, run, actor })));

it.each(forged)('$name in the name of $actor changes nothing', async ({ run, actor }) => {
  cells.run += 1;
  const before = await digest();
  await run(world.people[actor]);
  expect(changedTables(before, await digest())).toEqual([]);
  cells.denied += 1;
});

it.each(Object.entries(COMPANY_JOBS))('%s does nothing for a company that is suspended', async (_name, { run }) => {
  cells.run += 1;
  await world.whileSuspended(async () => {
    const before = await digest();
    await run(null);
    await run(world.people.owner);
    expect(changedTables(before, await digest())).toEqual([]);
  });
  cells.denied += 1;
});

it.each(Object.entries(COMPANY_JOBS))('%s works for those who may', async (_name, { run }) => {
  const before = await digest();
  await run(world.people.owner);
  expect(changedTables(before, await digest())).not.toEqual([]);
  cells.controls += 1;
});
