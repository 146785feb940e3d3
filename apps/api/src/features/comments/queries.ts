import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { comment, commentMention } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** A comment as its table has it. */
export type CommentRow = typeof comment.$inferSelect;

/** A page of comments on an item, latest first, one more than asked for. */
export async function readComments(
  tx: TenantTransaction,
  occurrenceId: string,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<CommentRow[]> {
  const before = page.after
    ? sql`(${comment.createdAt}, ${comment.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
    : undefined;
  return tx.db
    .select()
    .from(comment)
    .where(and(eq(comment.occurrenceId, occurrenceId), before))
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(page.limit + 1);
}

/** Whom comments call. */
export async function readMentions(tx: TenantTransaction, commentIds: readonly string[]) {
  if (commentIds.length === 0) return [];
  return tx.db
    .select({ commentId: commentMention.commentId, userId: commentMention.userId })
    .from(commentMention)
    .where(inArray(commentMention.commentId, [...commentIds]))
    .orderBy(commentMention.mentionedAt, commentMention.userId);
}

/** One comment, locked so that it is changed by one at a time. */
export async function lockComment(tx: TenantTransaction, id: string): Promise<CommentRow | undefined> {
  const rows = await tx.db.select().from(comment).where(eq(comment.id, id)).for('update');
  return rows[0];
}
