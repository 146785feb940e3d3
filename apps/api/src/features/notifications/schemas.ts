import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { NoticeId, OrganisationId } from '../../db/ids.ts';
import { Cursor, Limit } from '../pagination.ts';
import { NoticeKind } from './kinds.ts';

const Subject = z.enum(['occurrence', 'request', 'workflow', 'engagement', 'company', 'channel', 'person', 'custody']);
const SubjectView = z.strictObject({ type: Subject, id: z.string() });

export const ListNotificationsInput = z.strictObject({
  organisationId: OrganisationId.optional(),
  unread: z.boolean().default(false),
  cursor: Cursor,
  limit: Limit,
});
export type ListNotificationsInput = z.output<typeof ListNotificationsInput>;

/** One message to the person who calls. */
export const NotificationView = z.strictObject({
  id: z.string(),
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  kind: z.string(),
  subject: SubjectView,
  title: Bilingual,
  detail: Bilingual.nullable(),
  path: z.string(),
  dueOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  at: z.string(),
  readAt: z.string().nullable(),
});
export const NotificationPage = z.strictObject({ items: z.array(NotificationView), nextCursor: z.string().nullable() });

/** `more`: there are more than are counted. */
export const UnreadCount = z.strictObject({ count: z.int(), more: z.boolean() });

export const MarkReadInput = z.strictObject({
  organisationId: OrganisationId,
  ids: z.array(NoticeId).min(1).max(200),
});
export const MarkAllReadInput = z.strictObject({ organisationId: OrganisationId.optional() });
export const MarkedRead = z.strictObject({ marked: z.int() });

export const UnsubscribeInput = z.strictObject({ token: z.string().max(100) });
export const Unsubscribed = z.strictObject({ ok: z.literal(true) });

const State = z.enum(['pending', 'claimed', 'sent', 'failed', 'merged', 'obsolete']);
export const ListNoticesInput = z.strictObject({
  /** Of one subject, as callers name it: `occ_…`. */
  subjectId: z
    .string()
    .regex(/^[a-z]{3}_[0-9a-f]{32}$/)
    .optional(),
  kind: NoticeKind.optional(),
  channel: z.enum(['in-app', 'email', 'robot']).optional(),
  state: State.optional(),
  cursor: Cursor,
  limit: Limit,
});

/** One line of the ledger: whom, of what, by which channel, when, and what came of it. */
export const NoticeView = z.strictObject({
  id: z.string(),
  kind: z.string(),
  subject: SubjectView,
  stage: z.string(),
  title: Bilingual,
  channel: z.enum(['in-app', 'email', 'robot']),
  /** Null for a robot. */
  recipient: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  robot: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  state: State,
  attempts: z.int(),
  vendorText: z.string().nullable(),
  createdAt: z.string(),
  sendAfter: z.string(),
  sentAt: z.string().nullable(),
  /** Only of what was read in the product: mails are not spied upon. */
  readAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export const NoticePage = z.strictObject({ items: z.array(NoticeView), nextCursor: z.string().nullable() });
