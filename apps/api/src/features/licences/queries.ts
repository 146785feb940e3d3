import type { CivilDate, LicenceReading } from '@zhengqi/obligations';
import { and, desc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { licence, licenceDocument, licenceRevision, provision } from '../../db/schema/licences.ts';
import { dutyResult, licenceSchedule, occurrence, occurrenceLicence, question } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { stillShown } from '../occurrences/queries.ts';

export type LicenceRow = typeof licence.$inferSelect;

/** One licence, or undefined. */
export async function readLicence(tx: TenantTransaction, id: string): Promise<LicenceRow | undefined> {
  const rows = await tx.db.select().from(licence).where(eq(licence.id, id));
  return rows[0];
}

/** Id of the licence with this number, or null. */
export async function findLicenceByNumber(tx: TenantTransaction, number: string): Promise<string | null> {
  const rows = await tx.db.select({ id: licence.id }).from(licence).where(eq(licence.number, number));
  return rows[0]?.id ?? null;
}

/** A page of licences, earliest expiry first and those without one last; one more than asked for. */
export async function readLicences(
  tx: TenantTransaction,
  page: { search: string | undefined; after: readonly [string, string] | undefined; limit: number },
): Promise<(LicenceRow & { sortOn: string })[]> {
  const sortOn = sql<CivilDate>`coalesce(${licence.validTo}, '9999-12-31'::date)`;
  const filters: (SQL | undefined)[] = [];
  if (page.search) {
    const pattern = `%${page.search.replace(/[\\%_]/g, '\\$&')}%`;
    filters.push(or(ilike(licence.number, pattern), ilike(licence.holder, pattern)));
  }
  if (page.after) filters.push(sql`(${sortOn}, ${licence.id}) > (${page.after[0]}::date, ${page.after[1]}::uuid)`);
  const rows = await tx.db
    .select({ row: licence, sortOn: sql<string>`${sortOn}::text` })
    .from(licence)
    .where(and(...filters))
    .orderBy(sortOn, licence.id)
    .limit(page.limit + 1);
  return rows.map(({ row, sortOn: key }) => ({ ...row, sortOn: key }));
}

/** How many live occurrences of each status follow from each of these licences. */
export async function countOccurrences(tx: TenantTransaction, licenceIds: readonly string[]) {
  if (licenceIds.length === 0) return [];
  return tx.db
    .select({ licenceId: occurrenceLicence.licenceId, status: occurrence.status, n: sql<number>`count(*)::int` })
    .from(occurrenceLicence)
    .innerJoin(
      occurrence,
      and(eq(occurrence.tenantId, occurrenceLicence.tenantId), eq(occurrence.id, occurrenceLicence.occurrenceId)),
    )
    .where(and(inArray(occurrenceLicence.licenceId, [...licenceIds]), stillShown()))
    .groupBy(occurrenceLicence.licenceId, occurrence.status);
}

/** Open questions, findings and the day of the schedule, of each of these licences. */
export async function readScheduleSummaries(tx: TenantTransaction, licenceIds: readonly string[]) {
  if (licenceIds.length === 0) return [];
  return tx.db
    .select({
      licenceId: licenceSchedule.licenceId,
      asOf: licenceSchedule.asOf,
      findings: sql<number>`jsonb_array_length(${licenceSchedule.findings})`,
      questions: sql<number>`(select count(*)::int from ${question} q
        where q.tenant_id = ${licenceSchedule.tenantId} and q.licence_id = ${licenceSchedule.licenceId})`,
    })
    .from(licenceSchedule)
    .where(inArray(licenceSchedule.licenceId, [...licenceIds]));
}

/** The newest document of a licence without its bytes and text, or undefined. */
export async function readNewestDocument(tx: TenantTransaction, licenceId: string) {
  const { id, fileName, encoding, sha256, sizeBytes, uploadedAt, reading } = licenceDocument;
  const rows = await tx.db
    .select({ id, fileName, encoding, sha256, sizeBytes, uploadedAt, reading })
    .from(licenceDocument)
    .where(eq(licenceDocument.licenceId, licenceId))
    .orderBy(desc(licenceDocument.uploadedAt), desc(licenceDocument.id))
    .limit(1);
  return rows[0];
}

/** How the newest document of each of these licences was read at its dates. */
export async function readPrintedDates(tx: TenantTransaction, licenceIds: readonly string[]) {
  if (licenceIds.length === 0) return new Map<string, undefined>();
  const { licenceId, reading, uploadedAt, id } = licenceDocument;
  const rows = await tx.db
    .selectDistinctOn([licenceId], {
      licenceId,
      fields: sql<LicenceReading['licence']['fields']>`${reading} -> 'licence' -> 'fields'`,
    })
    .from(licenceDocument)
    .where(inArray(licenceId, [...licenceIds]))
    .orderBy(licenceId, desc(uploadedAt), desc(id));
  return new Map(rows.map((row) => [row.licenceId, row.fields]));
}

/** One document with its text, or undefined. */
export async function readDocumentText(tx: TenantTransaction, documentId: string) {
  const { id, fileName, encoding, sha256, sizeBytes, uploadedAt, text } = licenceDocument;
  const rows = await tx.db
    .select({ id, fileName, encoding, sha256, sizeBytes, uploadedAt, text })
    .from(licenceDocument)
    .where(eq(licenceDocument.id, documentId));
  return rows[0];
}

/** Provisions of a document in the order of the print. */
export async function readProvisions(tx: TenantTransaction, documentId: string) {
  return tx.db.select().from(provision).where(eq(provision.documentId, documentId)).orderBy(provision.position);
}

/** What the last regeneration said about one licence. */
export async function readLicenceVerdicts(tx: TenantTransaction, licenceId: string) {
  const duties = await tx.db
    .select()
    .from(dutyResult)
    .where(eq(dutyResult.licenceId, licenceId))
    .orderBy(dutyResult.position);
  const questions = await tx.db
    .select()
    .from(question)
    .where(eq(question.licenceId, licenceId))
    .orderBy(question.position);
  const schedules = await tx.db.select().from(licenceSchedule).where(eq(licenceSchedule.licenceId, licenceId));
  return { duties, questions, schedule: schedules[0] };
}

/** Every state of a licence, oldest first. */
export async function readRevisions(tx: TenantTransaction, licenceId: string) {
  return tx.db
    .select()
    .from(licenceRevision)
    .where(eq(licenceRevision.licenceId, licenceId))
    .orderBy(licenceRevision.version);
}
