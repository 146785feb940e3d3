import { lt } from 'drizzle-orm';
import { idempotencyRecord } from '../db/schema/rest.ts';
import { withTenant } from '../db/tenant-transaction.ts';
import { KEPT_MS } from '../rest/idempotency.ts';
import { jobContext, type WorkerServices } from './worker-services.ts';

/** Deletes the answers of one company that no repeated request gets any more. */
export async function forgetAnswers(services: WorkerServices, tenantId: string): Promise<void> {
  const ctx = jobContext(services, { id: 'answers', tenantId, actorId: null });
  const before = new Date(services.clock().getTime() - KEPT_MS).toISOString();
  await withTenant(ctx, 'write', (tx) =>
    tx.db.delete(idempotencyRecord).where(lt(idempotencyRecord.createdAt, before)),
  );
}
