import { addDays, type CivilDate } from '../calendar/index.ts';
import type { OccurrenceStatus } from './model.ts';
import type { Draft } from './run.ts';

/**
 * A limit without an opening day (renewal "90 days ahead") counts as open this many days before it. Own rule: no law
 * says how early one may begin; it only decides where the item is listed.
 */
const SHOWN_AHEAD_DAYS = 90;

/** Where a draft stands on a day, from its dates alone. */
export function statusOf(draft: Draft, asOf: CivilDate): OccurrenceStatus {
  if (draft.uncertain === true) return 'uncertain';
  if (draft.deadline === null) return 'at-once';
  if (draft.deadline.dueOn < asOf) return 'past-no-evidence';
  const opensOn = draft.opensOn ?? addDays(draft.deadline.dueOn, -SHOWN_AHEAD_DAYS);
  return opensOn <= asOf ? 'open' : 'upcoming';
}
