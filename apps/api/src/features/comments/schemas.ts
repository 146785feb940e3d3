import { z } from 'zod';
import { CommentId, OccurrenceId, UserId } from '../../db/ids.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';

const Body = z.string().trim().min(1).max(4000);
const Mentions = z.array(UserId).max(20).default([]);

export const ListCommentsInput = z.strictObject({ occurrenceId: OccurrenceId, cursor: Cursor, limit: Limit });
export const CommentView = z.strictObject({
  id: z.string(),
  by: PersonView,
  isOwn: z.boolean(),
  /** Null: withdrawn. */
  body: z.string().nullable(),
  mentions: z.array(PersonView),
  version: z.int(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  /** Until when its author may still edit it; null for everybody else, and when it is too late. */
  editableUntil: z.string().nullable(),
});
export type CommentView = z.infer<typeof CommentView>;
export const CommentPage = z.strictObject({ items: z.array(CommentView), nextCursor: z.string().nullable() });

export const AddCommentInput = z.strictObject({ occurrenceId: OccurrenceId, body: Body, mentions: Mentions });
export const EditCommentInput = z.strictObject({
  commentId: CommentId,
  version: z.int().min(1),
  body: Body,
  mentions: Mentions,
});
export const WithdrawCommentInput = z.strictObject({ commentId: CommentId });
export const CommentResult = z.strictObject({ commentId: z.string(), version: z.int() });
