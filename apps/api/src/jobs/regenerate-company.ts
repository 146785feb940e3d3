import { civilDate } from '@zhengqi/obligations';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { today } from '../clock.ts';
import { withTenant } from '../db/tenant-transaction.ts';
import { AppError } from '../errors.ts';
import { readCountedOn } from '../features/schedule/queries.ts';
import { regenerateInTransaction } from '../features/schedule/regenerate-in-transaction.ts';
import { makeSystemMoves } from '../features/workflows/make-system-moves.ts';
import { dispatchTenant, forgetDispatched, hasUndispatched } from './dispatch-outbox.ts';
import { TENANT_TASKS } from './enqueue.ts';
import { computeCompanyNotices } from './notices/compute-company-notices.ts';
import { forgetAnswers } from './forget-answers.ts';
import { jobContext, type WorkerServices } from './worker-services.ts';

const JobData = z.strictObject({
  tenantId: z.uuid(),
  actorId: z.uuid().nullable(),
  payload: TENANT_TASKS['regenerate-schedule'],
});

/**
 * Counts the schedule of one company. When the person who asked may no longer act there, or the company is closed,
 * nothing is done and the job is over: trying again would not bring the right back.
 */
export async function regenerateCompany(
  boss: PgBoss,
  services: WorkerServices,
  id: string,
  data: unknown,
): Promise<void> {
  const { tenantId, actorId, payload } = JobData.parse(data);
  // Another worker may have been told of a new notice before this one.
  if (payload.reason === 'calendar') await services.currentRules.refresh();
  const ctx = jobContext(services, { id, tenantId, actorId });
  const asOf = payload.asOf === undefined ? today(services.clock) : civilDate(payload.asOf);
  const isNight = payload.reason === 'nightly';
  let hasWorkLeft = false;
  try {
    await withTenant(ctx, 'write', async (tx) => {
      if (isNight) {
        hasWorkLeft = await hasUndispatched(tx);
        await forgetDispatched(tx, ctx);
        await forgetAnswers(tx, ctx);
      }
      // A job that comes late must not turn the schedule back to its own day.
      if (((await readCountedOn(tx)) ?? asOf) > asOf) return;
      const { added, removed, moved, kept } = await regenerateInTransaction(tx, ctx, payload.reason, asOf);
      if (isNight) await makeSystemMoves(tx, ctx);
      services.logger.info(
        { requestId: id, reason: payload.reason, asOf, added, removed, moved, kept },
        'schedule counted',
      );
    });
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'not-found' && error.code !== 'forbidden')) throw error;
    services.logger.warn({ requestId: id, code: error.code }, 'the right that this job stood on has ended');
    return;
  }
  if (!isNight) return;
  // Work that was left while the company was closed to jobs has nobody to signal it.
  if (hasWorkLeft) await dispatchTenant(boss, services, tenantId);
  // The day has turned for the whole organisation: what became due with it is told now, whoever was away for how long.
  await computeCompanyNotices(services, id, { tenantId, actorId: null, payload: {} });
}
