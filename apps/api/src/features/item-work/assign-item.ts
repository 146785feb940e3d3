import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { requirePeopleHere } from '../people-here.ts';
import { AssignInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/**
 * Gives an item to somebody who has access to the company, or takes it from whoever has it.
 * @throws AppError `invalid-input` at `assigneeId` for a stranger
 */
export async function assignItem(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { assigneeId, note, ...item } = parseInput(AssignInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    await requireAssignee(tx, assigneeId);
    const result = await assignInTransaction(tx, ctx, item, assigneeId, note);
    // Whoever has it now is the one to remind.
    await enqueue(tx, ctx, 'compute-notices', {});
    return result;
  });
}

/** Refuses somebody without access. */
export async function requireAssignee(tx: TenantTransaction, assigneeId: string | null): Promise<void> {
  await requirePeopleHere(tx, assigneeId === null ? [] : [assigneeId], 'assigneeId');
}

/** The move itself, for one item or for many. */
export function assignInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: { occurrenceId: string; version: number },
  assigneeId: string | null,
  note: string | undefined,
): Promise<WorkResult> {
  return workOnItem(tx, ctx, item, 'assign', (row) => ({
    patch: { assigneeId },
    data: { from: row.assigneeId, to: assigneeId, ...(note ? { note } : {}) },
  }));
}
