import { z } from 'zod';
import { withTenant } from '../db/tenant-transaction.ts';
import { AppError } from '../errors.ts';
import { workOneCompany } from '../features/rule-changes/work-rule-change.ts';
import { enqueue, TENANT_TASKS } from './enqueue.ts';
import { jobContext, type WorkerServices } from './worker-services.ts';

const JobData = z.strictObject({
  tenantId: z.uuid(),
  actorId: z.uuid().nullable(),
  payload: TENANT_TASKS['work-rule-change'],
});

/** Companies of one job; the next job goes on with the rest, so that none outlives its lease. */
const AT_A_TIME = 25;

/**
 * Looks at, adopts or takes back a change of rules in some of its companies, in the name of the person who asked. When
 * that person may no longer act for the organisation, it stops where it is.
 */
export async function workRuleChange(services: WorkerServices, id: string, data: unknown): Promise<void> {
  const { tenantId, actorId, payload } = JobData.parse(data);
  // The product itself has the right of nobody in the clients of an organisation.
  if (actorId === null) return;
  const ctxOf = (of: string) => jobContext(services, { id, tenantId: of, actorId });
  try {
    for (let done = 0; done < AT_A_TIME; done += 1) {
      if (!(await workOneCompany(ctxOf, tenantId, payload.changeId))) {
        services.logger.info({ requestId: id, changeId: payload.changeId, companies: done }, 'rule change worked on');
        return;
      }
    }
    const ctx = ctxOf(tenantId);
    await withTenant(ctx, 'write', (tx) => enqueue(tx, ctx, 'work-rule-change', payload));
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'not-found' && error.code !== 'forbidden')) throw error;
    services.logger.warn({ requestId: id, code: error.code }, 'the right that this job stood on has ended');
  }
}
