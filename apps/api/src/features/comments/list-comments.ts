import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { readItem } from '../item-work/queries.ts';
import { editableUntil } from './edit-window.ts';
import { readComments, readMentions } from './queries.ts';
import { type CommentPage, ListCommentsInput } from './schemas.ts';

/** What people said about an item, latest first. */
export async function listComments(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CommentPage>> {
  const { occurrenceId, cursor, limit } = parseInput(ListCommentsInput, raw);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    if (!(await readItem(tx, occurrenceId))) throw notFound();
    const rows = await readComments(tx, occurrenceId, { after, limit });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
    const mentions = await readMentions(
      tx,
      items.map(({ id }) => id),
    );
    const people = await readPeople(tx);
    const now = nowInstant(ctx.clock);
    return {
      items: items.map((row) => {
        const isOwn = row.authorId === tx.access.userId;
        const isGone = row.withdrawnAt !== null;
        const until = editableUntil(row.createdAt);
        return {
          id: publicId('comment', row.id),
          by: people(row.authorId),
          isOwn,
          body: isGone ? null : row.body,
          mentions: isGone ? [] : mentions.filter((one) => one.commentId === row.id).map((one) => people(one.userId)),
          version: row.version,
          createdAt: row.createdAt,
          editedAt: row.editedAt,
          withdrawnAt: row.withdrawnAt,
          editableUntil: isOwn && !isGone && now <= until ? until : null,
        };
      }),
      nextCursor,
    };
  });
}
