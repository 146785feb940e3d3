import type { CivilDate } from '@zhengqi/obligations';
import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { PersonId, publicId } from '../../db/ids.ts';
import { person } from '../../db/schema/people.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { type PersonView, readPeople } from '../people.ts';
import { entryOf, type RosterRow, readRecordHistory, readRosterPage } from './queries.ts';
import { referencesOf } from './roster-entry.ts';
import {
  ListRosterInput,
  type RecordHistory,
  RecordHistoryInput,
  type RosterPage,
  type RosterRecordView,
} from './schemas.ts';

/** Current records of one list or of all, those that began last first. */
export async function listRoster(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RosterPage>> {
  const { cursor, limit, list, personId, on } = parseInput(ListRosterInput, raw);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readRosterPage(tx, { list, personId, on: on as CivilDate | undefined, after, limit });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.validFrom, row.id]);
    return { items: await recordViews(tx, items, today(ctx.clock)), nextCursor };
  });
}

/** Every state of one record, latest first. */
export async function recordHistory(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RecordHistory>> {
  const { recordId } = parseInput(RecordHistoryInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readRecordHistory(tx, recordId);
    if (rows.length === 0) throw notFound();
    const users = await readPeople(tx);
    return {
      items: rows.map((row) => ({
        version: row.version,
        entry: entryOf(row),
        recordedAt: row.recordedAt,
        by: users(row.recordedBy),
        supersededAt: row.supersededAt,
        supersededBy: users(row.supersededBy),
        reason: row.reason,
      })),
    };
  });
}

/** Records with the names of the people in them. */
export async function recordViews(
  tx: TenantTransaction,
  rows: readonly RosterRow[],
  day: CivilDate,
): Promise<RosterRecordView[]> {
  const users = await readPeople(tx);
  const names = await readNames(
    tx,
    rows.flatMap((row) => referencesOf(entryOf(row)).map(({ personId }) => personId)),
  );
  return rows.map((row) => recordView(row, day, users, names));
}

/** Names of people by their public ids. */
export async function readNames(tx: TenantTransaction, publicIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(publicIds)].flatMap((id) => PersonId.safeParse(id).data ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx.db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids));
  return new Map(rows.map(({ id, name }) => [publicId('person', id), name]));
}

function recordView(
  row: RosterRow,
  day: CivilDate,
  users: (id: string | null) => PersonView,
  names: ReadonlyMap<string, string>,
): RosterRecordView {
  const entry = entryOf(row);
  const people = referencesOf(entry).map(({ personId }): [string, string] => [personId, names.get(personId) ?? '']);
  return {
    id: publicId('rosterRecord', row.id),
    version: row.version,
    entry,
    people: Object.fromEntries(people),
    state: row.validFrom > day ? 'to-come' : row.validTo !== null && row.validTo < day ? 'ended' : 'current',
    validFrom: row.validFrom,
    validTo: row.validTo,
    recordedAt: row.recordedAt,
    by: users(row.recordedBy),
  };
}
