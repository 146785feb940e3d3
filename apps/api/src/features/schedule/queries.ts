import type { CivilDate } from '@zhengqi/obligations';
import { and, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { licence } from '../../db/schema/licences.ts';
import {
  dutyResult,
  licenceSchedule,
  occurrence,
  occurrenceLicence,
  question,
  scheduleChange,
  scheduleRun,
} from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

export type OccurrenceTableRow = typeof occurrence.$inferSelect;
export type RunRow = typeof scheduleRun.$inferSelect;

/** Licences of the company as the schedule reads them. */
export async function readScheduledLicences(tx: TenantTransaction) {
  const rows = await tx.db
    .select({ id: licence.id, fields: licence.fields, heldSince: licence.heldSince })
    .from(licence)
    .orderBy(licence.createdAt, licence.id);
  // A new certificate prints a later day of issue; what was owed under the one before stays owed.
  return rows.map(({ id, fields, heldSince }) => ({
    id,
    fields: heldSince === null ? fields : { ...fields, issuedOn: heldSince },
  }));
}

/** How many licences the company has. */
export async function countLicences(tx: TenantTransaction): Promise<number> {
  return tx.db.$count(licence);
}

/** Everything ever scheduled for the company, removed ones too. */
export async function readAllOccurrences(tx: TenantTransaction): Promise<OccurrenceTableRow[]> {
  return tx.db.select().from(occurrence);
}

/** Which occurrence follows from which licences. */
export async function readOccurrenceLicences(tx: TenantTransaction) {
  const { occurrenceId, licenceId } = occurrenceLicence;
  return tx.db.select({ occurrenceId, licenceId }).from(occurrenceLicence);
}

/** The latest day on which any licence of the company was counted; null before the first. */
export async function readCountedOn(tx: TenantTransaction): Promise<CivilDate | null> {
  const [row] = await tx.db.select({ day: sql<CivilDate | null>`max(${licenceSchedule.asOf})` }).from(licenceSchedule);
  return row?.day ?? null;
}

/** What the last regeneration said about each licence. */
export async function readVerdicts(tx: TenantTransaction) {
  return {
    duties: await tx.db.select().from(dutyResult).orderBy(dutyResult.position),
    questions: await tx.db.select().from(question).orderBy(question.position),
    schedules: await tx.db.select().from(licenceSchedule),
  };
}

/** A page of runs, latest first, one more than asked for. */
export async function readRuns(
  tx: TenantTransaction,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<RunRow[]> {
  const before: SQL | undefined = page.after
    ? sql`(${scheduleRun.recordedAt}, ${scheduleRun.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
    : undefined;
  return tx.db
    .select()
    .from(scheduleRun)
    .where(before)
    .orderBy(desc(scheduleRun.recordedAt), desc(scheduleRun.id))
    .limit(page.limit + 1);
}

/** One run, or undefined. */
export async function readRun(tx: TenantTransaction, id: string): Promise<RunRow | undefined> {
  const rows = await tx.db.select().from(scheduleRun).where(eq(scheduleRun.id, id));
  return rows[0];
}

/** What a run changed, with the occurrences it changed, in the order of their dates. */
export async function readRunChanges(tx: TenantTransaction, runId: string) {
  return tx.db
    .select({ ...getTableColumns(scheduleChange), dutyId: occurrence.dutyId, clause: occurrence.clause })
    .from(scheduleChange)
    .innerJoin(
      occurrence,
      and(eq(occurrence.tenantId, scheduleChange.tenantId), eq(occurrence.id, scheduleChange.occurrenceId)),
    )
    .where(eq(scheduleChange.runId, runId))
    .orderBy(occurrence.sortOn, occurrence.id);
}

/** History of one occurrence, oldest first, with the runs that made it. */
export async function readOccurrenceHistory(tx: TenantTransaction, occurrenceId: string) {
  return tx.db
    .select({ change: scheduleChange, run: scheduleRun })
    .from(scheduleChange)
    .innerJoin(
      scheduleRun,
      and(eq(scheduleRun.tenantId, scheduleChange.tenantId), eq(scheduleRun.id, scheduleChange.runId)),
    )
    .where(eq(scheduleChange.occurrenceId, occurrenceId))
    .orderBy(scheduleRun.recordedAt, scheduleRun.id);
}

/** Marks occurrences as no longer asked for by any rule. */
export async function markRemoved(tx: TenantTransaction, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .update(occurrence)
    .set({ removedAt: at })
    .where(and(inArray(occurrence.id, [...ids]), isNull(occurrence.removedAt)));
}
