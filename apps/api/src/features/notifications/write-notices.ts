import type { CivilDate } from '@zhengqi/obligations';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { notice, type NoticeContent } from '../../db/schema/notices.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { NoticeKind } from './kinds.ts';
import type { NoticePerson } from './notice-people.ts';
import { type Rhythm, type RhythmWish, rhythmOf, wants } from './preferences.ts';
import { sendAfter, type Urgency } from './send-slot.ts';

/** What a notice is about. */
export type NoticeSubjectType =
  | 'occurrence'
  | 'request'
  | 'workflow'
  | 'engagement'
  | 'company'
  | 'channel'
  | 'person'
  | 'custody';

/** One thing to be told to one recipient, before it is known by which channels. */
export interface NoticeDraft {
  kind: NoticeKind;
  subject: { type: NoticeSubjectType; id: string };
  stage: string;
  countsTo: string | null;
  rank: number | null;
  content: NoticeContent;
  urgency: Urgency;
  /** Last day on which it makes sense. */
  lastDay: CivilDate | null;
}

/** A robot that may be told. */
export interface NoticeRobot {
  id: string;
  kinds: readonly string[];
}

type Row = typeof notice.$inferInsert;

/** The rows by which a person is told: in the product, and by mail where that is wanted and possible. */
export function rowsForPerson(
  ctx: TenantContext,
  draft: NoticeDraft,
  person: NoticePerson,
  company: RhythmWish,
): Row[] {
  const { preferences, userId, hasAddress } = person;
  const rows: Row[] = [];
  if (wants(preferences, draft.kind, 'in-app')) rows.push(row(ctx, draft, 'in-app', userId, null));
  if (hasAddress && wants(preferences, draft.kind, 'email')) {
    const rhythm = rhythmOf(company, preferences);
    rows.push(row(ctx, draft, 'email', userId, slot(ctx, draft, userId, rhythm)));
  }
  return rows;
}

/** The row by which a robot is told, if it wants to hear of this. */
export function rowsForRobot(ctx: TenantContext, draft: NoticeDraft, robot: NoticeRobot, company: RhythmWish): Row[] {
  if (!robot.kinds.includes(draft.kind)) return [];
  return [row(ctx, draft, 'robot', robot.id, slot(ctx, draft, robot.id, rhythmOf(company)))];
}

/** Stores them, each once: what is there already stays as it is. Gives what was new. */
export async function insertNotices(
  tx: TenantTransaction,
  rows: readonly Row[],
): Promise<{ channel: string; recipientId: string }[]> {
  const inserted: { channel: string; recipientId: string }[] = [];
  for (let i = 0; i < rows.length; i += 500) {
    inserted.push(
      ...(await tx.db
        .insert(notice)
        .values(rows.slice(i, i + 500))
        .onConflictDoNothing()
        .returning({ channel: notice.channel, recipientId: notice.recipientId })),
    );
  }
  return inserted;
}

function slot(ctx: TenantContext, { urgency, lastDay }: NoticeDraft, recipientId: string, rhythm: Rhythm): string {
  return sendAfter(ctx.clock(), recipientId, urgency, rhythm, ctx.rules.calendar, lastDay);
}

function row(
  ctx: TenantContext,
  draft: NoticeDraft,
  channel: 'in-app' | 'email' | 'robot',
  recipientId: string,
  after: string | null,
): Row {
  const now = nowInstant(ctx.clock);
  const { kind, subject, stage, countsTo, rank, content } = draft;
  return {
    tenantId: ctx.tenantId,
    id: ctx.newId(),
    kind,
    subjectType: subject.type,
    subjectId: subject.id,
    stage,
    countsTo,
    rank,
    channel,
    recipientId,
    content,
    // In the product it is told by being there.
    state: channel === 'in-app' ? 'sent' : 'pending',
    sendAfter: after ?? now,
    createdAt: now,
    sentAt: channel === 'in-app' ? now : null,
  };
}
