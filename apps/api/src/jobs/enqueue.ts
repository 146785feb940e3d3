import { z } from 'zod';
import { nowInstant } from '../clock.ts';
import type { TenantContext } from '../context.ts';
import { outbox } from '../db/schema/audit.ts';
import type { TenantTransaction } from '../db/tenant-transaction.ts';

const Reason = z.enum([
  'licence',
  'facts',
  'event',
  'staffing',
  'reviews',
  'manual',
  'nightly',
  'rulebook',
  'calendar',
]);

/** Work that a transaction may leave to the worker, with the shape of what it is told. */
export const TENANT_TASKS = {
  /** Counts the schedule of one company; `asOf` is given by the nightly roll, otherwise it is the day the job runs. */
  'regenerate-schedule': z.strictObject({ reason: Reason, asOf: z.iso.date().optional() }),
  /** Writes down what people of one organisation are to be told. */
  'compute-notices': z.strictObject({}),
  /** Seals again what an older key of the organisation sealed. */
  're-seal-fields': z.strictObject({}),
  /** Looks at a change of rules in its companies, adopts it there, or takes it back. */
  'work-rule-change': z.strictObject({ changeId: z.uuid() }),
} as const;

export type TenantTask = keyof typeof TENANT_TASKS;

/**
 * Leaves work for the worker, in the transaction of the change: no job without its change, no change without its job.
 * The job acts for the person of this call and ends with that person's right.
 */
export async function enqueue<Task extends TenantTask>(
  tx: TenantTransaction,
  ctx: TenantContext,
  task: Task,
  payload: z.infer<(typeof TENANT_TASKS)[Task]>,
): Promise<void> {
  await tx.db.insert(outbox).values({
    tenantId: tx.tenantId,
    id: ctx.newId(),
    task,
    payload,
    actorId: tx.access.userId,
    createdAt: nowInstant(ctx.clock),
    dispatchedAt: null,
  });
}
