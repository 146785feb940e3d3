import { type CivilDate, parseInstant, REVIEW_RULE_ID } from '@zhengqi/obligations';
import { eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { occurrence } from '../../db/schema/schedule.ts';
import { evidence } from '../../db/schema/work.ts';
import type { OccurrenceFilter } from './schemas.ts';

/** Who asks, and when. */
export interface Asking {
  userId: string | null;
  today: CivilDate;
  /** The moment, in UTC. */
  now: string;
}

/**
 * How many pieces of evidence that are not withdrawn an item has. The table is named by hand: in a list of columns drizzle
 * leaves it out, and `id` would be that of the evidence.
 */
export const evidenceCount = sql<number>`(select count(*)::int from ${evidence} e
  where e.tenant_id = ${occurrence}.tenant_id and e.occurrence_id = ${occurrence}.id and e.withdrawn_at is null)`;

/** Still to do: neither filed nor closed nor waived. */
export const isToDo: SQL = inArray(occurrence.workState, ['open', 'prepared']);

/** Still to do although the limit has passed. The first bounds are there for the index. */
export function isOverdue({ today, now }: Asking): SQL {
  return sql`(${isToDo} and ${occurrence.sortOn} <= ${today}::date and case when ${occurrence.dueAt} is null
    then ${occurrence.dueOn} < ${today}::date else ${occurrence.dueAt} < ${parseInstant(now)} end)`;
}

/** Given to whoever asks; a program has nothing of its own. */
export function isMine({ userId }: Asking): SQL {
  return userId === null ? sql`false` : eq(occurrence.assigneeId, userId);
}

/** What a filter says about the work on items. */
export function workConditionsOf(filter: OccurrenceFilter, asking: Asking): (SQL | undefined)[] {
  const { assignee, workState, status, overdue, waiverPending, hasEvidence, missed, review } = filter;
  const either = (wanted: boolean | undefined, condition: SQL) =>
    wanted === undefined ? undefined : wanted ? condition : sql`${condition} is not true`;
  return [
    assignee === undefined ? undefined : assigneeIs(assignee, asking),
    workState === undefined
      ? status === undefined
        ? undefined
        : isToDo
      : workState.length === 0
        ? sql`false`
        : inArray(occurrence.workState, workState),
    either(overdue, isOverdue(asking)),
    either(waiverPending, sql`${occurrence.waiverPending}`),
    either(missed, sql`${occurrence.missed}`),
    either(
      hasEvidence,
      sql`exists (select from ${evidence} e where e.tenant_id = ${occurrence.tenantId}
      and e.occurrence_id = ${occurrence.id} and e.withdrawn_at is null)`,
    ),
    review === undefined
      ? undefined
      : review
        ? eq(occurrence.dueRuleId, REVIEW_RULE_ID)
        : ne(occurrence.dueRuleId, REVIEW_RULE_ID),
  ];
}

function assigneeIs(assignee: string, asking: Asking): SQL {
  if (assignee === 'me') return isMine(asking);
  return assignee === 'none' ? isNull(occurrence.assigneeId) : eq(occurrence.assigneeId, assignee);
}
