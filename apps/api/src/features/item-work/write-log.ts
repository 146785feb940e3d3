import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import { workLog } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { ItemRow } from './queries.ts';
import { and, eq } from 'drizzle-orm';

/** Adds what was done with an item to its log, as it stands before and after. */
export async function writeLog(
  tx: TenantTransaction,
  ctx: TenantContext,
  before: ItemRow,
  after: Pick<ItemRow, 'workState' | 'version'>,
  move: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { role, userId } = tx.access;
  await tx.db.insert(workLog).values({
    tenantId: tx.tenantId,
    id: ctx.newId(),
    occurrenceId: before.id,
    at: nowInstant(ctx.clock),
    actorKind: role === 'system' ? 'system' : role === 'api-key' ? 'api-key' : 'user',
    actorId: userId ?? ctx.apiKeyId ?? null,
    move,
    stateBefore: before.workState,
    stateAfter: after.workState,
    version: after.version,
    data,
  });
}

/** Notes that somebody did something about an item, so that no regeneration ever drops it. */
export async function touchItem(tx: TenantTransaction, ctx: TenantContext, id: string): Promise<void> {
  await tx.db
    .update(occurrence)
    .set({ workedAt: nowInstant(ctx.clock) })
    .where(and(eq(occurrence.tenantId, tx.tenantId), eq(occurrence.id, id)));
}
