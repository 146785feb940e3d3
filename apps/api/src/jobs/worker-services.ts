import type { ScheduleRules } from '@zhengqi/obligations';
import type { Clock } from '../clock.ts';
import type { TenantContext } from '../context.ts';
import type { CurrentRules } from '../db/current-rules.ts';
import type { Pool } from '../db/pool.ts';
import type { Logger } from '../logger.ts';
import type { MailCarrier } from '../mail/carrier.ts';
import type { Outbound } from '../outbound/post-json.ts';

/** What the worker has for all of its jobs. */
export interface WorkerServices {
  clock: Clock;
  newId: () => string;
  logger: Logger;
  /** Login zq_worker. */
  pool: Pool;
  /** Address of the same login, for the connection that listens. */
  databaseUrl: string;
  readonly rules: ScheduleRules;
  currentRules: CurrentRules;
  /** Folder for what must lie outside of the database; null keeps nothing there. */
  dataFolder: string | null;
  /** Wraps the keys of sealed fields; null without a data folder. */
  sealingKey: Buffer | null;
  outgoing: Outgoing;
}

/** The ways out of the product. */
export interface Outgoing {
  /** Null: mails stay in the database. */
  carrier: MailCarrier | null;
  robots: Outbound;
  /** Address that links lead to. */
  publicUrl: string;
}

/** A job works on one company for five minutes at most. */
const LEASE_SECONDS = 300;

/** Context of a job: for a person while that person may, or for the product itself (`actorId` null). */
export function jobContext(
  services: WorkerServices,
  job: { id: string; tenantId: string; actorId: string | null },
): TenantContext {
  const { pool, clock, newId, rules, sealingKey } = services;
  return {
    pool,
    tenantId: job.tenantId,
    entry: { kind: 'job', actorId: job.actorId, leaseSeconds: LEASE_SECONDS },
    clock,
    newId,
    rules,
    requestId: job.id,
    sealingKey,
  };
}
