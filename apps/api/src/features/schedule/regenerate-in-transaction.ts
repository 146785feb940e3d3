import type { CivilDate } from '@zhengqi/obligations';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { scheduleChange, scheduleRun } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { recordAudit } from '../record-audit.ts';
import { beginRules } from './begin-rules.ts';
import { changeViews } from './change-views.ts';
import { countCompany, horizonOf } from './count-company.ts';
import { lockSchedule } from './lock-schedule.ts';
import type { RunView, ScheduleDifference } from './schemas.ts';
import { type OccurrenceChange, writeOccurrences } from './write-occurrences.ts';
import { writeVerdicts } from './write-verdicts.ts';

const SHOWN_CHANGES = 100;

/**
 * Counts the schedule of all licences of the company anew, as of a day, and stores what differs: in the open
 * transaction, so that the change that asked for it and its dates are stored together or not at all.
 * Running it again changes nothing; of two at once the second finds the work done.
 */
export async function regenerateInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  reason: RunView['reason'],
  asOf: CivilDate = today(ctx.clock),
): Promise<ScheduleDifference> {
  await lockSchedule(tx);
  await beginRules(tx, ctx);
  const until = horizonOf(asOf);
  const ruleVersion = tx.rules.rulebook.version;
  const { schedules, next } = await countCompany(tx, ctx, tx.rules, asOf);
  const { changes, kept } = await writeOccurrences(tx, ctx, next, { asOf, ruleVersion });
  const verdictsChanged = await writeVerdicts(tx, ctx, schedules, { asOf, until });
  const counts = {
    added: count(changes, 'added') + count(changes, 'returned'),
    removed: count(changes, 'removed'),
    moved: count(changes, 'moved'),
    kept,
  };
  const run = { reason, asOf, until, ruleVersion, ...counts };
  const runId = changes.length > 0 ? await recordRun(tx, ctx, run, changes) : null;
  // The night looks at every organisation anyway.
  if (runId !== null && reason !== 'nightly') await enqueue(tx, ctx, 'compute-notices', {});
  if (runId !== null || verdictsChanged)
    await recordAudit(tx, ctx, 'schedule.changed', { type: 'schedule', id: runId }, run);
  return {
    runId: runId === null ? null : publicId('run', runId),
    asOf,
    until,
    ruleVersion,
    ...counts,
    pending: false,
    changes: changeViews(changes.slice(0, SHOWN_CHANGES), tx.rules.rulebook),
  };
}

async function recordRun(
  tx: TenantTransaction,
  ctx: TenantContext,
  run: Omit<typeof scheduleRun.$inferInsert, 'tenantId' | 'id' | 'startedBy' | 'recordedAt'>,
  changes: readonly OccurrenceChange[],
): Promise<string> {
  const id = ctx.newId();
  const recordedAt = nowInstant(ctx.clock);
  await tx.db
    .insert(scheduleRun)
    .values({ tenantId: tx.tenantId, id, ...run, startedBy: tx.access.userId, recordedAt });
  for (let i = 0; i < changes.length; i += 500) {
    const rows = changes.slice(i, i + 500).map(({ occurrenceId, change, before, after }) => ({
      tenantId: tx.tenantId,
      runId: id,
      occurrenceId,
      change,
      before,
      after,
    }));
    await tx.db.insert(scheduleChange).values(rows);
  }
  return id;
}

function count(changes: readonly OccurrenceChange[], kind: OccurrenceChange['change']): number {
  return changes.filter(({ change }) => change === kind).length;
}
