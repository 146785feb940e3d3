import { lt } from 'drizzle-orm';
import type { TenantContext } from '../context.ts';
import { idempotencyRecord } from '../db/schema/rest.ts';
import type { TenantTransaction } from '../db/tenant-transaction.ts';
import { KEPT_MS } from '../rest/idempotency.ts';

/** Deletes the answers of the company that no repeated request gets any more. */
export async function forgetAnswers(tx: TenantTransaction, ctx: TenantContext): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEPT_MS).toISOString();
  await tx.db.delete(idempotencyRecord).where(lt(idempotencyRecord.createdAt, before));
}
