import { dutyById, type Rulebook, staffingCheckOfDuty } from '@zhengqi/obligations';
import { publicId } from '../../db/ids.ts';
import type { OccurrenceState } from '../../db/schema/schedule.ts';
import type { ScheduleChangeView } from './schemas.ts';

interface Change {
  occurrenceId: string;
  dutyId: string;
  clause: string;
  change: ScheduleChangeView['change'];
  before: OccurrenceState | null;
  after: OccurrenceState | null;
}

/** Changes of a run as they are shown: what, and the due date before and after. */
export function changeViews(changes: readonly Change[], rulebook: Rulebook): ScheduleChangeView[] {
  return changes.map(({ occurrenceId, dutyId, clause, change, before, after }) => ({
    occurrenceId: publicId('occurrence', occurrenceId),
    change,
    clause,
    title: titleOf(dutyId, rulebook),
    before: dueOf(before),
    after: dueOf(after),
  }));
}

/**
 * Title of a duty; an item of a duty that the rulebook no longer has keeps its id as a name.
 * @param otherwise said in its place, where own duties of companies are not at hand
 */
export function titleOf(
  dutyId: string,
  rulebook: Rulebook,
  otherwise: ScheduleChangeView['title'] = { zh: dutyId, en: dutyId },
): ScheduleChangeView['title'] {
  return dutyById(rulebook, dutyId)?.title ?? staffingCheckOfDuty(dutyId)?.title ?? otherwise;
}

function dueOf(state: OccurrenceState | null): string | null {
  return state === null ? null : (state.dueAt ?? state.dueOn);
}
