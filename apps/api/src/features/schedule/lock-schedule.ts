import { sql } from 'drizzle-orm';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/**
 * Lets one transaction at a time change what the company's schedule depends on; the others wait and then see its result.
 * Take it before anything else is written, so that no two wait for each other.
 */
export async function lockSchedule(tx: TenantTransaction): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`schedule ${tx.tenantId}`}, 0))`);
}
