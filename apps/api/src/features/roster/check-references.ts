import { inArray } from 'drizzle-orm';
import { PersonId } from '../../db/ids.ts';
import { person } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { FieldError } from '../../errors.ts';
import { type RosterEntry, referencesOf } from './roster-entry.ts';

/** Which of the people named in these records are people of the company. */
export async function readNamedPeople(tx: TenantTransaction, entries: readonly RosterEntry[]): Promise<Set<string>> {
  const ids = new Map<string, string>();
  for (const { personId } of entries.flatMap(referencesOf)) {
    const id = PersonId.safeParse(personId);
    if (id.success) ids.set(id.data, personId);
  }
  if (ids.size === 0) return new Set();
  const rows = await tx.db
    .select({ id: person.id })
    .from(person)
    .where(inArray(person.id, [...ids.keys()]));
  return new Set(rows.map(({ id }) => ids.get(id) ?? ''));
}

/** Places that name somebody who is not of the company: the same for one who does not exist. */
export function checkReferences(entry: RosterEntry, people: ReadonlySet<string>): FieldError[] {
  return referencesOf(entry)
    .filter(({ personId }) => !people.has(personId))
    .map(({ path }) => ({
      path,
      message: { zh: '没有这个人员。', en: 'There is no such person.' },
    }));
}
