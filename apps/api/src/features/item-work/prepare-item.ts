import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { PrepareInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/** Says that everything for an item is ready, and only the act itself is left. */
export async function prepareItem(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { note, ...item } = parseInput(PrepareInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    return workOnItem(tx, ctx, item, 'prepare', () => ({ data: note ? { note } : {} }));
  });
}
