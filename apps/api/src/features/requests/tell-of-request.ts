import { addDays, civilDate, daysBetween } from '@zhengqi/obligations';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { readNoticePeople } from '../notifications/notice-people.ts';
import { answerNotices, type NoticeToSend, notify } from '../notifications/notify.ts';
import { readRunningRequests, type RequestTableRow } from './queries.ts';

type Told = Pick<
  RequestTableRow,
  'id' | 'title' | 'dueOn' | 'askedBy' | 'askedForName' | 'answerRound' | 'answeredAt' | 'state'
>;
type Words = Pick<NoticeToSend, 'title' | 'detail'>;

/** Days before the last day on which the company is reminded, and how often after it. */
const LEAD_DAYS = [7, 3, 1, 0];
const OVERDUE_EVERY_DAYS = 7;
/** An answer that nobody looked at for so long is brought up once more. */
const REVIEW_AFTER_DAYS = 3;

/** Tells the people of the company that something is asked of them, or was sent back. */
export async function tellOfRequest(
  tx: TenantTransaction,
  ctx: TenantContext,
  request: Told,
  stage: string,
): Promise<{ told: string[] }> {
  const words = stage.startsWith('sent-back') ? sentBack(request) : asked(request);
  return tellCompany(tx, ctx, request, stage, words, true);
}

/** Tells whoever asked that everything was given, and notes on the notices to the company that they were answered. */
export async function tellOfAnswer(tx: TenantTransaction, ctx: TenantContext, request: Told): Promise<void> {
  // A link may tell nobody anything: it does not even see who there is. The worker does it in its place.
  if (tx.access.link) return enqueue(tx, ctx, 'compute-notices', {});
  await answerNotices(tx, ctx, { type: 'request', id: request.id });
  await tellAsker(tx, ctx, request, `answered:${request.answerRound}`, {
    title: { zh: `材料已提交：${request.title}`, en: `Material was given: ${request.title}` },
    detail: { zh: '请审核；不合格的可以退回。', en: 'Look at it; what is not right can be sent back.' },
  });
}

/**
 * Everything that is to be told of requests as of today and has not been: answers that came through links, last days
 * that come near or have passed, answers that nobody looked at. Each is told once.
 */
export async function tellOfRequests(tx: TenantTransaction, ctx: TenantContext): Promise<void> {
  const day = today(ctx.clock);
  for (const request of await readRunningRequests(tx)) {
    if (request.state === 'answered') {
      await tellOfAnswer(tx, ctx, request);
      const since = civilDate((request.answeredAt ?? '').slice(0, 10));
      if (addDays(since, REVIEW_AFTER_DAYS) <= day)
        await tellAsker(tx, ctx, request, `review:${request.answerRound}`, unseen(request));
      continue;
    }
    const stage = stageOn(daysBetween(day, request.dueOn));
    if (stage === null) continue;
    await tellCompany(tx, ctx, request, `${stage}@${request.dueOn}`, dueSoon(request), false);
    if (stage.startsWith('late')) await tellAsker(tx, ctx, request, `${stage}@${request.dueOn}:asker`, late(request));
  }
}

/** The furthest stage that has been reached: a night that was missed loses no reminder and makes no two. */
function stageOn(daysLeft: number): string | null {
  if (daysLeft < 0) return `late${Math.floor((-daysLeft - 1) / OVERDUE_EVERY_DAYS)}`;
  const lead = LEAD_DAYS.toReversed().find((days) => daysLeft <= days);
  return lead === undefined ? null : `due${lead}`;
}

async function tellCompany(
  tx: TenantTransaction,
  ctx: TenantContext,
  request: Told,
  stage: string,
  words: Words,
  isUrgent: boolean,
): Promise<{ told: string[] }> {
  const own = (await readNoticePeople(tx)).filter(({ isMember }) => isMember).map(({ userId }) => userId);
  return notify(tx, ctx, {
    ...aboutRequest(request, stage),
    ...words,
    recipients: own,
    except: tx.access.userId,
    ...(isUrgent ? { urgent: true as const } : {}),
  });
}

async function tellAsker(
  tx: TenantTransaction,
  ctx: TenantContext,
  request: Told,
  stage: string,
  words: Words,
): Promise<void> {
  const people = await readNoticePeople(tx);
  const isHere = people.some(({ userId }) => userId === request.askedBy);
  const recipients = isHere && request.askedBy !== null ? [request.askedBy] : 'managers';
  await notify(tx, ctx, {
    ...aboutRequest(request, stage),
    ...words,
    recipients,
    urgent: true,
    except: tx.access.userId,
  });
}

function aboutRequest({ id }: Told, stage: string) {
  return {
    kind: 'request' as const,
    subject: { type: 'request' as const, id },
    stage,
    path: `/requests/${publicId('request', id)}`,
  };
}

const asked = ({ title, dueOn, askedForName }: Told): Words => ({
  title: { zh: `请提供材料：${title}`, en: `Material is asked for: ${title}` },
  detail: { zh: `${askedForName} 请于 ${dueOn} 前提供。`, en: `${askedForName} asks for it by ${dueOn}.` },
});
const sentBack = ({ title, dueOn }: Told): Words => ({
  title: { zh: `材料被退回：${title}`, en: `Material was sent back: ${title}` },
  detail: { zh: `请查看原因并于 ${dueOn} 前补交。`, en: `See why, and give it again by ${dueOn}.` },
});
const dueSoon = ({ title, dueOn }: Told): Words => ({
  title: { zh: `材料待提供：${title}`, en: `Material is still to be given: ${title}` },
  detail: { zh: `截止日 ${dueOn}。`, en: `The last day is ${dueOn}.` },
});
const late = ({ title, dueOn }: Told): Words => ({
  title: { zh: `材料逾期未提供：${title}`, en: `Material has not come: ${title}` },
  detail: { zh: `截止日为 ${dueOn}。`, en: `The last day was ${dueOn}.` },
});
const unseen = ({ title }: Told): Words => ({
  title: { zh: `材料待审核：${title}`, en: `Material waits to be looked at: ${title}` },
  detail: null,
});
