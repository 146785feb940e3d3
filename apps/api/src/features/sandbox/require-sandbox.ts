import { sql } from 'drizzle-orm';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';

/** @throws AppError `not-found` for a company that is no sandbox: what belongs to one is not there */
export async function requireSandbox(tx: TenantTransaction): Promise<void> {
  const { rows } = await tx.db.execute<{ is: boolean }>(sql`select authz.is_sandbox() as is`);
  if (rows[0]?.is !== true) throw notFound();
}
