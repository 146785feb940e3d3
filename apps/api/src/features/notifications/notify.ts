import type { Bilingual } from '@zhengqi/obligations';
import { and, eq, isNull } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { notice } from '../../db/schema/notices.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readCompanySettings, readRobots } from '../reminders/queries.ts';
import type { NoticeKind } from './kinds.ts';
import { managersOf, readNoticePeople } from './notice-people.ts';
import {
  insertNotices,
  type NoticeDraft,
  type NoticeSubjectType,
  rowsForPerson,
  rowsForRobot,
} from './write-notices.ts';

/** Something that people of an organisation are to hear. */
export interface NoticeToSend {
  kind: NoticeKind;
  subject: { type: NoticeSubjectType; id: string };
  /** With the subject it is unique: the same is told to nobody twice, however often this is called. */
  stage: string;
  /** Users; or those who answer for the organisation; or everybody who sees it. Whoever has no access is left out. */
  recipients: readonly string[] | 'managers' | 'all';
  title: Bilingual;
  detail: Bilingual | null;
  /** Page of the product, such as `/occurrences/occ_…`. */
  path: string;
  /** Within minutes instead of in the daily message; `now` even at night. */
  urgent?: true | 'now';
  /** Usually the one who did it. */
  except?: string | null;
}

/**
 * Tells people of something, in the transaction in which it happened: in the product at once, by mail and robots through
 * the worker. Nothing goes over the network here.
 * @returns who was told now, and had not been before
 */
export async function notify(
  tx: TenantTransaction,
  ctx: TenantContext,
  { kind, subject, stage, recipients, title, detail, path, urgent, except }: NoticeToSend,
): Promise<{ told: string[] }> {
  const draft: NoticeDraft = {
    kind,
    subject,
    stage,
    countsTo: null,
    rank: null,
    content: { title, detail, path, item: null },
    urgency: urgent === 'now' ? 'now' : urgent ? 'soon' : 'digest',
    lastDay: null,
  };
  const people = await readNoticePeople(tx);
  const chosen =
    recipients === 'all'
      ? people
      : recipients === 'managers'
        ? managersOf(people)
        : people.filter(({ userId }) => recipients.includes(userId));
  const company = (await readCompanySettings(tx)).settings;
  const told = chosen.filter(({ userId }) => userId !== except);
  const robots = await readRobots(tx);
  const inserted = await insertNotices(tx, [
    ...told.flatMap((person) => rowsForPerson(ctx, draft, person, company)),
    ...robots.flatMap((robot) => rowsForRobot(ctx, draft, robot, company)),
  ]);
  return {
    told: [...new Set(inserted.filter(({ channel }) => channel !== 'robot').map(({ recipientId }) => recipientId))],
  };
}

/** What was told of a subject has been acted upon: noted on every notice of it, as proof. */
export async function answerNotices(
  tx: TenantTransaction,
  ctx: TenantContext,
  subject: { type: NoticeSubjectType; id: string },
): Promise<void> {
  await tx.db
    .update(notice)
    .set({ answeredAt: nowInstant(ctx.clock) })
    .where(and(eq(notice.subjectId, subject.id), eq(notice.subjectType, subject.type), isNull(notice.answeredAt)));
}
