import {
  type CivilDate,
  defaultReminderPolicy,
  type DueReminder,
  dueReminders,
  nextStageAt,
  type ReminderItem,
  type ScheduleRules,
  toDayNumber,
  withOverrides,
  type WorkingDayCalendar,
} from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { recordAudit } from '../record-audit.ts';
import { readCompanySettings, readDutySettings, readRobots } from '../reminders/queries.ts';
import type { NoticeKind } from './kinds.ts';
import { tellOfCustody } from '../custody/tell-of-custody.ts';
import { tellOfRequests } from '../requests/tell-of-request.ts';
import { mergeSuperseded } from './merge-superseded.ts';
import { readNoticePeople } from './notice-people.ts';
import { itemWords, noteAnswered, type OpenItem, readOpenItems, readToldRanks } from './open-items.ts';
import { reminderAudience } from './reminder-audience.ts';
import { warnOfEndingEngagements } from './warn-of-ending-engagements.ts';
import { insertNotices, type NoticeDraft, rowsForPerson, rowsForRobot } from './write-notices.ts';

/**
 * Writes down everything that people of the organisation are to be told and have not been told, as of now: from the
 * items, the settings and the ledger. Running it again writes nothing; not running it for days loses nothing.
 * @returns how many notices are new
 */
export async function computeNotices(tx: TenantTransaction, ctx: TenantContext): Promise<number> {
  await noteAnswered(tx, nowInstant(ctx.clock));
  const now = { today: today(ctx.clock), instant: nowInstant(ctx.clock) };
  const items = await readOpenItems(tx, tx.rules.rulebook);
  const company = (await readCompanySettings(tx)).settings;
  const duties = new Map((await readDutySettings(tx)).map(({ dutyId, settings }) => [dutyId, settings]));
  const people = await readNoticePeople(tx);
  const robots = await readRobots(tx);
  const byId = new Map(items.map((item) => [item.id, item]));
  const itemOf = ({ id }: ReminderItem): OpenItem => required(byId.get(id));
  const policyOf = (item: ReminderItem) => {
    const { kind, dutyId } = itemOf(item);
    return withOverrides(defaultReminderPolicy(kind), [company, duties.get(dutyId) ?? undefined]);
  };
  const due = dueReminders({
    items,
    policyOf,
    audienceOf: (item) => {
      const { assigneeId, workState, dueOn } = itemOf(item);
      const isNeglected = workState === 'open' || (dueOn !== null && dueOn < now.today);
      return reminderAudience({ assigneeId, isNeglected }, people, robots);
    },
    told: await readToldRanks(tx),
    now,
  });
  const rows = due.flatMap((reminder) => {
    const draft = draftOf(reminder, required(byId.get(reminder.itemId)), tx.rules, now.today);
    const person = people.find(({ userId }) => userId === reminder.recipientId);
    if (person) return rowsForPerson(ctx, draft, person, company);
    const robot = robots.find(({ id }) => id === reminder.recipientId);
    return robot ? rowsForRobot(ctx, draft, robot, company) : [];
  });
  const told = await insertNotices(tx, rows);
  await mergeSuperseded(tx, rows);
  const warned = await warnOfEndingEngagements(tx, ctx, people, company);
  await tellOfRequests(tx, ctx);
  await tellOfCustody(tx, ctx);
  const moments = items.flatMap((item) => nextStageAt(item, policyOf(item), now) ?? []);
  await tx.db.execute(sql`select authz.set_notice_check(${moments.toSorted()[0] ?? null})`);
  const count = told.length + warned;
  if (count > 0) await recordAudit(tx, ctx, 'notices.written', { type: 'notice', id: null }, { count });
  return count;
}

function draftOf(
  { stage, isEscalation }: DueReminder,
  item: OpenItem,
  { rulebook, calendar }: ScheduleRules,
  day: CivilDate,
): NoticeDraft {
  const { dueOn, actBy, dueAt, mark, provisional, isSure } = item;
  return {
    kind: kindOf(stage.id, isEscalation),
    subject: { type: 'occurrence', id: item.id },
    stage: `${stage.id}@${stage.countsTo}`,
    countsTo: stage.countsTo,
    rank: stage.rank,
    content: {
      ...itemWords(item, rulebook),
      path: `/occurrences/${publicId('occurrence', item.id)}`,
      item: { dueOn, actBy, dueAt, mark, provisional, isSure },
    },
    urgency: stage.isUrgent ? (dueAt === null ? 'soon' : 'now') : 'digest',
    lastDay: lastDayToTell(actBy ?? dueOn, stage.id, calendar, day),
  };
}

/** Before its day a reminder never comes after it. What is overdue comes today, when people work today. */
function lastDayToTell(
  until: CivilDate | null,
  stage: string,
  calendar: WorkingDayCalendar,
  day: CivilDate,
): CivilDate | null {
  if (until !== null && until >= day) return until;
  return stage !== 'past' && calendar.isWorkingDay(toDayNumber(day)) ? day : null;
}

function kindOf(stage: string, isEscalation: boolean): NoticeKind {
  if (isEscalation) return 'escalation';
  return /^(o\d|past$)/.test(stage) ? 'overdue' : 'reminder';
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a reminder of an item that was not asked for');
  return value;
}
