import { and, eq, isNull } from 'drizzle-orm';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { waiver } from '../../db/schema/work.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, forbidden } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { RequestWaiverInput, WithdrawWaiverInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/** Asks that an item need not be done. Somebody else decides. */
export async function requestWaiver(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { reason, ...item } = parseInput(RequestWaiverInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:sign');
    return workOnItem(tx, ctx, item, 'request-waiver', async (row) => {
      if (tx.access.userId === null) throw forbidden();
      const id = ctx.newId();
      await tx.db.insert(waiver).values({
        tenantId: tx.tenantId,
        id,
        occurrenceId: row.id,
        reason,
        requestedBy: tx.access.userId,
        requestedAt: nowInstant(ctx.clock),
      });
      return { patch: { waiverPending: true }, data: { waiverId: id, reason } };
    });
  });
}

/** Takes back one's own request. It stays in the list. */
export async function withdrawWaiver(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const item = parseInput(WithdrawWaiverInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:sign');
    return workOnItem(tx, ctx, item, 'withdraw-waiver', async (row) => {
      const { id, requestedBy } = await pendingWaiver(tx, row.id);
      if (requestedBy !== tx.access.userId) {
        throw new AppError('forbidden', {
          zh: '只有申请人可以撤回申请；请批准或拒绝。',
          en: 'Only who asked can withdraw it; approve or refuse it.',
        });
      }
      await decide(tx, ctx, id, 'withdrawn', requestedBy, null);
      return { patch: { waiverPending: false }, data: { waiverId: id } };
    });
  });
}

/** The request that waits for its second person. */
export async function pendingWaiver(tx: TenantTransaction, occurrenceId: string) {
  const rows = await tx.db
    .select()
    .from(waiver)
    .where(and(eq(waiver.occurrenceId, occurrenceId), isNull(waiver.decision)));
  const [row] = rows;
  if (row === undefined) throw new Error(`no pending waiver of ${occurrenceId}`);
  return row;
}

/** Writes the decision on a request. */
export async function decide(
  tx: TenantTransaction,
  ctx: TenantContext,
  id: string,
  decision: 'approved' | 'refused' | 'withdrawn',
  by: string,
  reason: string | null,
): Promise<void> {
  await tx.db
    .update(waiver)
    .set({ decision, decidedBy: by, decidedAt: nowInstant(ctx.clock), decisionReason: reason })
    .where(and(eq(waiver.tenantId, tx.tenantId), eq(waiver.id, id)));
}
