import type { Job, JobResult, PgBoss } from 'pg-boss';
import { checkAudit, checkAudits } from './check-audits.ts';
import { dispatchOutbox } from './dispatch-outbox.ts';
import { eraseOrganisations } from './erase-organisations.ts';
import { computeCompanyNotices, computeTimedNotices } from './notices/compute-company-notices.ts';
import { sendNotices } from './notices/send-notices.ts';
import { listenToOutbox } from './listen-to-outbox.ts';
import { regenerateCompany } from './regenerate-company.ts';
import { recountForCalendar } from './recount-for-calendar.ts';
import { reSealFields } from './re-seal-fields.ts';
import { rollSchedules } from './roll-schedules.ts';
import { workRuleChange } from './work-rule-change.ts';
import type { WorkerServices } from './worker-services.ts';

/** Five minutes after midnight in China: every date that changes with the day has changed by then. */
const NIGHTLY = '5 0 * * *';
/** An hour later, when the changes of the night are in the chains. */
const NIGHTLY_CHECK = '5 1 * * *';
const NIGHTLY_ERASURE = '5 2 * * *';
const EVERY_MINUTE = '* * * * *';
const TIME_ZONE = 'Asia/Shanghai';
/**
 * How one process works through companies: two lines, each taking a handful at a time and going on at once while there
 * are more. Fetching them one by one would wait for the next poll after each.
 */
const THROUGH_COMPANIES = {
  localConcurrency: 2,
  batchSize: 5,
  burstWhenBatchFull: true,
  perJobResults: true,
  notifyPollingIntervalSeconds: 5,
} as const;

/** All tasks of the worker and when they run, in one place. The answer ends what does not end with the job store. */
export async function startTasks(boss: PgBoss, services: WorkerServices): Promise<() => Promise<void>> {
  await boss.work('roll-schedules', { includeMetadata: true }, async ([job]) => {
    if (job) await rollSchedules(boss, services, job.startAfter);
  });
  await boss.work('regenerate-schedule', THROUGH_COMPANIES, (jobs) =>
    eachByItself(jobs, services, (job) => regenerateCompany(boss, services, job.id, job.data)),
  );
  await boss.work('re-seal-fields', THROUGH_COMPANIES, (jobs) =>
    eachByItself(jobs, services, (job) => reSealFields(services, job.id, job.data)),
  );
  await boss.work('work-rule-change', THROUGH_COMPANIES, (jobs) =>
    eachByItself(jobs, services, (job) => workRuleChange(services, job.id, job.data)),
  );
  await boss.work('compute-notices', THROUGH_COMPANIES, (jobs) =>
    eachByItself(jobs, services, (job) => computeCompanyNotices(services, job.id, job.data)),
  );
  await boss.work('send-notices', async () => {
    await computeTimedNotices(services);
    await sendNotices(services);
  });
  await boss.schedule('send-notices', EVERY_MINUTE, {}, { tz: TIME_ZONE, missed: 'skip' });
  await boss.work('check-audits', { includeMetadata: true }, async ([job]) => {
    if (job) await checkAudits(boss, services, job.startAfter);
  });
  await boss.work('check-audit', THROUGH_COMPANIES, (jobs) =>
    eachByItself(jobs, services, async (job) => void (await checkAudit(services, job.id, job.data))),
  );
  await boss.work('erase-organisations', async () => eraseOrganisations(services));
  await boss.schedule('erase-organisations', NIGHTLY_ERASURE, {}, { tz: TIME_ZONE, missed: 'once' });
  await boss.schedule('check-audits', NIGHTLY_CHECK, {}, { tz: TIME_ZONE, missed: 'once' });
  await boss.schedule('roll-schedules', NIGHTLY, {}, { tz: TIME_ZONE, missed: 'once' });
  // After a stop of any length the day is rolled at once; doing it twice is no harm.
  await boss.send('roll-schedules', {}, {});
  const endOutbox = await listenToOutbox(services, () => dispatchOutbox(boss, services));
  const endCalendar = await listenToOutbox(services, () => recountForCalendar(boss, services), 'zq_calendar');
  return async () => {
    await endCalendar();
    await endOutbox();
  };
}

/** Works through a handful of jobs; one that fails is tried again alone. */
async function eachByItself(
  jobs: readonly Job<unknown>[],
  { logger }: WorkerServices,
  work: (job: Job<unknown>) => Promise<void>,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of jobs) {
    try {
      await work(job);
      results.push({ id: job.id, status: 'completed' });
    } catch (error) {
      logger.warn({ requestId: job.id, queue: job.name, err: error }, 'job failed; it will be tried again');
      results.push({ id: job.id, status: 'failed' });
    }
  }
  return results;
}
