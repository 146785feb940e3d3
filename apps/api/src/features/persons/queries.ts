import type { CivilDate, Post } from '@zhengqi/obligations';
import { and, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { person, personPhone, personRevision, rosterRecord } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

export type PersonTableRow = typeof person.$inferSelect;
export type PhoneRow = typeof personPhone.$inferSelect;

/** A page of people, those entered last first, one more than asked for. */
export async function readPeoplePage(
  tx: TenantTransaction,
  filter: {
    search: string | undefined;
    status: 'employed' | 'left' | 'all';
    post: Post | undefined;
    on: CivilDate;
    after: readonly [string, string] | undefined;
    limit: number;
  },
): Promise<PersonTableRow[]> {
  const { search, status, post, on, after, limit } = filter;
  const pattern = `%${(search ?? '').replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return tx.db
    .select()
    .from(person)
    .where(
      and(
        search ? or(ilike(person.name, pattern), ilike(person.externalRef, pattern)) : undefined,
        status === 'all' ? undefined : status === 'employed' ? hasRecord('employments', on) : hasLeft(on),
        post && hasRecord('assignments', on, sql`and r.data ->> 'post' = ${post}`),
        after && sql`(${person.createdAt}, ${person.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(person.createdAt), desc(person.id))
    .limit(limit + 1);
}

function hasRecord(list: string, on: CivilDate, more: SQL = sql``): SQL {
  return sql`exists (select from ${rosterRecord} r where r.tenant_id = ${person.tenantId} and r.person_id = ${person.id}
    and r.superseded_at is null and r.list = ${list} and r.valid_from <= ${on}::date
    and coalesce(r.valid_to, 'infinity') >= ${on}::date ${more})`;
}

function hasLeft(on: CivilDate): SQL {
  return sql`(not ${hasRecord('employments', on)} and exists (select from ${rosterRecord} r
    where r.tenant_id = ${person.tenantId} and r.person_id = ${person.id} and r.superseded_at is null
      and r.list = 'employments' and r.valid_to < ${on}::date))`;
}

/** One person, or undefined. */
export async function readPerson(tx: TenantTransaction, id: string): Promise<PersonTableRow | undefined> {
  const rows = await tx.db.select().from(person).where(eq(person.id, id));
  return rows[0];
}

/** One person, locked until the end of the transaction. */
export async function lockPerson(tx: TenantTransaction, id: string): Promise<PersonTableRow | undefined> {
  const rows = await tx.db.select().from(person).where(eq(person.id, id)).for('update');
  return rows[0];
}

/** People by their references and by the blind indexes of their identity numbers. */
export async function readKnownPeople(
  tx: TenantTransaction,
  { references, indexes }: { references: readonly string[]; indexes: readonly string[] },
): Promise<PersonTableRow[]> {
  if (references.length + indexes.length === 0) return [];
  return tx.db
    .select()
    .from(person)
    .where(or(inArray(person.externalRef, [...references]), inArray(person.idNumberIndex, [...indexes])));
}

/** Phones in use of some people, in the order in which they were given. */
export async function readPhones(tx: TenantTransaction, personIds: readonly string[]): Promise<PhoneRow[]> {
  if (personIds.length === 0) return [];
  return tx.db
    .select()
    .from(personPhone)
    .where(and(inArray(personPhone.personId, [...personIds]), isNull(personPhone.supersededAt)))
    .orderBy(personPhone.position, personPhone.id);
}

/** People with an identity number or a phone of this blind index. */
export async function readPeopleByIndex(
  tx: TenantTransaction,
  by: { idNumber: string | null; phone: string | null },
): Promise<PersonTableRow[]> {
  const withPhone =
    by.phone === null
      ? undefined
      : sql`exists (select from ${personPhone} n where n.tenant_id = ${person.tenantId} and n.person_id = ${person.id}
          and n.superseded_at is null and n.number_index = ${by.phone})`;
  return tx.db
    .select()
    .from(person)
    .where(and(by.idNumber === null ? undefined : eq(person.idNumberIndex, by.idNumber), withPhone))
    .orderBy(person.createdAt, person.id)
    .limit(100);
}

/** What was changed of a person's particulars, latest first. */
export async function readRevisions(tx: TenantTransaction, personId: string) {
  return tx.db
    .select()
    .from(personRevision)
    .where(eq(personRevision.personId, personId))
    .orderBy(desc(personRevision.version));
}
