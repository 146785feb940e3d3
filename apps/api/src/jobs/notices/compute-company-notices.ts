import { z } from 'zod';
import { withTenant } from '../../db/tenant-transaction.ts';
import { AppError } from '../../errors.ts';
import { computeNotices } from '../../features/notifications/compute-notices.ts';
import { TENANT_TASKS } from '../enqueue.ts';
import { jobContext, type WorkerServices } from '../worker-services.ts';

const JobData = z.strictObject({
  tenantId: z.uuid(),
  actorId: z.uuid().nullable(),
  payload: TENANT_TASKS['compute-notices'],
});

/**
 * Writes down what people of one organisation are to be told. When the right of the one who asked has ended nothing is
 * done: the night does it for the product itself.
 */
export async function computeCompanyNotices(services: WorkerServices, id: string, data: unknown): Promise<void> {
  const { tenantId, actorId } = JobData.parse(data);
  const ctx = jobContext(services, { id, tenantId, actorId });
  try {
    const count = await withTenant(ctx, 'write', (tx) => computeNotices(tx, ctx));
    if (count > 0) services.logger.info({ requestId: id, notices: count }, 'notices written');
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'not-found' && error.code !== 'forbidden')) throw error;
    services.logger.warn({ requestId: id, code: error.code }, 'the right that this job stood on has ended');
  }
}

/** How long an organisation that is looked at is left alone by others. */
const LEASE_SECONDS = 300;
const AT_A_TIME = 50;

/** Looks at the organisations in which an item reaches its next stage by the hour. */
export async function computeTimedNotices(services: WorkerServices): Promise<void> {
  for (;;) {
    const { rows } = await services.pool.query<{ id: string }>('select authz.take_notice_checks($1, $2, $3) as id', [
      services.clock(),
      LEASE_SECONDS,
      AT_A_TIME,
    ]);
    for (const { id: tenantId } of rows)
      await computeCompanyNotices(services, `hourly-${tenantId}`, { tenantId, actorId: null, payload: {} });
    if (rows.length < AT_A_TIME) return;
  }
}
