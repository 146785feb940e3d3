import type { ScheduleRules } from '@zhengqi/obligations';
import type { Clock } from '../clock.ts';
import type { TenantContext } from '../context.ts';
import type { CurrentRules } from '../db/current-rules.ts';
import type { Pool } from '../db/pool.ts';
import type { Logger } from '../logger.ts';

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
}

/** A job works on one company for five minutes at most. */
const LEASE_SECONDS = 300;

/** Context of a job: for a person while that person may, or for the product itself (`actorId` null). */
export function jobContext(
  services: WorkerServices,
  job: { id: string; tenantId: string; actorId: string | null },
): TenantContext {
  const { pool, clock, newId, rules } = services;
  return {
    pool,
    tenantId: job.tenantId,
    entry: { kind: 'job', actorId: job.actorId, leaseSeconds: LEASE_SECONDS },
    clock,
    newId,
    rules,
    requestId: job.id,
  };
}
