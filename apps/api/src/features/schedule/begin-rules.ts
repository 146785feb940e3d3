import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { companyRules } from '../../db/schema/rules.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/**
 * What the company goes by now. Puts a company whose schedule is counted for the first time on the newest release of the base rules. It stays there
 * until somebody has looked at a newer one and adopted it. For transactions that hold the lock of the schedule.
 */
export async function beginRules(tx: TenantTransaction, ctx: TenantContext): Promise<void> {
  // Another one may have changed them while this one waited for the lock.
  await tx.refreshRules();
  if (tx.base !== null) return;
  await tx.db.insert(companyRules).values({
    tenantId: tx.tenantId,
    seq: 1,
    baseVersion: ctx.rules.rulebook.version,
    changeId: null,
    setBy: null,
    recordedAt: nowInstant(ctx.clock),
  });
  await tx.refreshRules();
}
