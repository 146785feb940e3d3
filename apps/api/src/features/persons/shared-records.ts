import { and, eq, inArray, sql } from 'drizzle-orm';
import { publicId } from '../../db/ids.ts';
import { type RosterData, rosterRecord, rosterRecordPerson } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { RosterRow } from '../roster/queries.ts';
import { withoutPerson } from '../roster/roster-entry.ts';

/** Records of the company that name a person, in every state they ever had. */
export async function readSharedRecords(tx: TenantTransaction, personId: string): Promise<RosterRow[]> {
  const named = tx.db
    .select({ id: rosterRecordPerson.recordId })
    .from(rosterRecordPerson)
    .where(eq(rosterRecordPerson.personId, personId));
  return tx.db.select().from(rosterRecord).where(inArray(rosterRecord.id, named)).orderBy(rosterRecord.recordedAt);
}

/** What such a record says of one person: others who stand in it are nobody's business. */
export function partAbout(data: RosterData, personId: string): Record<string, unknown> {
  const left = Object.entries(data).map(([key, value]): [string, unknown] => {
    if (key === 'headId' || key === 'contactId' || key === 'personId') return [key, value === personId ? value : null];
    if (!Array.isArray(value)) return [key, value];
    return [
      key,
      value.filter((part: { personId?: unknown }) => part.personId === undefined || part.personId === personId),
    ];
  });
  return Object.fromEntries(left);
}

/** Takes a person out of the records of the company, in every state they ever had. The records stay, without the person. */
export async function takeOutOfRecords(tx: TenantTransaction, personId: string): Promise<number> {
  const rows = await readSharedRecords(tx, personId);
  for (const { id, version, data } of rows) {
    // A reason may name the person.
    await tx.db
      .update(rosterRecord)
      .set({ data: sql`${JSON.stringify(withoutPerson(data, publicId('person', personId)))}::jsonb`, reason: null })
      .where(and(eq(rosterRecord.id, id), eq(rosterRecord.version, version)));
  }
  return rows.length;
}
