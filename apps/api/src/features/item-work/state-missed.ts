import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { StateMissedInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/**
 * States that an item whose limit of law has passed was not done in time. Until somebody does, the product only says that
 * no evidence is recorded. The statement stays for ever.
 */
export async function stateMissed(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { reason, ...item } = parseInput(StateMissedInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:sign');
    return workOnItem(tx, ctx, item, 'state-missed', ({ dueOn, dueAt }) => ({
      patch: { missed: true },
      data: { reason, dueOn, dueAt },
    }));
  });
}
