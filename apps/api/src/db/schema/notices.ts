import type { Bilingual, Mark, ReminderOverride } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { app, instant, json, tenantId } from './columns.ts';

/** What a notice says, before it is put into the words of a channel. No data of a person. */
export interface NoticeContent {
  title: Bilingual;
  detail: Bilingual | null;
  /** Page of the product it leads to. */
  path: string;
  /** Of an item: its dates, and how sure they are. */
  item: {
    dueOn: string | null;
    actBy: string | null;
    dueAt: string | null;
    mark: Mark;
    provisional: boolean;
    /** It is owed for sure; otherwise a question is open. */
    isSure: boolean;
  } | null;
}

/**
 * Everything the company and its consultants were told: whom, of what, by which channel, when, and what came of it. In
 * the channel `in-app` a row is the message itself. Rows are never deleted.
 */
export const notice = app.table(
  'notice',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** With the subject, the channel and the recipient it is unique: nothing is told twice. */
    stage: text('stage').notNull(),
    /** Of a reminder: date or moment that its stage counts to, and how far on the way the stage is. */
    countsTo: text('counts_to'),
    rank: integer('rank'),
    channel: text('channel').notNull(),
    /** A person, or with the channel `robot` a row of `notice_channel`. */
    recipientId: uuid('recipient_id').notNull(),
    content: json<NoticeContent>('content').notNull(),
    state: text('state').notNull(),
    /** Not before this moment. */
    sendAfter: instant('send_after').notNull(),
    /** Message that carries it, together with others. */
    messageId: uuid('message_id'),
    attempts: integer('attempts').notNull().default(0),
    /** Words of the vendor or the mail server, of the last attempt. */
    vendorText: text('vendor_text'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    readAt: instant('read_at'),
    /** When what it asks for was done, as far as the product knows. */
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('notice_told_once').on(t.tenantId, t.subjectId, t.stage, t.channel, t.recipientId),
    index().on(t.tenantId, t.createdAt, t.id),
    index('notice_waiting')
      .on(t.tenantId, t.channel, t.recipientId, t.sendAfter)
      .where(sql`${t.state} in ('pending', 'claimed')`),
    index('notice_unanswered').on(t.tenantId, t.subjectId).where(sql`${t.answeredAt} is null`),
    // A person's own, over all organisations.
    index('notice_of_person').on(t.recipientId, t.createdAt, t.id).where(sql`${t.channel} = 'in-app'`),
    index('notice_unread').on(t.recipientId).where(sql`${t.channel} = 'in-app' and ${t.readAt} is null`),
    check('notice_channel', sql`${t.channel} in ('in-app', 'email', 'robot')`),
    check('notice_state', sql`${t.state} in ('pending', 'claimed', 'sent', 'failed', 'merged', 'obsolete')`),
    check('notice_sent', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
    check('notice_reminder', sql`(${t.countsTo} is null) = (${t.rank} is null)`),
  ],
);

/** A group robot of the organisation. Its address is its only protection, so it is sealed and never shown again. */
export const noticeChannel = app.table(
  'notice_channel',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    sealedUrl: text('sealed_url').notNull(),
    sealedSecret: text('sealed_secret'),
    /** The address as it may be shown. */
    display: text('display').notNull(),
    language: text('language').notNull(),
    /** Kinds of notices it is told. */
    kinds: json<string[]>('kinds').notNull(),
    state: text('state').notNull(),
    lastErrorCode: text('last_error_code'),
    lastErrorText: text('last_error_text'),
    lastErrorAt: instant('last_error_at'),
    lastSentAt: instant('last_sent_at'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    /** Removed ones stay, without address, because notices name them. */
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check('notice_channel_kind', sql`${t.kind} in ('wecom', 'dingtalk', 'feishu')`),
    check('notice_channel_state', sql`${t.state} in ('ok', 'disabled', 'removed')`),
    check('notice_channel_language', sql`${t.language} in ('zh', 'en')`),
    check('notice_channel_removed', sql`(${t.state} = 'removed') = (${t.removedAt} is not null)`),
  ],
);

/** What a company says of its reminders, for all duties or for one, in the place of what the product brings. */
export const reminderSetting = app.table(
  'reminder_setting',
  {
    tenantId: tenantId(),
    /** Empty: for all duties. */
    dutyId: text('duty_id').notNull(),
    version: integer('version').notNull(),
    settings: json<ReminderOverride & Record<string, unknown>>('settings').notNull(),
    /** Said once and taken back: the row stays for its version. */
    isSet: boolean('is_set').notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.dutyId] })],
);
