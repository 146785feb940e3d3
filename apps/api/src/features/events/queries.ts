import type { TriggerEvent } from '@zhengqi/obligations';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { publicId } from '../../db/ids.ts';
import { triggerEvent } from '../../db/schema/facts.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** One event as recorded. */
export type EventRow = typeof triggerEvent.$inferSelect;

/**
 * Events that count: recorded and not withdrawn, oldest first.
 * @param recordedBefore as it was known before this moment; without it, as it is known now
 */
export async function readLiveEvents(tx: TenantTransaction, recordedBefore?: string): Promise<TriggerEvent[]> {
  const { recordedAt, withdrawnAt } = triggerEvent;
  const counted =
    recordedBefore === undefined
      ? isNull(withdrawnAt)
      : sql`${recordedAt} < ${recordedBefore}::timestamptz
          and coalesce(${withdrawnAt}, 'infinity') >= ${recordedBefore}::timestamptz`;
  const rows = await tx.db.select().from(triggerEvent).where(counted).orderBy(triggerEvent.happenedOn, triggerEvent.id);
  return rows.map(asTriggerEvent);
}

/** An event as the schedule reads it. Its id is part of occurrence keys. */
function asTriggerEvent(row: Pick<EventRow, 'id' | 'type' | 'attributes'>): TriggerEvent {
  return { ...row.attributes, id: publicId('event', row.id), type: row.type };
}

/** A page of events, latest first, one more than asked for. */
export async function readEvents(
  tx: TenantTransaction,
  filter: {
    type: string | undefined;
    includeWithdrawn: boolean;
    after: readonly [string, string] | undefined;
    limit: number;
  },
): Promise<EventRow[]> {
  const filters: SQL[] = [];
  if (filter.type !== undefined) filters.push(eq(triggerEvent.type, filter.type));
  if (!filter.includeWithdrawn) filters.push(isNull(triggerEvent.withdrawnAt));
  if (filter.after) {
    const [day, id] = filter.after;
    filters.push(sql`(${triggerEvent.happenedOn}, ${triggerEvent.id}) < (${day}::date, ${id}::uuid)`);
  }
  return tx.db
    .select()
    .from(triggerEvent)
    .where(and(...filters))
    .orderBy(desc(triggerEvent.happenedOn), desc(triggerEvent.id))
    .limit(filter.limit + 1);
}

/** The event that this very form has recorded already, or undefined. */
export async function findEventOfRequest(tx: TenantTransaction, requestId: string): Promise<EventRow | undefined> {
  const rows = await tx.db.select().from(triggerEvent).where(eq(triggerEvent.requestId, requestId));
  return rows[0];
}

/** One event, locked so that it is withdrawn once. */
export async function lockEvent(tx: TenantTransaction, id: string): Promise<EventRow | undefined> {
  const rows = await tx.db.select().from(triggerEvent).where(eq(triggerEvent.id, id)).for('update');
  return rows[0];
}
