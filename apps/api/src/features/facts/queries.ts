import type { CivilDate, Facts, FactValue } from '@zhengqi/obligations';
import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm';
import { fact } from '../../db/schema/facts.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** One answer as recorded. */
export type FactRow = typeof fact.$inferSelect;

/**
 * Answers in force on a day: of each key and subject the one that is valid last, and of those the one said last.
 * @param recordedBefore as it was known before this moment; without it, as it is known now
 */
export async function readFactsInForce(
  tx: TenantTransaction,
  on: CivilDate,
  recordedBefore?: string,
): Promise<FactRow[]> {
  const rows = await tx.db
    .select()
    .from(fact)
    .where(
      and(
        lte(fact.validFrom, on),
        recordedBefore === undefined ? undefined : sql`${fact.recordedAt} < ${recordedBefore}::timestamptz`,
      ),
    )
    .orderBy(desc(fact.validFrom), desc(fact.recordedAt), desc(fact.id));
  const seen = new Set<string>();
  return rows.filter(({ key, licenceId }) => {
    const subject = `${key} ${licenceId ?? ''}`;
    return seen.size !== seen.add(subject).size;
  });
}

/** All that was ever said about one key, newest first. */
export async function readFactHistory(
  tx: TenantTransaction,
  key: string,
  licenceId: string | null,
): Promise<FactRow[]> {
  const filters: SQL[] = [eq(fact.key, key)];
  if (licenceId !== null) filters.push(eq(fact.licenceId, licenceId));
  return tx.db
    .select()
    .from(fact)
    .where(and(...filters))
    .orderBy(desc(fact.recordedAt), desc(fact.id));
}

/** The answers that count for one licence: those about the company, and over them those about the licence. */
export function factsOf(rows: readonly FactRow[], licenceId: string): Facts {
  const company = rows.filter((row) => row.licenceId === null);
  const own = rows.filter((row) => row.licenceId === licenceId);
  return Object.fromEntries([...company, ...own].map((row): [string, FactValue] => [row.key, row.value]));
}
