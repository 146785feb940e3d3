import type { OwnDuty } from '@zhengqi/obligations';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { type DutyOrigin, ownDuty } from '../../db/schema/rules.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type OwnDutyVersion, readOwnRevision } from './queries.ts';

/** What a new version says. */
export interface NewVersion {
  duty: OwnDuty;
  state: 'in-force' | 'retired';
  reason?: string | null;
  origin?: DutyOrigin | null;
  changeId?: string | null;
}

/**
 * Adds a version of a duty behind all others; the rules of this transaction have it from then on. For transactions that
 * hold the lock of the schedule.
 * @param before the version it follows; undefined for a new duty
 */
export async function writeOwnDuty(
  tx: TenantTransaction,
  ctx: TenantContext,
  before: OwnDutyVersion | undefined,
  { duty, state, reason = null, origin = before?.origin ?? null, changeId = null }: NewVersion,
): Promise<{ id: string; version: number }> {
  const id = before?.id ?? ctx.newId();
  const version = (before?.version ?? 0) + 1;
  await tx.db.insert(ownDuty).values({
    tenantId: tx.tenantId,
    id,
    version,
    seq: (await readOwnRevision(tx)) + 1,
    slug: duty.id,
    state,
    duty,
    origin,
    reason,
    changeId,
    saidBy: tx.access.userId,
    recordedAt: nowInstant(ctx.clock),
  });
  await tx.refreshRules();
  return { id, version };
}
