import { and, eq, inArray, sql } from 'drizzle-orm';
import { notice } from '../../db/schema/notices.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { Turn } from './turn.ts';

/** Before anything else in the transaction: holds back whoever leaves a notice for the recipient just now. */
export async function lockDue(tx: TenantTransaction, { channel, recipientId }: Turn): Promise<void> {
  await tx.db.execute(sql`select authz.lock_notice_due(${channel}, ${recipientId})`);
}

/**
 * Says when the recipient is to be looked at again for this organisation: at the first notice that still waits, or not
 * at all. The caller holds the lock, so that none that is left just now is overlooked.
 */
export async function settleDue(tx: TenantTransaction, { channel, recipientId }: Turn): Promise<void> {
  const [next] = await tx.db
    .select({ at: sql<string | null>`min(${notice.sendAfter})` })
    .from(notice)
    .where(
      and(
        eq(notice.channel, channel),
        eq(notice.recipientId, recipientId),
        inArray(notice.state, ['pending', 'claimed']),
      ),
    );
  await tx.db.execute(sql`select authz.settle_notice_due(${channel}, ${recipientId}, ${next?.at ?? null})`);
}
