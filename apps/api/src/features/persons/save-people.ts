import { isDeepStrictEqual } from 'node:util';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { FieldError } from '../../errors.ts';
import type { FieldCipher } from '../personal-data/field-cipher.ts';
import { tenantCipher } from '../personal-data/tenant-cipher.ts';
import { judgeEntries } from '../roster/add-records.ts';
import { knownEntry, readRecordsOf } from '../roster/queries.ts';
import type { RosterEntry } from '../roster/roster-entry.ts';
import { type NewRecord, writeRecords } from '../roster/write-records.ts';
import { type ChangedPerson, changeParticulars, writeParticulars } from './particulars.ts';
import { type PersonTableRow, readKnownPeople, readPhones } from './queries.ts';
import { type ReadParticulars, readParticulars } from './read-particulars.ts';
import type { AddPersonInput } from './schemas.ts';

/** What became of one row. */
export interface SavedRow {
  person: ChangedPerson | null;
  created: boolean;
  records: readonly NewRecord[];
  errors: FieldError[];
}

/**
 * Stores people with their records: new ones, and over those whose external reference is known. Each row is judged beside
 * what is stored and the rows before it; one with errors stores nothing.
 */
export async function savePeople(
  tx: TenantTransaction,
  ctx: TenantContext,
  rows: readonly AddPersonInput[],
): Promise<SavedRow[]> {
  const cipher = await tenantCipher(tx, ctx);
  const read = rows.map((row) => readParticulars(row, (name) => name));
  const known = await readStored(tx, cipher, rows, read);
  const saved = rows.map((row, i) => judgeRow(ctx, cipher, row, read[i] ?? { errors: [] }, known));
  const good = saved.filter(({ errors }) => errors.length === 0);
  const people = good.flatMap(({ person: changed }) => changed ?? []);
  await writeParticulars(tx, ctx, cipher, people);
  await writeRecords(
    tx,
    ctx,
    good.flatMap(({ records }) => records),
  );
  return saved;
}

/** What the rows are held against; grows with each good row. */
interface Stored {
  byReference: Map<string, PersonTableRow>;
  byIdNumber: Map<string, PersonTableRow>;
  phones: Map<string, readonly string[]>;
  records: Map<string, { id: string; entry: RosterEntry }[]>;
}

async function readStored(
  tx: TenantTransaction,
  cipher: FieldCipher,
  rows: readonly AddPersonInput[],
  read: readonly ReadParticulars[],
): Promise<Stored> {
  const references = rows.flatMap(({ externalRef }) => externalRef ?? []);
  const indexes = read.flatMap(({ idNumber }) =>
    idNumber ? cipher.blindIndex('person', 'id_number', idNumber.value) : [],
  );
  const people = await readKnownPeople(tx, { references, indexes });
  const ids = people.map(({ id }) => id);
  const phones = Map.groupBy(await readPhones(tx, ids), ({ personId }) => personId);
  const records = Map.groupBy(await readRecordsOf(tx, ids), ({ personId }) => personId ?? '');
  return {
    byReference: new Map(people.flatMap((row) => (row.externalRef === null ? [] : [[row.externalRef, row]]))),
    byIdNumber: new Map(people.flatMap((row) => (row.idNumberIndex === null ? [] : [[row.idNumberIndex, row]]))),
    phones: new Map([...phones].map(([id, own]) => [id, own.map(({ numberIndex }) => numberIndex)])),
    records: new Map([...records].map(([id, own]) => [id, own.map(knownEntry)])),
  };
}

function judgeRow(
  ctx: TenantContext,
  cipher: FieldCipher,
  row: AddPersonInput,
  read: ReadParticulars,
  stored: Stored,
): SavedRow {
  const old = row.externalRef ? stored.byReference.get(row.externalRef) : undefined;
  const at = nowInstant(ctx.clock);
  const base = old ?? emptyPerson(ctx, at);
  const given = { ...row, externalRef: row.externalRef ?? undefined };
  const changed = changeParticulars(base, stored.phones.get(base.id) ?? [], given, read, cipher, {
    at,
    isNew: old === undefined,
  });
  const errors = [...read.errors, ...takenNumber(changed, stored)];
  const own = stored.records.get(base.id) ?? [];
  const entries = row.records.map(({ list, record }) => {
    return { list, record: { ...record, personId: publicId('person', base.id) } } as RosterEntry;
  });
  const isThere = (entry: RosterEntry) => own.some((other) => isDeepStrictEqual(other.entry, entry));
  const news = entries.filter((entry) => !isThere(entry));
  const judged = judgeEntries(news, own, ctx.newId);
  judged.errors.forEach((found, i) => {
    const place = entries.indexOf(news[i] as RosterEntry);
    errors.push(...found.map((error) => ({ ...error, path: `records.${place}.${error.path}` })));
  });
  if (errors.length > 0) return { person: null, created: false, records: [], errors };
  const { row: next } = changed;
  if (next.externalRef !== null) stored.byReference.set(next.externalRef, next);
  if (next.idNumberIndex !== null) stored.byIdNumber.set(next.idNumberIndex, next);
  if (changed.phoneIndexes) stored.phones.set(next.id, changed.phoneIndexes);
  stored.records.set(next.id, [...own, ...judged.records]);
  return { person: changed, created: old === undefined, records: judged.records, errors: [] };
}

/** Two people of a company with one identity number are one person, entered twice. */
function takenNumber({ row }: ChangedPerson, { byIdNumber }: Stored): FieldError[] {
  const holder = row.idNumberIndex === null ? undefined : byIdNumber.get(row.idNumberIndex);
  if (!holder || holder.id === row.id) return [];
  return [
    {
      path: 'idNumber',
      message: {
        zh: `该证件号码已登记在“${holder.name}”名下。`,
        en: `This identity number is recorded for ${holder.name} already.`,
      },
    },
  ];
}

function emptyPerson(ctx: TenantContext, at: string): PersonTableRow {
  const none = {
    externalRef: null,
    idNumber: null,
    idNumberIndex: null,
    idNumberMask: null,
    email: null,
    emailMask: null,
  };
  const { tenantId } = ctx;
  const base = { tenantId, id: ctx.newId(), version: 0, name: '', identityOnFile: null, phonesKnown: false };
  return { ...base, ...none, createdBy: null, createdAt: at, updatedAt: at };
}
