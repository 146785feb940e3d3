import { createHash } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import type { Logger } from '../logger.ts';

/** Schema of the job store; made by the migration, owned by the login zq_jobs. */
const SCHEMA = 'jobs';

/** Queues of the product with the way they are worked on. The heartbeat lets a killed worker's job run again at once. */
const QUEUES = {
  /** Once a day: gives every organisation its job. */
  'roll-schedules': { retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: 600, heartbeatSeconds: 10 },
  /** One company's schedule. */
  'regenerate-schedule': {
    retryLimit: 5,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 300,
    heartbeatSeconds: 10,
    notify: true,
  },
  /** Once a day: gives every organisation its check. */
  'check-audits': { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 600, heartbeatSeconds: 10 },
  /** Once a day: deletes the organisations whose time has come. */
  'erase-organisations': { retryLimit: 5, retryDelay: 300, expireInSeconds: 3600, heartbeatSeconds: 10 },
  /** One organisation's audit chain. */
  'check-audit': { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 600, heartbeatSeconds: 10 },
} as const;

/** Starts the job store, and makes its tables and queues where they are missing. */
export async function startBoss(options: { url: string; logger: Logger }): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: SCHEMA,
    createSchema: false,
    application_name: 'zhengqi-jobs',
    max: 4,
    useListenNotify: true,
  });
  boss.on('error', (error) => options.logger.warn({ err: error }, 'job store'));
  await boss.start();
  for (const [name, settings] of Object.entries(QUEUES)) await boss.createQueue(name, settings);
  return boss;
}

/** The same id for the same words: a job sent twice under it is one job. */
export function jobId(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
