import type { SQL } from 'drizzle-orm';
import { postgresErrorOf } from '../db/database-errors.ts';
import type { TenantTransaction } from '../db/tenant-transaction.ts';
import { forbidden, notFound } from '../errors.ts';

const REFUSED = '42501';

/**
 * Asks a function of the database that decides by itself whether the caller may.
 * @throws AppError `forbidden` when it refuses
 */
export async function askAuthority<Row extends Record<string, unknown>>(
  tx: TenantTransaction,
  question: SQL,
): Promise<Row[]> {
  try {
    return (await tx.db.execute<Row>(question)).rows as Row[];
  } catch (error) {
    if (postgresErrorOf(error)?.code === REFUSED) throw forbidden();
    throw error;
  }
}

/**
 * The same for a function that answers with one word.
 * @throws AppError `not-found` for the word `missing`
 */
export async function outcomeOf(tx: TenantTransaction, question: SQL): Promise<string> {
  const [row] = await askAuthority<{ outcome: string }>(tx, question);
  const outcome = row?.outcome ?? 'missing';
  if (outcome === 'missing') throw notFound();
  return outcome;
}
