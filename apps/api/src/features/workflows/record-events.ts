import type { WorkflowStanding } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { EventId } from '../../db/ids.ts';
import { workflowEvent } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { withdrawEvent } from '../events/withdraw-event.ts';
import { publicId } from '../../db/ids.ts';
import { lockEvent } from '../events/queries.ts';
import { readRecordedEvents } from './queries.ts';

/** Records the trigger events that a move says have happened; their dates are counted at once. */
export async function recordEventsOf(
  tx: TenantTransaction,
  ctx: TenantContext,
  workflowId: string,
  seq: number,
  standing: WorkflowStanding,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { event, attributes } of standing.recordsEvents.filter((one) => one.seq === seq)) {
    const { eventId } = await recordTriggerEvent(ctx, { type: event, attributes });
    await tx.db
      .insert(workflowEvent)
      .values({ tenantId: tx.tenantId, workflowId, seq, eventId: EventId.parse(eventId) });
    ids.push(eventId);
  }
  return ids;
}

/** A move is taken back: what it said to have happened has not. */
export async function withdrawEventsOf(
  tx: TenantTransaction,
  ctx: TenantContext,
  workflowId: string,
  seq: number,
  reason: string,
): Promise<void> {
  for (const { eventId } of (await readRecordedEvents(tx, workflowId)).filter((one) => one.seq === seq)) {
    const event = await lockEvent(tx, eventId);
    if (event === undefined || event.withdrawnAt !== null) continue;
    await withdrawEvent(ctx, { eventId: publicId('event', eventId), reason: reason.slice(0, 500) });
  }
}
