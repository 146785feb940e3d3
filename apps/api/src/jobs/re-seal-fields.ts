import { z } from 'zod';
import { withTenant } from '../db/tenant-transaction.ts';
import { AppError } from '../errors.ts';
import { resealSome } from '../features/personal-data/sealed-columns.ts';
import { tenantCipher } from '../features/personal-data/tenant-cipher.ts';
import { recordAudit } from '../features/record-audit.ts';
import { TENANT_TASKS } from './enqueue.ts';
import { jobContext, type WorkerServices } from './worker-services.ts';

const JobData = z.strictObject({
  tenantId: z.uuid(),
  actorId: z.uuid().nullable(),
  payload: TENANT_TASKS['re-seal-fields'],
});

/** Fields of one transaction: what a stop in the middle has to do again. */
const AT_A_TIME = 200;

/**
 * Seals again what older keys of an organisation sealed, a handful at a time. What is done stays done: after a stop the
 * next run goes on with the rest.
 */
export async function reSealFields(services: WorkerServices, id: string, data: unknown): Promise<void> {
  const { tenantId, actorId } = JobData.parse(data);
  const ctx = jobContext(services, { id, tenantId, actorId });
  let fields = 0;
  try {
    for (;;) {
      const done = await withTenant(ctx, 'write', async (tx) => {
        const cipher = await tenantCipher(tx, ctx);
        const some = await resealSome(tx, cipher, AT_A_TIME);
        // The last handful says so, in its own transaction.
        if (some < AT_A_TIME && fields + some > 0) {
          const detail = { version: cipher.version, fields: fields + some };
          await recordAudit(tx, ctx, 'data-key.applied', { type: 'data-key', id: null }, detail);
        }
        return some;
      });
      fields += done;
      if (done < AT_A_TIME) break;
    }
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'not-found' && error.code !== 'forbidden')) throw error;
    services.logger.warn({ requestId: id, code: error.code }, 'the right that this job stood on has ended');
    return;
  }
  services.logger.info({ requestId: id, fields }, 'fields sealed again');
}
