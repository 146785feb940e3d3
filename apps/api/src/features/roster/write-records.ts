import { and, eq, isNull } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { PersonId } from '../../db/ids.ts';
import { rosterRecord, rosterRecordPerson } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { ownerOf, periodOf, type RosterEntry, referencesOf } from './roster-entry.ts';

/** Rows of one insert: their parameters must stay below the 65,535 of one statement. */
const CHUNK = 500;

/** A state of a record that is about to be stored. */
export interface NewRecord {
  id: string;
  version: number;
  entry: RosterEntry;
}

/** Stores states of records with the people they name. The one before must be superseded first. */
export async function writeRecords(
  tx: TenantTransaction,
  ctx: TenantContext,
  records: readonly NewRecord[],
): Promise<void> {
  const recordedAt = nowInstant(ctx.clock);
  const rows = records.map(({ id, version, entry }) => {
    const { from, to } = periodOf(entry);
    const owner = ownerOf(entry);
    return {
      tenantId: tx.tenantId,
      id,
      version,
      list: entry.list,
      personId: owner === null ? null : PersonId.parse(owner),
      data: entry.record,
      validFrom: from,
      validTo: to,
      recordedBy: tx.access.userId,
      recordedAt,
    };
  });
  for (let i = 0; i < rows.length; i += CHUNK) await tx.db.insert(rosterRecord).values(rows.slice(i, i + CHUNK));
  const links = records.flatMap(({ id, version, entry }) => {
    const people = new Set(ownerOf(entry) === null ? referencesOf(entry).map(({ personId }) => personId) : []);
    return [...people].map((personId) => ({
      tenantId: tx.tenantId,
      recordId: id,
      version,
      personId: PersonId.parse(personId),
    }));
  });
  for (let i = 0; i < links.length; i += CHUNK)
    await tx.db.insert(rosterRecordPerson).values(links.slice(i, i + CHUNK));
}

/** Ends the time in which the current state of a record was what is known. */
export async function supersede(
  tx: TenantTransaction,
  ctx: TenantContext,
  id: string,
  reason: string | null = null,
): Promise<void> {
  await tx.db
    .update(rosterRecord)
    .set({ supersededAt: nowInstant(ctx.clock), supersededBy: tx.access.userId, reason })
    .where(and(eq(rosterRecord.id, id), isNull(rosterRecord.supersededAt)));
}
