import type { Occurrence, Schedule } from '@zhengqi/obligations';

/** The schedule of one licence of the company. */
export interface LicenceSchedule {
  licenceId: string;
  schedule: Schedule;
}

/** Dated items that follow from one licence. */
export interface LicenceOccurrences {
  licenceId: string;
  schedule: Pick<Schedule, 'occurrences'>;
}

/** An occurrence of the company, and the licences from which it follows. */
export interface CompanyOccurrence {
  occurrence: Occurrence;
  licenceIds: string[];
}

/**
 * The occurrences of a company: a duty of the company itself follows from each of its licences but is done once. Where
 * the licences give different dates, the earlier one counts (rule C13).
 */
export function mergeSchedules(schedules: readonly LicenceOccurrences[]): Map<string, CompanyOccurrence> {
  const merged = new Map<string, CompanyOccurrence>();
  for (const { licenceId, schedule } of schedules) {
    for (const occurrence of schedule.occurrences) {
      const known = merged.get(occurrence.key);
      if (known === undefined) {
        merged.set(occurrence.key, { occurrence, licenceIds: [licenceId] });
        continue;
      }
      known.licenceIds.push(licenceId);
      if (countsBefore(occurrence, known.occurrence)) known.occurrence = occurrence;
    }
  }
  return merged;
}

/** One that certainly applies before one that may; then the earlier due date, then the earlier day to act. */
function countsBefore(a: Occurrence, b: Occurrence): boolean {
  if (a.applies !== b.applies) return a.applies === 'yes';
  const [dueA, dueB] = [a.dueAt ?? a.dueOn ?? '', b.dueAt ?? b.dueOn ?? ''];
  if (dueA !== dueB) return dueA < dueB;
  return (a.actBy ?? '') < (b.actBy ?? '');
}
