import { addYears, type CivilDate, endOfYear, generateSchedule } from '@zhengqi/obligations';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { scheduleChange, scheduleRun } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readLiveEvents } from '../events/queries.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';
import { recordAudit } from '../record-audit.ts';
import { changeViews } from './change-views.ts';
import { lockSchedule } from './lock-schedule.ts';
import { type LicenceSchedule, mergeSchedules } from './merge-schedules.ts';
import { readScheduledLicences } from './queries.ts';
import type { RunView, ScheduleDifference } from './schemas.ts';
import { type OccurrenceChange, writeOccurrences } from './write-occurrences.ts';
import { writeVerdicts } from './write-verdicts.ts';

/** A licence runs five years, so its renewal is always inside the horizon. */
const HORIZON_YEARS = 5;
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
  const until = endOfYear(addYears(asOf, HORIZON_YEARS));
  const schedules = await generateAll(tx, ctx, asOf, until);
  const ruleVersion = ctx.rules.rulebook.version;
  const { changes, kept } = await writeOccurrences(tx, ctx, mergeSchedules(schedules), { asOf, ruleVersion });
  const verdictsChanged = await writeVerdicts(tx, ctx, schedules, { asOf, until });
  const counts = {
    added: count(changes, 'added') + count(changes, 'returned'),
    removed: count(changes, 'removed'),
    moved: count(changes, 'moved'),
    kept,
  };
  const run = { reason, asOf, until, ruleVersion, ...counts };
  const runId = changes.length > 0 ? await recordRun(tx, ctx, run, changes) : null;
  if (runId !== null || verdictsChanged)
    await recordAudit(tx, ctx, 'schedule.changed', { type: 'schedule', id: runId }, run);
  return {
    runId: runId === null ? null : publicId('run', runId),
    asOf,
    until,
    ruleVersion,
    ...counts,
    pending: false,
    changes: changeViews(changes.slice(0, SHOWN_CHANGES), ctx.rules.rulebook),
  };
}

async function generateAll(
  tx: TenantTransaction,
  ctx: TenantContext,
  asOf: CivilDate,
  until: CivilDate,
): Promise<LicenceSchedule[]> {
  const facts = await readFactsInForce(tx, asOf);
  const events = await readLiveEvents(tx);
  const licences = await readScheduledLicences(tx);
  return licences.map(({ id, fields }) => ({
    licenceId: id,
    // The id, not the number: a corrected number must not make every item a new one.
    schedule: generateSchedule(
      { licence: fields, licenceRef: publicId('licence', id), facts: factsOf(facts, id), events, asOf, until },
      ctx.rules,
    ),
  }));
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
