import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import type { ScheduleDifference } from '../schedule/schemas.ts';
import { requireSandbox } from './require-sandbox.ts';
import { RollSandboxInput } from './schemas.ts';

/**
 * Does in a sandbox what the night of a day does in every company: counts the schedule as of that day, which the clock of
 * the call says. @throws AppError `not-found` for a company that is no sandbox
 */
export async function rollSandbox(ctx: TenantContext, raw: unknown): Promise<ScheduleDifference> {
  parseInput(RollSandboxInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'schedule:regenerate');
    await requireSandbox(tx);
    await lockSchedule(tx);
    return regenerateOrEnqueue(tx, ctx, 'manual');
  });
}
