import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { comment } from '../../db/schema/work.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { forbidden, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requirePeopleHere } from '../people-here.ts';
import { recordAudit } from '../record-audit.ts';
import { readItem } from '../item-work/queries.ts';
import { touchItem } from '../item-work/write-log.ts';
import { AddCommentInput, type CommentResult } from './schemas.ts';
import { writeWording } from './write-wording.ts';

/**
 * Says something about an item, and may call people who have access to the company.
 * @throws AppError `invalid-input` at `mentions` for a stranger
 */
export async function addComment(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CommentResult>> {
  const { occurrenceId, body, mentions } = parseInput(AddCommentInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:sign');
    const authorId = tx.access.userId;
    if (authorId === null) throw forbidden();
    const item = await readItem(tx, occurrenceId);
    if (!item) throw notFound();
    await requirePeopleHere(tx, mentions, 'mentions');
    const row = { id: ctx.newId(), version: 1, body };
    await tx.db
      .insert(comment)
      .values({ tenantId: tx.tenantId, occurrenceId, authorId, createdAt: nowInstant(ctx.clock), ...row });
    await writeWording(tx, ctx, item, row, mentions);
    await touchItem(tx, ctx, occurrenceId);
    const detail = { key: item.naturalKey, mentions: mentions.length };
    await recordAudit(tx, ctx, 'comment.added', { type: 'comment', id: row.id }, detail);
    return { commentId: publicId('comment', row.id), version: 1 };
  });
}
