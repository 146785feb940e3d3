import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { horizonOf } from './count-company.ts';
import { countLicences } from './queries.ts';
import { regenerateInTransaction } from './regenerate-in-transaction.ts';
import type { RunView, ScheduleDifference } from './schemas.ts';

/** So many licences are counted while somebody waits; with more, the worker does it. */
const MAX_AT_ONCE = 25;

/** Regenerates at once where that is quick, and otherwise leaves it to the worker (`pending`). */
export async function regenerateOrEnqueue(
  tx: TenantTransaction,
  ctx: TenantContext,
  reason: RunView['reason'],
): Promise<ScheduleDifference> {
  if ((await countLicences(tx)) <= MAX_AT_ONCE) return regenerateInTransaction(tx, ctx, reason);
  await enqueue(tx, ctx, 'regenerate-schedule', { reason });
  const asOf = today(ctx.clock);
  return {
    runId: null,
    asOf,
    until: horizonOf(asOf),
    ruleVersion: tx.rules.rulebook.version,
    added: 0,
    removed: 0,
    moved: 0,
    kept: 0,
    pending: true,
    changes: [],
  };
}
