import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { ReopenInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/** Takes an item back to the beginning, with a reason. Receipts, evidence, the log and a miss stay. */
export async function reopenItem(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { reason, ...item } = parseInput(ReopenInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    const result = await workOnItem(tx, ctx, item, 'reopen', ({ submittedOn, submittedBy, doneOn }) => ({
      patch: { submittedOn: null, submittedBy: null, closedAt: null, doneOn: null },
      data: { reason, submittedOn, submittedBy, doneOn },
    }));
    // It is to be reminded of again.
    await enqueue(tx, ctx, 'compute-notices', {});
    return result;
  });
}
