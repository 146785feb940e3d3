import type { PgBoss } from 'pg-boss';
import { jobId } from './boss.ts';
import type { WorkerServices } from './worker-services.ts';

/** What this process has given jobs for; at its start it does not know, and giving them twice is no harm. */
const recounted = new WeakMap<WorkerServices, number>();

/** Gives every organisation a job that counts its schedule anew when a working-day notice has been entered. */
export async function recountForCalendar(boss: PgBoss, services: WorkerServices): Promise<void> {
  const { currentRules, pool, logger } = services;
  await currentRules.refresh();
  const { revision } = currentRules;
  if (revision === 0 || recounted.get(services) === revision) return;
  const { rows } = await pool.query<{ id: string }>('select id from authz.organisations_to_roll() as id');
  const jobs = rows.map(({ id: tenantId }) => ({
    id: jobId('calendar', tenantId, String(revision)),
    data: { tenantId, actorId: null, payload: { reason: 'calendar' } },
  }));
  for (let i = 0; i < jobs.length; i += 1000) await boss.insert('regenerate-schedule', jobs.slice(i, i + 1000));
  recounted.set(services, revision);
  logger.info({ revision, organisations: jobs.length }, 'schedules to count for a new working-day notice');
}
