import type { WorkflowEnvironment } from '@zhengqi/obligations';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';

/** What moves and clocks depend on besides the work itself: the calendar in force, and what the company has answered. */
export async function environmentOf(
  tx: TenantTransaction,
  ctx: TenantContext,
  licenceId: string | null,
): Promise<WorkflowEnvironment> {
  const rows = await readFactsInForce(tx, today(ctx.clock));
  return { calendar: tx.rules.calendar, facts: factsOf(rows, licenceId ?? '') };
}
