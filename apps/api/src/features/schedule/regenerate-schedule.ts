import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { regenerateOrEnqueue } from './regenerate-or-enqueue.ts';
import { RegenerateScheduleInput, type ScheduleDifference } from './schemas.ts';

/** Counts the company's schedule anew, as of today, and tells what changed. */
export async function regenerateSchedule(ctx: TenantContext, raw: unknown): Promise<ScheduleDifference> {
  parseInput(RegenerateScheduleInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'schedule:regenerate');
    return regenerateOrEnqueue(tx, ctx, 'manual');
  });
}
