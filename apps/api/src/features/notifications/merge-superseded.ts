import { sql } from 'drizzle-orm';
import { notice } from '../../db/schema/notices.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/**
 * Reminders that still wait to be sent while a later stage of the same item has come: the later one takes their place,
 * and the recipient gets one message instead of two.
 */
export async function mergeSuperseded(tx: TenantTransaction, newer: readonly { id: string }[]): Promise<void> {
  if (newer.length === 0) return;
  const ids = sql.param(newer.map(({ id }) => id));
  await tx.db.execute(sql`
    update ${notice} o set state = 'merged'
      from ${notice} n
     where n.tenant_id = o.tenant_id and n.id = any (${ids}::uuid[]) and o.id <> n.id
       and o.subject_id = n.subject_id and o.channel = n.channel and o.recipient_id = n.recipient_id
       and o.state = 'pending' and o.rank is not null and n.rank is not null
       and (o.created_at, o.rank) < (n.created_at, n.rank)`);
}
