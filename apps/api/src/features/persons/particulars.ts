import { and, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { person, personPhone, personRevision } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { FieldCipher } from '../personal-data/field-cipher.ts';
import type { PersonTableRow } from './queries.ts';
import type { Particular, ReadParticulars } from './read-particulars.ts';

/** A person as they will be stored. */
export interface ChangedPerson {
  row: PersonTableRow;
  isNew: boolean;
  /** Names of the particulars that are not what they were. */
  changed: string[];
  /** Phones from now on; undefined: as before. */
  phones: readonly Particular[] | undefined;
  phoneIndexes: readonly string[] | undefined;
}

interface Given {
  externalRef?: string | null | undefined;
  name?: string | undefined;
  identityOnFile?: boolean | null | undefined;
}

/** Puts what is given over a person. A number that says what is known already changes nothing. */
export function changeParticulars(
  old: PersonTableRow,
  oldPhones: readonly string[],
  given: Given,
  read: ReadParticulars,
  cipher: FieldCipher,
  { at, isNew }: { at: string; isNew: boolean },
): ChangedPerson {
  const row = { ...old };
  const changed: string[] = [];
  const set = <Key extends 'externalRef' | 'name' | 'identityOnFile'>(
    key: Key,
    value: PersonTableRow[Key] | undefined,
  ) => {
    if (value === undefined || value === row[key]) return;
    row[key] = value;
    changed.push(key);
  };
  set('externalRef', given.externalRef);
  set('name', given.name);
  set('identityOnFile', given.identityOnFile);
  if (read.idNumber !== undefined) {
    const index = read.idNumber && cipher.blindIndex('person', 'id_number', read.idNumber.value);
    if (index !== row.idNumberIndex) {
      row.idNumberIndex = index;
      row.idNumber =
        read.idNumber && cipher.seal({ table: 'person', column: 'id_number', rowId: row.id }, read.idNumber.value);
      row.idNumberMask = read.idNumber && read.idNumber.mask;
      changed.push('idNumber');
    }
  }
  if (read.email !== undefined && !isSameEmail(row, read.email, cipher)) {
    row.email = read.email && cipher.seal({ table: 'person', column: 'email', rowId: row.id }, read.email.value);
    row.emailMask = read.email && read.email.mask;
    changed.push('email');
  }
  const phoneIndexes = read.phones?.map(({ value }) => cipher.blindIndex('person', 'phone', value));
  const isOther =
    read.phones !== undefined &&
    (row.phonesKnown !== (read.phones !== null) ||
      [...oldPhones].sort().join() !== [...(phoneIndexes ?? [])].sort().join());
  if (isOther) {
    row.phonesKnown = read.phones !== null;
    changed.push('phones');
  }
  if (changed.length > 0 || isNew) {
    row.version += 1;
    row.updatedAt = at;
  }
  return {
    row,
    isNew,
    changed,
    phones: isOther ? (read.phones ?? []) : undefined,
    phoneIndexes: isOther ? (phoneIndexes ?? []) : undefined,
  };
}

function isSameEmail({ email, id }: PersonTableRow, next: Particular | null, cipher: FieldCipher): boolean {
  if (email === null || next === null) return email === next;
  return cipher.open({ table: 'person', column: 'email', rowId: id }, email) === next.value;
}

const CHUNK = 500;
/** Columns that an existing person keeps whatever comes. */
const KEPT = new Set(['tenantId', 'id', 'createdAt', 'createdBy']);

/** Stores people who are new or changed, with a revision of each and their phones. */
export async function writeParticulars(
  tx: TenantTransaction,
  ctx: TenantContext,
  cipher: FieldCipher,
  people: readonly ChangedPerson[],
): Promise<void> {
  const news = people.filter(({ isNew, changed }) => isNew || changed.length > 0);
  const at = nowInstant(ctx.clock);
  const by = tx.access.userId;
  const columns = Object.entries(getTableColumns(person)).filter(([name]) => !KEPT.has(name));
  const set = Object.fromEntries(columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
  // The last state of each: one person may stand in several rows of a call.
  const last = [...new Map(news.map((changed) => [changed.row.id, changed.row])).values()];
  for (let i = 0; i < last.length; i += CHUNK) {
    await tx.db
      .insert(person)
      .values(last.slice(i, i + CHUNK).map((row) => ({ ...row, createdBy: row.createdBy ?? by })))
      .onConflictDoUpdate({ target: [person.tenantId, person.id], set });
  }
  const revisions = news.map(({ row, changed }) => {
    const { id: personId, version, name, identityOnFile, phonesKnown } = row;
    return {
      tenantId: tx.tenantId,
      personId,
      version,
      name,
      identityOnFile,
      phonesKnown,
      changed,
      recordedBy: by,
      recordedAt: at,
    };
  });
  for (let i = 0; i < revisions.length; i += CHUNK)
    await tx.db.insert(personRevision).values(revisions.slice(i, i + CHUNK));
  await writePhones(tx, ctx, cipher, news);
}

async function writePhones(
  tx: TenantTransaction,
  ctx: TenantContext,
  cipher: FieldCipher,
  people: readonly ChangedPerson[],
): Promise<void> {
  const recordedAt = nowInstant(ctx.clock);
  const last = new Map(people.filter(({ phones }) => phones).map((changed) => [changed.row.id, changed]));
  if (last.size === 0) return;
  await tx.db
    .update(personPhone)
    .set({ supersededAt: recordedAt })
    .where(and(inArray(personPhone.personId, [...last.keys()]), isNull(personPhone.supersededAt)));
  const rows = [...last.values()].flatMap(({ row, phones = [] }) =>
    phones.map(({ value, mask }, position) => {
      const id = ctx.newId();
      return {
        tenantId: tx.tenantId,
        id,
        personId: row.id,
        number: cipher.seal({ table: 'person_phone', column: 'number', rowId: id }, value),
        numberIndex: cipher.blindIndex('person', 'phone', value),
        numberMask: mask,
        position,
        recordedAt,
      };
    }),
  );
  for (let i = 0; i < rows.length; i += CHUNK) await tx.db.insert(personPhone).values(rows.slice(i, i + CHUNK));
}
