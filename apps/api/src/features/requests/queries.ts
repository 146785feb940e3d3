import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { storedFile } from '../../db/schema/files.ts';
import {
  materialAnswer,
  materialEvidence,
  materialRequest,
  materialRequestLog,
  materialRequestThing,
  materialUpload,
} from '../../db/schema/requests.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import type { ListRequestsInput } from './schemas.ts';

export type RequestTableRow = typeof materialRequest.$inferSelect;
export type ThingRow = typeof materialRequestThing.$inferSelect;
export type AnswerRow = typeof materialAnswer.$inferSelect;

/**
 * One request, locked until the transaction ends.
 * @throws AppError `not-found`
 */
export async function lockRequest(tx: TenantTransaction, id: string): Promise<RequestTableRow> {
  const rows = await tx.db.select().from(materialRequest).where(eq(materialRequest.id, id)).for('update');
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** @throws AppError `not-found` */
export async function readRequest(tx: TenantTransaction, id: string): Promise<RequestTableRow> {
  const rows = await tx.db.select().from(materialRequest).where(eq(materialRequest.id, id));
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** The request that was made by a call over many clients, if this company was among them. */
export async function readRequestOfBatch(tx: TenantTransaction, batchId: string): Promise<RequestTableRow | undefined> {
  const rows = await tx.db.select().from(materialRequest).where(eq(materialRequest.batchId, batchId));
  return rows[0];
}

/** Things of some requests, in their order. */
export async function readThings(tx: TenantTransaction, requestIds: readonly string[]): Promise<ThingRow[]> {
  if (requestIds.length === 0) return [];
  return tx.db
    .select()
    .from(materialRequestThing)
    .where(inArray(materialRequestThing.requestId, [...requestIds]))
    .orderBy(materialRequestThing.requestId, materialRequestThing.position);
}

/** Everything that was given for a request, in the order it came. */
export async function readAnswers(tx: TenantTransaction, requestId: string): Promise<AnswerRow[]> {
  return tx.db
    .select()
    .from(materialAnswer)
    .where(eq(materialAnswer.requestId, requestId))
    .orderBy(materialAnswer.at, materialAnswer.batch, materialAnswer.id);
}

/** What is known of the files of a request, without their content. */
export async function readAnswerFiles(tx: TenantTransaction, requestId: string) {
  const { id, name, mediaType, sizeBytes } = storedFile;
  const rows = await tx.db
    .selectDistinct({ id, name, mediaType, sizeBytes })
    .from(storedFile)
    .innerJoin(
      materialAnswer,
      and(eq(materialAnswer.tenantId, storedFile.tenantId), eq(materialAnswer.fileId, storedFile.id)),
    )
    .where(eq(materialAnswer.requestId, requestId));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which answers of a request became which evidence. */
export async function readAnswerEvidence(tx: TenantTransaction, requestId: string): Promise<Map<string, string>> {
  const rows = await tx.db
    .select({ answerId: materialEvidence.answerId, evidenceId: materialEvidence.evidenceId })
    .from(materialEvidence)
    .innerJoin(
      materialAnswer,
      and(eq(materialAnswer.tenantId, materialEvidence.tenantId), eq(materialAnswer.id, materialEvidence.answerId)),
    )
    .where(eq(materialAnswer.requestId, requestId));
  return new Map(rows.map(({ answerId, evidenceId }) => [answerId, evidenceId]));
}

/** Files that came through links of a request. */
export async function readUploads(tx: TenantTransaction, requestId: string) {
  return tx.db.select().from(materialUpload).where(eq(materialUpload.requestId, requestId));
}

/** What was done with a request, latest first. */
export async function readRequestLog(tx: TenantTransaction, requestId: string) {
  return tx.db
    .select()
    .from(materialRequestLog)
    .where(eq(materialRequestLog.requestId, requestId))
    .orderBy(desc(materialRequestLog.seq))
    .limit(500);
}

/** A page of requests, newest first, one more than asked for. */
export async function readRequests(
  tx: TenantTransaction,
  { state, occurrenceId, workflowId, overdue, limit }: ListRequestsInput,
  day: string,
  after: readonly [string, string] | undefined,
): Promise<RequestTableRow[]> {
  return tx.db
    .select()
    .from(materialRequest)
    .where(
      and(
        state && inArray(materialRequest.state, state),
        occurrenceId === undefined ? undefined : eq(materialRequest.occurrenceId, occurrenceId),
        workflowId === undefined ? undefined : eq(materialRequest.workflowId, workflowId),
        overdue && and(eq(materialRequest.state, 'open'), sql`${materialRequest.dueOn} < ${day}::date`),
        after &&
          sql`(${materialRequest.createdAt}, ${materialRequest.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(materialRequest.createdAt), desc(materialRequest.id))
    .limit(limit + 1);
}

/** How many requests wait for the company, for a review, and past their day. */
export async function countRequests(tx: TenantTransaction, day: string) {
  const { rows } = await tx.db.execute<{ open: number; answered: number; overdue: number }>(
    sql`select (count(*) filter (where ${materialRequest.state} = 'open'))::int as open,
               (count(*) filter (where ${materialRequest.state} = 'answered'))::int as answered,
               (count(*) filter (where ${materialRequest.state} = 'open' and ${materialRequest.dueOn} < ${day}::date))::int as overdue
          from ${materialRequest} where ${materialRequest.state} in ('open', 'answered')`,
  );
  return rows[0] ?? { open: 0, answered: 0, overdue: 0 };
}

/** Requests that are neither done nor withdrawn. */
export async function readRunningRequests(tx: TenantTransaction): Promise<RequestTableRow[]> {
  return tx.db
    .select()
    .from(materialRequest)
    .where(inArray(materialRequest.state, ['open', 'answered']));
}

/** Items that requests are about, by id. */
export async function readRequestedItems(tx: TenantTransaction, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { dutyId: string; dueOn: string | null }>();
  const rows = await tx.db
    .select({ id: occurrence.id, dutyId: occurrence.dutyId, dueOn: occurrence.dueOn })
    .from(occurrence)
    .where(inArray(occurrence.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The newest link of each of these requests. */
export async function readLinks(tx: TenantTransaction, requestIds: readonly string[]) {
  const { rows } = await tx.db.execute<{ request_id: string; id: string; expires_at: string; live: boolean }>(
    sql`select * from authz.request_links(${sql.param(`{${requestIds.join(',')}}`)}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.request_id, row]));
}

/** How many mails with links left the organisation since a moment, and how many of these for one request. */
export async function countSentLinks(tx: TenantTransaction, requestId: string, since: string) {
  const { rows } = await tx.db.execute<{ all: number; of_request: number }>(
    sql`select count(*)::int as all, (count(*) filter (where ${materialRequestLog.requestId} = ${requestId}))::int as of_request
          from ${materialRequestLog} where ${materialRequestLog.move} = 'send-link' and ${materialRequestLog.at} > ${since}`,
  );
  return rows[0] ?? { all: 0, of_request: 0 };
}

/** Files of this age that were never given as an answer may have been swept. */
export const isStillThere = (at: string, now: string) => Date.parse(now) - Date.parse(at) < 23 * 3_600_000;
