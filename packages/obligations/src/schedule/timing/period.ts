import {
  type CivilDate,
  type Deadline,
  monthsAfter,
  naturalDaysAfter,
  workingDaysAfter,
  type WorkingDayCalendar,
  yearsAfter,
} from '../../calendar/index.ts';
import type { Period } from '../../rulebook/schema.ts';

/**
 * A period counted from a day by the counting rules.
 * @throws {RangeError} for hours, which run from a moment and not from a day
 */
export function periodAfter(calendar: WorkingDayCalendar, from: CivilDate, { n, unit }: Period): Deadline {
  switch (unit) {
    case 'natural-day':
      return naturalDaysAfter(calendar, from, n);
    case 'working-day':
      return workingDaysAfter(calendar, from, n);
    case 'month':
      return monthsAfter(calendar, from, n);
    case 'year':
      return yearsAfter(calendar, from, n);
    case 'hour':
      throw new RangeError('a period of hours runs from an instant, not from a day');
  }
}
