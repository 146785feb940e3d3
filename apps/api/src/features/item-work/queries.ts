import { WORK_MOVES } from '@zhengqi/obligations';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { storedFile } from '../../db/schema/files.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import { complianceStatement, evidence, receipt, waiver, workLog } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** An item as its table has it. */
export type ItemRow = typeof occurrence.$inferSelect;

/** One item, locked until the transaction ends. */
export async function lockItem(tx: TenantTransaction, id: string): Promise<ItemRow | undefined> {
  const rows = await tx.db.select().from(occurrence).where(eq(occurrence.id, id)).for('update');
  return rows[0];
}

/** One item, or undefined. */
export async function readItem(tx: TenantTransaction, id: string): Promise<ItemRow | undefined> {
  const rows = await tx.db.select().from(occurrence).where(eq(occurrence.id, id));
  return rows[0];
}

/** The last move that gave an item its present version. */
export async function readLastMove(tx: TenantTransaction, occurrenceId: string) {
  const rows = await tx.db
    .select()
    .from(workLog)
    .where(and(eq(workLog.occurrenceId, occurrenceId), inArray(workLog.move, [...WORK_MOVES])))
    .orderBy(desc(workLog.version), desc(workLog.at))
    .limit(1);
  return rows[0];
}

/** A page of what was done with an item, latest first, one more than asked for. */
export async function readWorkLog(
  tx: TenantTransaction,
  occurrenceId: string,
  page: { after: readonly [string, string] | undefined; limit: number },
) {
  const before = page.after
    ? sql`(${workLog.at}, ${workLog.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
    : undefined;
  return tx.db
    .select()
    .from(workLog)
    .where(and(eq(workLog.occurrenceId, occurrenceId), before))
    .orderBy(desc(workLog.at), desc(workLog.id))
    .limit(page.limit + 1);
}

/** Evidence of an item with its files but not their content, in the order it came. */
export async function readEvidence(tx: TenantTransaction, occurrenceId: string, withdrawnToo: boolean) {
  const { id, name, mediaType, sizeBytes, sha256 } = storedFile;
  return tx.db
    .select({ evidence, file: { id, name, mediaType, sizeBytes, sha256 } })
    .from(evidence)
    .leftJoin(storedFile, and(eq(storedFile.tenantId, evidence.tenantId), eq(storedFile.id, evidence.fileId)))
    .where(and(eq(evidence.occurrenceId, occurrenceId), withdrawnToo ? undefined : isNull(evidence.withdrawnAt)))
    .orderBy(evidence.addedAt, evidence.id);
}

/** Receipts of an item in the order they came. */
export async function readReceipts(tx: TenantTransaction, occurrenceId: string) {
  return tx.db
    .select()
    .from(receipt)
    .where(eq(receipt.occurrenceId, occurrenceId))
    .orderBy(receipt.recordedAt, receipt.id);
}

/** Requests for a waiver of an item, latest first. */
export async function readWaivers(tx: TenantTransaction, occurrenceId: string) {
  return tx.db
    .select()
    .from(waiver)
    .where(eq(waiver.occurrenceId, occurrenceId))
    .orderBy(desc(waiver.requestedAt), desc(waiver.id));
}

/** Statements signed on an item, latest first. */
export async function readStatements(tx: TenantTransaction, occurrenceId: string) {
  return tx.db
    .select()
    .from(complianceStatement)
    .where(eq(complianceStatement.occurrenceId, occurrenceId))
    .orderBy(desc(complianceStatement.signedAt), desc(complianceStatement.id));
}
