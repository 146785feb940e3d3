import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { custodyItem, custodyMove } from '../../db/schema/custody.ts';
import { licence } from '../../db/schema/licences.ts';
import { person } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import type { ListCustodyInput } from './schemas.ts';

export type CustodyItemRow = typeof custodyItem.$inferSelect;

/** One item, locked until the transaction ends. @throws AppError `not-found` */
export async function lockCustodyItem(tx: TenantTransaction, id: string): Promise<CustodyItemRow> {
  const rows = await tx.db.select().from(custodyItem).where(eq(custodyItem.id, id)).for('update');
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** @throws AppError `not-found` */
export async function readCustodyItem(tx: TenantTransaction, id: string): Promise<CustodyItemRow> {
  const rows = await tx.db.select().from(custodyItem).where(eq(custodyItem.id, id));
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** A page of items, newest first, one more than asked for. */
export async function readCustodyPage(
  tx: TenantTransaction,
  { licenceId, personId, kind, state, overdue, limit }: ListCustodyInput,
  day: string,
  after: readonly [string, string] | undefined,
): Promise<CustodyItemRow[]> {
  return tx.db
    .select()
    .from(custodyItem)
    .where(
      and(
        licenceId === undefined ? undefined : eq(custodyItem.licenceId, licenceId),
        personId === undefined ? undefined : isHeldBy(personId),
        kind === undefined ? undefined : eq(custodyItem.kind, kind),
        state === undefined ? undefined : eq(custodyItem.state, state),
        overdue && sql`${custodyItem.loanDueOn} < ${day}::date`,
        after && sql`(${custodyItem.createdAt}, ${custodyItem.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(custodyItem.createdAt), desc(custodyItem.id))
    .limit(limit + 1);
}

/** Everything that a person keeps or has on loan, in a fixed order. */
export async function readHeldBy(tx: TenantTransaction, personId: string): Promise<CustodyItemRow[]> {
  return tx.db
    .select()
    .from(custodyItem)
    .where(and(isHeldBy(personId), inArray(custodyItem.state, ['kept', 'lent'])))
    .orderBy(custodyItem.id);
}

/** Everything that somebody has in their hands. */
export async function readItemsInUse(tx: TenantTransaction): Promise<CustodyItemRow[]> {
  return tx.db
    .select()
    .from(custodyItem)
    .where(inArray(custodyItem.state, ['kept', 'lent']));
}

const isHeldBy = (personId: string) =>
  sql`(${custodyItem.keeper} ->> 'personId' = ${personId} or ${custodyItem.borrower} ->> 'personId' = ${personId})`;

/** Changes of hands of an item, latest first. */
export async function readCustodyMoves(tx: TenantTransaction, itemId: string) {
  return tx.db
    .select()
    .from(custodyMove)
    .where(eq(custodyMove.itemId, itemId))
    .orderBy(desc(custodyMove.seq))
    .limit(500);
}

/** Names of people, by id; those who were erased are not among them. */
export async function readNames(tx: TenantTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * People among these whose last contract has ended by a day. Somebody of whom no contract is recorded is unknown, and
 * has not left.
 */
export async function readLeavers(tx: TenantTransaction, ids: readonly string[], day: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await tx.db.execute<{ id: string }>(sql`
    select r.person_id as id from app.roster_record r
     where r.person_id = any (${sql.param(`{${ids.join(',')}}`)}::uuid[]) and r.list = 'employments' and r.superseded_at is null
     group by r.person_id having bool_and(r.valid_to is not null and r.valid_to < ${day}::date)`);
  return new Set(rows.map(({ id }) => id));
}

/** Numbers of licences, by id. */
export async function readLicenceNumbers(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({ id: licence.id, number: licence.number })
    .from(licence)
    .where(inArray(licence.id, [...ids]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
