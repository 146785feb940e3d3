import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import { CurrentRules } from '../db/current-rules.ts';
import { startBoss } from '../jobs/boss.ts';
import type { WorkerServices } from '../jobs/worker-services.ts';
import type { TestProduct } from './product.ts';

/** The worker's side of a test product: its logins, the product's clock and rules, and the real job store. */
export async function startTestWorker(
  product: TestProduct,
  dataFolder: string | null = null,
): Promise<{ boss: PgBoss; worker: WorkerServices }> {
  const worker = testWorkerServices(product, dataFolder);
  const boss = await startBoss({ url: product.database.urlFor('zq_jobs'), logger: worker.logger });
  return { boss, worker };
}

/** The same without the job store, for jobs that are called directly. */
export function testWorkerServices(
  { database, services: { clock, logger, rules: shipped, sealingKey, robots } }: TestProduct,
  dataFolder: string | null = null,
): WorkerServices {
  const pool = database.poolFor('zq_worker', 3);
  const currentRules = new CurrentRules(shipped, pool);
  return {
    clock,
    newId: randomUUID,
    logger,
    pool,
    databaseUrl: database.urlFor('zq_worker'),
    get rules() {
      return currentRules.now;
    },
    currentRules,
    dataFolder,
    sealingKey,
    outgoing: { carrier: null, robots, publicUrl: 'https://zq.example' },
  };
}
