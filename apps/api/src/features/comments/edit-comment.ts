import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { comment } from '../../db/schema/work.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, conflict, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requirePeopleHere } from '../people-here.ts';
import { recordAudit } from '../record-audit.ts';
import { readItem } from '../item-work/queries.ts';
import { editableUntil } from './edit-window.ts';
import { type CommentRow, lockComment } from './queries.ts';
import { type CommentResult, EditCommentInput, WithdrawCommentInput } from './schemas.ts';
import { writeWording } from './write-wording.ts';

/**
 * Mends one's own words within a day. What they were before stays in the history.
 * @throws AppError `forbidden` for somebody else's, `conflict` when it is too late, withdrawn or changed meanwhile
 */
export async function editComment(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CommentResult>> {
  const { commentId, version, body, mentions } = parseInput(EditCommentInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:sign');
    const row = await lockOwn(tx, commentId);
    if (row.version !== version) {
      throw conflict('该留言已在别处修改，请先查看。', 'This comment was changed elsewhere: look at it first.');
    }
    const now = nowInstant(ctx.clock);
    if (now > editableUntil(row.createdAt)) {
      throw conflict(
        '发表超过24小时，不能再修改；请另发一条。',
        'It is older than a day and stays as it is; write another.',
      );
    }
    await requirePeopleHere(tx, mentions, 'mentions');
    const next = { id: row.id, version: version + 1, body };
    await tx.db
      .update(comment)
      .set({ body, version: next.version, editedAt: now })
      .where(and(eq(comment.tenantId, tx.tenantId), eq(comment.id, row.id)));
    const item = await readItem(tx, row.occurrenceId);
    if (!item) throw notFound();
    await writeWording(tx, ctx, item, next, mentions);
    await recordAudit(tx, ctx, 'comment.edited', { type: 'comment', id: row.id }, { version: next.version });
    return { commentId: publicId('comment', row.id), version: next.version };
  });
}

/** Takes back one's own comment: nobody is shown its words any more; the history keeps them. */
export async function withdrawComment(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CommentResult>> {
  const { commentId } = parseInput(WithdrawCommentInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:sign');
    const row = await lockOwn(tx, commentId);
    await tx.db
      .update(comment)
      .set({ withdrawnAt: nowInstant(ctx.clock) })
      .where(and(eq(comment.tenantId, tx.tenantId), eq(comment.id, row.id)));
    await recordAudit(tx, ctx, 'comment.withdrawn', { type: 'comment', id: row.id });
    return { commentId: publicId('comment', row.id), version: row.version };
  });
}

async function lockOwn(tx: TenantTransaction, id: string): Promise<CommentRow> {
  const row = await lockComment(tx, id);
  if (!row) throw notFound();
  if (row.authorId !== tx.access.userId) {
    throw new AppError('forbidden', {
      zh: '只能修改或撤回自己的留言。',
      en: 'Only one’s own comments can be changed or withdrawn.',
    });
  }
  if (row.withdrawnAt !== null) throw conflict('该留言已撤回。', 'This comment is withdrawn.');
  return row;
}
