import type { CivilDate, Roster } from '@zhengqi/obligations';
import { and, desc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { publicId } from '../../db/ids.ts';
import {
  person,
  personPhone,
  personRevision,
  type RosterList,
  rosterKept,
  rosterRecord,
  rosterRecordPerson,
} from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { KnownEntry } from './check-entry.ts';
import type { RosterEntry } from './roster-entry.ts';

export type RosterRow = typeof rosterRecord.$inferSelect;

/** A stored record as it is given and checked. */
export function entryOf({ list, data }: Pick<RosterRow, 'list' | 'data'>): RosterEntry {
  return { list, record: data } as RosterEntry;
}

/** A stored record beside which others are checked. */
export function knownEntry(row: RosterRow): KnownEntry {
  return { id: row.id, entry: entryOf(row) };
}

/**
 * The roster as the domain reads it, in four statements whatever its size. Phones are told apart by their blind index.
 * @param recordedBefore what was known before this moment; without it, what is known now
 */
export async function readRoster(tx: TenantTransaction, recordedBefore?: string): Promise<Roster> {
  const rows = await tx.db
    .select()
    .from(rosterRecord)
    .where(wasKnown(rosterRecord, recordedBefore))
    .orderBy(rosterRecord.validFrom, rosterRecord.id);
  const of = <List extends RosterList>(list: List) =>
    rows
      .filter((row) => row.list === list)
      .map((row) => ({ id: publicId('rosterRecord', row.id), ...row.data })) as unknown as Roster[List];
  return {
    kept: await readKept(tx, recordedBefore),
    people: await readPersons(tx, recordedBefore),
    employments: of('employments'),
    assignments: of('assignments'),
    bodies: of('bodies'),
    places: of('places'),
    certificates: of('certificates'),
    trainings: of('trainings'),
    letters: of('letters'),
    filings: of('filings'),
    localBodies: of('localBodies'),
    rotas: of('rotas'),
    serviceHours: of('serviceHours'),
    audits: of('audits'),
    complaints: of('complaints'),
  };
}

/** Whether anything at all is recorded. Companies without a roster are most of them at first. */
export async function hasRoster(tx: TenantTransaction): Promise<boolean> {
  const { rows } = await tx.db.execute<{ found: boolean }>(
    sql`select exists (select from ${rosterRecord}) or exists (select from ${rosterKept}) or exists (select from ${person}) as found`,
  );
  return rows[0]?.found ?? false;
}

function wasKnown(
  table: {
    recordedAt: typeof rosterRecord.recordedAt | typeof personPhone.recordedAt;
    supersededAt: typeof rosterRecord.supersededAt | typeof personPhone.supersededAt;
  },
  before: string | undefined,
): SQL | undefined {
  if (before === undefined) return isNull(table.supersededAt);
  return and(
    sql`${table.recordedAt} < ${before}::timestamptz`,
    or(isNull(table.supersededAt), sql`${table.supersededAt} >= ${before}::timestamptz`),
  );
}

async function readPersons(tx: TenantTransaction, before: string | undefined): Promise<Roster['people']> {
  const rows = await tx.db
    .selectDistinctOn([personRevision.personId])
    .from(personRevision)
    .where(before === undefined ? undefined : sql`${personRevision.recordedAt} < ${before}::timestamptz`)
    .orderBy(personRevision.personId, desc(personRevision.version));
  const phones = new Map<string, string[]>();
  const numbers = await tx.db
    .select({ personId: personPhone.personId, key: personPhone.numberIndex })
    .from(personPhone)
    .where(wasKnown(personPhone, before));
  for (const { personId, key } of numbers) phones.set(personId, [...(phones.get(personId) ?? []), key]);
  return rows.map(({ personId, name, identityOnFile, phonesKnown }) => ({
    id: publicId('person', personId),
    name,
    identityOnFile,
    phoneKeys: phonesKnown ? (phones.get(personId) ?? []) : null,
  }));
}

/** Since when each list is said to be complete; lists that are not are left out. */
export async function readKept(tx: TenantTransaction, before?: string): Promise<Roster['kept']> {
  const rows = await tx.db
    .selectDistinctOn([rosterKept.section])
    .from(rosterKept)
    .where(before === undefined ? undefined : sql`${rosterKept.recordedAt} < ${before}::timestamptz`)
    .orderBy(rosterKept.section, desc(rosterKept.recordedAt), desc(rosterKept.id));
  return Object.fromEntries(rows.flatMap(({ section, keptFrom }) => (keptFrom === null ? [] : [[section, keptFrom]])));
}

/** Current records of some lists, or of all. */
export async function readCurrentRecords(tx: TenantTransaction, lists?: readonly RosterList[]): Promise<RosterRow[]> {
  return tx.db
    .select()
    .from(rosterRecord)
    .where(and(isNull(rosterRecord.supersededAt), lists && inArray(rosterRecord.list, [...lists])))
    .orderBy(rosterRecord.validFrom, rosterRecord.id);
}

/** Current records that belong to some people. */
export async function readRecordsOf(tx: TenantTransaction, personIds: readonly string[]): Promise<RosterRow[]> {
  if (personIds.length === 0) return [];
  return tx.db
    .select()
    .from(rosterRecord)
    .where(and(isNull(rosterRecord.supersededAt), inArray(rosterRecord.personId, [...personIds])))
    .orderBy(rosterRecord.validFrom, rosterRecord.id);
}

/** The current state of one record, locked until the end of the transaction; undefined when it was taken back. */
export async function lockRecord(tx: TenantTransaction, id: string): Promise<RosterRow | undefined> {
  const rows = await tx.db
    .select()
    .from(rosterRecord)
    .where(and(eq(rosterRecord.id, id), isNull(rosterRecord.supersededAt)))
    .for('update');
  return rows[0];
}

/** A page of current records of one list or of all, latest first, one more than asked for. */
export async function readRosterPage(
  tx: TenantTransaction,
  filter: {
    list: RosterList | undefined;
    personId: string | undefined;
    on: CivilDate | undefined;
    after: readonly [string, string] | undefined;
    limit: number;
  },
): Promise<RosterRow[]> {
  const { list, personId, on, after, limit } = filter;
  return tx.db
    .select()
    .from(rosterRecord)
    .where(
      and(
        list === undefined ? undefined : eq(rosterRecord.list, list),
        isNull(rosterRecord.supersededAt),
        personId === undefined ? undefined : eq(rosterRecord.personId, personId),
        on === undefined
          ? undefined
          : and(
              lte(rosterRecord.validFrom, on),
              or(isNull(rosterRecord.validTo), sql`${rosterRecord.validTo} >= ${on}`),
            ),
        after && sql`(${rosterRecord.validFrom}, ${rosterRecord.id}) < (${after[0]}::date, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(rosterRecord.validFrom), desc(rosterRecord.id))
    .limit(limit + 1);
}

/** Every state that a record ever had, latest first. */
export async function readRecordHistory(tx: TenantTransaction, id: string): Promise<RosterRow[]> {
  return tx.db.select().from(rosterRecord).where(eq(rosterRecord.id, id)).orderBy(desc(rosterRecord.version));
}

/** Current records that belong to a person or name them, those that began last first. */
export async function readRecordsNaming(tx: TenantTransaction, personId: string): Promise<RosterRow[]> {
  const isNamed = sql`exists (select from ${rosterRecordPerson} n where n.tenant_id = ${rosterRecord.tenantId}
    and n.record_id = ${rosterRecord.id} and n.version = ${rosterRecord.version} and n.person_id = ${personId})`;
  return tx.db
    .select()
    .from(rosterRecord)
    .where(and(isNull(rosterRecord.supersededAt), or(eq(rosterRecord.personId, personId), isNamed)))
    .orderBy(desc(rosterRecord.validFrom), desc(rosterRecord.id));
}
