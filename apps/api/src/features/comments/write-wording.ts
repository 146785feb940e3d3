import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { commentMention, commentRevision } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notify } from '../notifications/notify.ts';
import type { ItemRow } from '../item-work/queries.ts';
import { pathOf } from '../item-work/tell-people.ts';

/** Keeps a wording of a comment, and calls whom it names. Nobody is called twice by the same comment. */
export async function writeWording(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: Pick<ItemRow, 'id' | 'action'>,
  { id: commentId, version, body }: { id: string; version: number; body: string },
  mentions: readonly string[],
): Promise<void> {
  const at = nowInstant(ctx.clock);
  const { tenantId } = tx;
  await tx.db.insert(commentRevision).values({ tenantId, commentId, version, body, recordedAt: at });
  const rows = [...new Set(mentions)].map((userId) => ({ tenantId, commentId, userId, mentionedAt: at }));
  if (rows.length === 0) return;
  await tx.db.insert(commentMention).values(rows).onConflictDoNothing();
  await notify(tx, ctx, {
    kind: 'mention',
    subject: { type: 'occurrence', id: item.id },
    stage: `comment:${commentId}`,
    recipients: mentions,
    title: { zh: '有人在评论中提到您', en: 'You were mentioned in a comment' },
    detail: item.action,
    path: pathOf(item),
    urgent: true,
    except: tx.access.userId,
  });
}
