import { eq } from 'drizzle-orm';
import { evidence } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** One piece of evidence, or undefined. */
export async function readOneEvidence(tx: TenantTransaction, id: string) {
  const rows = await tx.db.select().from(evidence).where(eq(evidence.id, id));
  return rows[0];
}
