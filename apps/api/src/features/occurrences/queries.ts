import { dutiesOfClause, type Rulebook } from '@zhengqi/obligations';
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { licence, licenceDocument, provision } from '../../db/schema/licences.ts';
import { occurrence, occurrenceLicence } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { OccurrenceTableRow } from '../schedule/queries.ts';
import type { OccurrenceFilter } from './schemas.ts';
import { type Asking, evidenceCount, isMine, isOverdue, isToDo, workConditionsOf } from './work-conditions.ts';

/** An occurrence with the licences it follows from and how much evidence it has. */
export type OccurrenceRecord = OccurrenceTableRow & { licenceIds: string[]; evidenceCount: number };

/** By what a filter is read. */
export type FilterContext = Asking & { rulebook: Rulebook };

const licenceIds = sql<string[]>`array(select l.licence_id::text from ${occurrenceLicence} l
  where l.tenant_id = ${occurrence.tenantId} and l.occurrence_id = ${occurrence.id} order by 1)`;

/** A page of occurrences by date, one more than asked for. */
export async function readOccurrences(
  tx: TenantTransaction,
  filter: OccurrenceFilter,
  context: FilterContext,
  page: { after: readonly [string, string] | undefined; limit: number; latestFirst: boolean },
): Promise<OccurrenceRecord[]> {
  const next = page.after
    ? sql`(${occurrence.sortOn}, ${occurrence.id}) ${page.latestFirst ? sql`<` : sql`>`} (${page.after[0]}::date, ${page.after[1]}::uuid)`
    : undefined;
  const inOrder = page.latestFirst ? desc : asc;
  const rows = await tx.db
    .select({ row: occurrence, licenceIds, evidenceCount })
    .from(occurrence)
    .where(and(...conditionsOf(filter, context), next))
    .orderBy(inOrder(occurrence.sortOn), inOrder(occurrence.id))
    .limit(page.limit + 1);
  return rows.map(asRecord);
}

/** How many occurrences of each status and state of work the same filter lists, and what of them is special. */
export async function countOccurrenceGroups(tx: TenantTransaction, filter: OccurrenceFilter, context: FilterContext) {
  const { status, workState, assigneeId, waiverPending } = occurrence;
  const among = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;
  return tx.db
    .select({
      status,
      workState,
      n: sql<number>`count(*)::int`,
      overdue: among(isOverdue(context)),
      waiverPending: among(sql`${waiverPending}`),
      unassigned: among(and(isToDo, isNull(assigneeId))),
      mine: among(and(isToDo, isMine(context))),
    })
    .from(occurrence)
    .where(and(...conditionsOf(filter, context)))
    .groupBy(status, workState);
}

/** Occurrences with any of their dates in these days, by date. */
export async function readOccurrencesBetween(
  tx: TenantTransaction,
  licenceId: string | undefined,
  from: string,
  to: string,
): Promise<OccurrenceRecord[]> {
  const { opensOn, actBy, dueOn, sortOn } = occurrence;
  const inside = or(...[opensOn, actBy, dueOn, sortOn].map((day) => sql`${day} between ${from}::date and ${to}::date`));
  const rows = await tx.db
    .select({ row: occurrence, licenceIds, evidenceCount })
    .from(occurrence)
    .where(and(inside, stillShown(), licenceId === undefined ? undefined : followsFrom(licenceId)))
    .orderBy(occurrence.sortOn, occurrence.id)
    .limit(2000);
  return rows.map(asRecord);
}

/** One occurrence, or undefined. */
export async function readOccurrence(tx: TenantTransaction, id: string): Promise<OccurrenceRecord | undefined> {
  const rows = await tx.db
    .select({ row: occurrence, licenceIds, evidenceCount })
    .from(occurrence)
    .where(eq(occurrence.id, id));
  return rows[0] && asRecord(rows[0]);
}

/** Who receives filings under these licences, each authority once; empty when no licence tells. */
export async function readAuthorities(tx: TenantTransaction, licences: readonly string[]): Promise<string[]> {
  if (licences.length === 0) return [];
  const rows = await tx.db
    .select({ fields: licence.fields })
    .from(licence)
    .where(inArray(licence.id, [...licences]));
  const names = new Set(rows.map(({ fields }) => fields.authorityEffective));
  return [...names].filter((name) => name !== null).sort((a, b) => a.localeCompare(b, 'zh'));
}

/** The words of a provision in the newest document of one of these licences, or null. */
export async function readProvisionText(
  tx: TenantTransaction,
  licences: readonly string[],
  key: string,
): Promise<string | null> {
  if (licences.length === 0) return null;
  const rows = await tx.db
    .select({ text: provision.text })
    .from(provision)
    .innerJoin(
      licenceDocument,
      and(eq(licenceDocument.tenantId, provision.tenantId), eq(licenceDocument.id, provision.documentId)),
    )
    .innerJoin(licence, and(eq(licence.tenantId, provision.tenantId), eq(licence.id, provision.licenceId)))
    .where(and(inArray(provision.licenceId, [...licences]), eq(provision.key, key)))
    .orderBy(sql`${licenceDocument.uploadedAt} desc`)
    .limit(1);
  return rows[0]?.text ?? null;
}

function asRecord({ row, ...more }: { row: OccurrenceTableRow; licenceIds: string[]; evidenceCount: number }) {
  return { ...row, ...more };
}

function conditionsOf(filter: OccurrenceFilter, context: FilterContext): (SQL | undefined)[] {
  const { rulebook } = context;
  const { licenceId, status, clause, dutyId, from, to, search, provisional, removed } = filter;
  return [
    removed === 'exclude' ? stillShown() : removed === 'only' ? isNotNull(occurrence.removedAt) : undefined,
    licenceId === undefined ? undefined : followsFrom(licenceId),
    status === undefined ? undefined : status.length === 0 ? sql`false` : inArray(occurrence.status, status),
    clause ? ofDuties(dutiesOfClause(rulebook, clause).map((duty) => duty.id)) : undefined,
    dutyId === undefined ? undefined : eq(occurrence.dutyId, dutyId),
    from === undefined ? undefined : gte(occurrence.sortOn, sql`${from}::date`),
    to === undefined ? undefined : lte(occurrence.sortOn, sql`${to}::date`),
    provisional === undefined ? undefined : eq(occurrence.provisional, provisional),
    search ? matches(search, rulebook) : undefined,
    ...workConditionsOf(filter, context),
  ];
}

/** What lists show and counts count: not removed, or removed with somebody's work on it. */
export function stillShown(): SQL | undefined {
  return or(isNull(occurrence.removedAt), isNotNull(occurrence.workedAt));
}

function followsFrom(licenceId: string): SQL {
  return sql`exists (select from ${occurrenceLicence} l where l.tenant_id = ${occurrence.tenantId}
    and l.occurrence_id = ${occurrence.id} and l.licence_id = ${licenceId}::uuid)`;
}

function ofDuties(ids: readonly string[]): SQL {
  return ids.length === 0 ? sql`false` : inArray(occurrence.dutyId, [...ids]);
}

/** Titles of duties are in the rulebook, not in the table; words of the action and the clause are. */
function matches(search: string, rulebook: Rulebook): SQL | undefined {
  const words = search.toLowerCase();
  const titled = rulebook.duties.filter(({ title, clause }) =>
    `${title.zh} ${title.en} ${clause}`.toLowerCase().includes(words),
  );
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const inAction = sql`(${occurrence.action} ->> 'zh' ilike ${pattern} or ${occurrence.action} ->> 'en' ilike ${pattern})`;
  return titled.length === 0 ? inAction : or(inAction, ofDuties(titled.map((duty) => duty.id)));
}
