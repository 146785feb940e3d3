import { type CivilDate, civilDate, civilDateOf, dueReminders, type ReminderItem } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { managersOf, type NoticePerson } from './notice-people.ts';
import { readToldRanks } from './open-items.ts';
import type { RhythmWish } from './preferences.ts';
import { insertNotices, type NoticeDraft, rowsForPerson } from './write-notices.ts';

/** Days before the last day on which both sides are told. */
const LEAD_DAYS = [90, 30, 7];
const POLICY = {
  leadDays: LEAD_DAYS,
  leadHours: [],
  tellsNew: false,
  tellsOpening: false,
  overdueEveryDays: null,
  escalateAtDays: null,
};
const DAY_MS = 86_400_000;

interface Row extends Record<string, unknown> {
  id: string;
  company_name: string;
  consultancy_name: string;
  ends_at: string;
  is_company: boolean;
  people: string[];
}

/**
 * Tells an organisation of engagements that end soon. It is asked on both sides: the company hears that its consultancy
 * will lose access, the consultancy and the people named that they will lose a client.
 * @returns how many notices are new
 */
export async function warnOfEndingEngagements(
  tx: TenantTransaction,
  ctx: TenantContext,
  people: readonly NoticePerson[],
  company: RhythmWish,
): Promise<number> {
  const now = { today: today(ctx.clock), instant: nowInstant(ctx.clock) };
  const until = new Date(ctx.clock().getTime() + (LEAD_DAYS[0] ?? 0) * DAY_MS + DAY_MS).toISOString();
  const { rows } = await tx.db.execute<Row>(sql`select * from authz.ending_engagements(${now.instant}, ${until})`);
  if (rows.length === 0) return 0;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const due = dueReminders({
    items: rows.map(asItem),
    policyOf: () => POLICY,
    audienceOf: ({ id }) => {
      const named = byId.get(id)?.people ?? [];
      const told = new Set([...managersOf(people), ...people.filter(({ userId }) => named.includes(userId))]);
      // People of the other side who see the company hear of it on their own side.
      const own = [...told].filter(({ isMember }) => isMember);
      return { first: own.map(({ userId }) => ({ id: userId, leadDays: null })), next: [] };
    },
    told: await readToldRanks(tx),
    now,
  });
  const notices = due.flatMap(({ itemId, recipientId, stage }) => {
    const row = byId.get(itemId);
    const person = people.find(({ userId }) => userId === recipientId);
    if (!row || !person) return [];
    const draft: NoticeDraft = {
      kind: 'engagement-ending',
      subject: { type: 'engagement', id: itemId },
      stage: `${stage.id}@${stage.countsTo}`,
      countsTo: stage.countsTo,
      rank: stage.rank,
      content: { ...wordsOf(row), path: '/engagements', item: null },
      urgency: 'digest',
      lastDay: lastDayOf(row),
    };
    return rowsForPerson(ctx, draft, person, company);
  });
  return (await insertNotices(tx, notices)).length;
}

function asItem(row: Row): ReminderItem {
  return {
    id: row.id,
    opensOn: null,
    dueOn: lastDayOf(row),
    actBy: null,
    dueAt: null,
    firstSeenOn: civilDate('2000-01-01'),
    isOpen: true,
    isSure: true,
  };
}

/** The last whole day: an engagement ends when the next one begins. */
function lastDayOf(row: Row): CivilDate {
  return civilDateOf(new Date(new Date(row.ends_at).getTime() - 1).toISOString());
}

function wordsOf(row: Row) {
  const day = lastDayOf(row);
  return row.is_company
    ? {
        title: {
          zh: `咨询机构“${row.consultancy_name}”的委托 ${day} 到期`,
          en: `The engagement of "${row.consultancy_name}" ends on ${day}`,
        },
        detail: {
          zh: '到期后该机构不能再查看或办理；如需继续，请延长委托。',
          en: 'After that day it can neither see nor do anything; extend the engagement if it is to go on.',
        },
      }
    : {
        title: {
          zh: `客户“${row.company_name}”的委托 ${day} 到期`,
          en: `The engagement for "${row.company_name}" ends on ${day}`,
        },
        detail: {
          zh: '到期后贵机构不能再查看或办理；请与客户商定是否延长。',
          en: 'After that day you can neither see nor do anything; agree with the client whether it goes on.',
        },
      };
}
