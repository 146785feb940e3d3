import { and, desc, eq, sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { nowInstant } from '../../clock.ts';
import { annualReportEntry, type ReportCellValue, workflow } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

export type EntryRow = typeof annualReportEntry.$inferSelect;
/** Whose report, on which year. */
export interface ReportKey {
  licenceId: string;
  year: number;
}

/** The values of a report as they hold now, by path. */
export async function readEntries(
  tx: TenantTransaction,
  { licenceId, year }: ReportKey,
): Promise<Map<string, EntryRow>> {
  const rows = await tx.db
    .selectDistinctOn([annualReportEntry.path])
    .from(annualReportEntry)
    .where(and(eq(annualReportEntry.licenceId, licenceId), eq(annualReportEntry.year, year)))
    .orderBy(annualReportEntry.path, desc(annualReportEntry.version));
  return new Map(rows.map((row) => [row.path, row]));
}

/** Every value that a cell ever held, latest first. */
export async function readEntryHistory(tx: TenantTransaction, { licenceId, year }: ReportKey, path: string) {
  return tx.db
    .select()
    .from(annualReportEntry)
    .where(
      and(
        eq(annualReportEntry.licenceId, licenceId),
        eq(annualReportEntry.year, year),
        eq(annualReportEntry.path, path),
      ),
    )
    .orderBy(desc(annualReportEntry.version));
}

/** Lets one transaction at a time write into a report. */
export async function lockReport(tx: TenantTransaction, { licenceId, year }: ReportKey): Promise<void> {
  const key = `annual-report ${tx.tenantId} ${licenceId} ${year}`;
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/** A new value of a cell. */
export interface NewEntry {
  path: string;
  version: number;
  value: ReportCellValue | null;
  source: string | null;
  carriedFrom: number | null;
}

/** Adds values; those that were there stay in the history. */
export async function addEntries(
  tx: TenantTransaction,
  ctx: TenantContext,
  { licenceId, year }: ReportKey,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const recordedAt = nowInstant(ctx.clock);
  await tx.db.insert(annualReportEntry).values(
    entries.map((entry) => ({
      tenantId: tx.tenantId,
      licenceId,
      year,
      ...entry,
      setBy: tx.access.userId,
      recordedAt,
    })),
  );
}

/** The workflow that files the report, the latest of them. */
export async function readReportWorkflow(
  tx: TenantTransaction,
  { licenceId, year }: ReportKey,
): Promise<string | null> {
  const rows = await tx.db
    .select({ id: workflow.id })
    .from(workflow)
    .where(and(eq(workflow.licenceId, licenceId), eq(workflow.kind, 'annual-report'), eq(workflow.year, year + 1)))
    .orderBy(desc(workflow.startedAt))
    .limit(1);
  return rows[0]?.id ?? null;
}
