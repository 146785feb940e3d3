import { civilDateOf } from '@zhengqi/obligations';
import type { PgBoss } from 'pg-boss';
import { jobId } from './boss.ts';
import type { WorkerServices } from './worker-services.ts';

/**
 * The night: gives every organisation a job that counts its schedule as of the day on which this was due in China, not
 * the day on which a late worker gets to it. Running it twice makes no second job for a company and day.
 */
export async function rollSchedules(boss: PgBoss, services: WorkerServices, dueAt: Date): Promise<void> {
  const asOf = civilDateOf(dueAt.toISOString());
  const { rows } = await services.pool.query<{ id: string }>('select id from authz.organisations_to_roll() as id');
  const jobs = rows.map(({ id: tenantId }) => ({
    id: jobId('nightly', tenantId, asOf),
    data: { tenantId, actorId: null, payload: { reason: 'nightly', asOf } },
  }));
  for (let i = 0; i < jobs.length; i += 1000) await boss.insert('regenerate-schedule', jobs.slice(i, i + 1000));
  await services.pool.query('select authz.prune_credentials($1)', [services.clock()]);
  services.logger.info({ asOf, organisations: jobs.length }, 'schedules rolled');
}
