import { createHash } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import type { Logger } from '../logger.ts';

/** Schema of the job store; made by the migration, owned by the login zq_jobs. */
const SCHEMA = 'jobs';

/** Jobs of workers that died are looked for this often. With the heartbeat it is the longest that one lies still. */
const LOOK_AFTER_SECONDS = 10;

/**
 * What fails, or whose worker dies, is tried again soon and then every twenty seconds: however often a job was hit, it
 * never lies still for a minute.
 */
const AGAIN = { retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 20 } as const;

/**
 * Queues of the product with the way they are worked on. The heartbeat tells a killed worker's job from one at work.
 */
const QUEUES = {
  /** Once a day: gives every organisation its job. */
  'roll-schedules': { ...AGAIN, expireInSeconds: 600, heartbeatSeconds: 10 },
  /** One company's schedule. */
  'regenerate-schedule': {
    ...AGAIN,
    expireInSeconds: 300,
    heartbeatSeconds: 10,
    notify: true,
  },
  /** What people of one organisation are to be told. */
  'compute-notices': {
    ...AGAIN,
    expireInSeconds: 300,
    heartbeatSeconds: 10,
    notify: true,
  },
  /** Every minute: what is due to mail boxes and robots. The next one does what this one could not. */
  'send-notices': { retryLimit: 0, expireInSeconds: 3600, heartbeatSeconds: 10, retentionSeconds: 3600 },
  /** What an older key of one organisation sealed. */
  're-seal-fields': {
    ...AGAIN,
    expireInSeconds: 3600,
    heartbeatSeconds: 10,
    notify: true,
  },
  /** A change of rules, in some of its companies. */
  'work-rule-change': {
    ...AGAIN,
    expireInSeconds: 900,
    heartbeatSeconds: 10,
    notify: true,
  },
  /** Once a day: gives every organisation its check. */
  'check-audits': { ...AGAIN, expireInSeconds: 600, heartbeatSeconds: 10 },
  /** Once a day: deletes the organisations whose time has come. */
  'erase-organisations': {
    ...AGAIN,
    expireInSeconds: 3600,
    heartbeatSeconds: 10,
  },
  /** One organisation's audit chain. */
  'check-audit': { ...AGAIN, expireInSeconds: 600, heartbeatSeconds: 10 },
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
    superviseIntervalSeconds: LOOK_AFTER_SECONDS,
    monitorIntervalSeconds: LOOK_AFTER_SECONDS,
  });
  boss.on('error', (error) => options.logger.warn({ err: error }, 'job store'));
  await boss.start();
  for (const [name, settings] of Object.entries(QUEUES)) {
    await boss.createQueue(name, settings);
    // One that an earlier version of the product has made keeps its settings otherwise.
    await boss.updateQueue(name, settings);
  }
  // A worker that comes up after another was killed does not wait its turn to look after what that one left.
  await boss.supervise();
  return boss;
}

/** The same id for the same words: a job sent twice under it is one job. */
export function jobId(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
