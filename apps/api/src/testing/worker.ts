import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import { startBoss } from '../jobs/boss.ts';
import type { WorkerServices } from '../jobs/worker-services.ts';
import type { TestProduct } from './product.ts';

/** The worker's side of a test product: its logins, the product's clock and rules, and the real job store. */
export async function startTestWorker(
  { database, services }: TestProduct,
  dataFolder: string | null = null,
): Promise<{ boss: PgBoss; worker: WorkerServices }> {
  const { clock, logger, rules } = services;
  const pool = database.poolFor('zq_worker', 3);
  const databaseUrl = database.urlFor('zq_worker');
  const boss = await startBoss({ url: database.urlFor('zq_jobs'), logger });
  return { boss, worker: { clock, newId: randomUUID, logger, pool, databaseUrl, rules, dataFolder } };
}
