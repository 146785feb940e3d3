// The worker process: rolls schedules at night and does the work that requests left for it.
import { randomUUID } from 'node:crypto';
import { PRC_CALENDAR, RULEBOOK } from '@zhengqi/obligations';
import { sealingKeyIn } from './auth/sealing.ts';
import { CurrentRules } from './db/current-rules.ts';
import { requireRestrictedLogin } from './db/login-check.ts';
import { openPool } from './db/pool.ts';
import { readEnv, WorkerEnv } from './env.ts';
import { startBoss } from './jobs/boss.ts';
import { listenToOutbox } from './jobs/listen-to-outbox.ts';
import { sendMails } from './jobs/send-mails.ts';
import { startTasks } from './jobs/tasks.ts';
import type { WorkerServices } from './jobs/worker-services.ts';
import { createLogger, type Logger } from './logger.ts';
import { type MailCarrier, openCarrier } from './mail/carrier.ts';
import { endOnUncaughtErrors, untilToldToStop } from './process-life.ts';
import { openRobotsOutbound } from './robots/outbound.ts';

/** Jobs that run when the process is told to stop get so long to end; what does not is run again by the next worker. */
const DRAIN_MS = 8_000;

async function main(): Promise<void> {
  const env = readEnv(WorkerEnv, process.env);
  const logger = createLogger({ name: 'worker', level: env.LOG_LEVEL });
  endOnUncaughtErrors(logger);
  const onError = (error: Error) => logger.warn({ err: error }, 'a database connection ended');
  const pool = openPool({ url: env.DATABASE_URL, name: 'worker', max: 5, onError });
  await requireRestrictedLogin(pool);
  await requireJobsLogin(env.JOBS_DATABASE_URL, onError);
  const boss = await startBoss({ url: env.JOBS_DATABASE_URL, logger });
  const currentRules = new CurrentRules({ rulebook: RULEBOOK, calendar: PRC_CALENDAR }, pool);
  await currentRules.refresh();
  const services = {
    clock: () => new Date(),
    newId: randomUUID,
    logger,
    pool,
    databaseUrl: env.DATABASE_URL,
    get rules() {
      return currentRules.now;
    },
    currentRules,
    dataFolder: env.DATA_DIR ?? null,
    sealingKey: env.DATA_DIR === undefined ? null : sealingKeyIn(env.DATA_DIR),
    outgoing: { carrier: openMails(env, logger), robots: openRobotsOutbound(), publicUrl: env.PUBLIC_URL },
  };
  const endTasks = await startTasks(boss, services);
  const endMails = await startMails(services);
  logger.info('working');
  await untilToldToStop();
  await endMails();
  await endTasks();
  await boss.stop({ graceful: true, timeout: DRAIN_MS });
  services.outgoing.carrier?.close();
  await pool.end();
  logger.info('stopped');
}

function openMails(env: WorkerEnv, logger: Logger): MailCarrier | null {
  if (env.SMTP_URL === undefined && env.DATA_DIR === undefined) {
    logger.warn('no SMTP_URL and no DATA_DIR: mails stay in the database');
    return null;
  }
  return openCarrier({ smtpUrl: env.SMTP_URL ?? null, from: env.MAIL_FROM, dataFolder: env.DATA_DIR ?? null });
}

/** Sends mails as they come, beside the jobs: a slow mail server holds nothing else up. */
async function startMails(services: WorkerServices): Promise<() => Promise<void>> {
  const { carrier, publicUrl } = services.outgoing;
  if (carrier === null) return async () => {};
  return listenToOutbox(services, () => sendMails(services, carrier, publicUrl), 'zq_mail');
}

async function requireJobsLogin(url: string, onError: (error: Error) => void): Promise<void> {
  const pool = openPool({ url, name: 'jobs-check', max: 1, onError });
  try {
    await requireRestrictedLogin(pool, 'jobs');
  } finally {
    await pool.end();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
