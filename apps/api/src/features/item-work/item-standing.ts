import { type ItemStanding, type Lateness, type Limit, Mark, REVIEW_RULE_ID } from '@zhengqi/obligations';
import type { ItemRow } from './queries.ts';
import { WorkState } from './schemas.ts';

/** What the table of moves looks at. */
export function standingOfItem(row: ItemRow): ItemStanding {
  return {
    state: WorkState.parse(row.workState),
    waiverPending: row.waiverPending,
    isReview: row.dueRuleId === REVIEW_RULE_ID,
    mark: Mark.parse(row.mark),
    dueOn: row.dueOn,
    missed: row.missed,
  };
}

/** The limit as it stands now. */
export function limitOfItem({ dueOn, dueAt, mark }: ItemRow): Limit {
  return { dueOn, dueAt, mark: Mark.parse(mark) };
}

/** How late the item is by what was recorded. */
export function latenessOfItem({ daysLate, minutesLate, missed }: ItemRow): Lateness {
  return { daysLate, minutesLate, missed };
}
