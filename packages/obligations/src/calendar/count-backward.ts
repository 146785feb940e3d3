import { type CivilDate, fromDayNumber, toDayNumber } from './civil-date.ts';
import { composeDeadline } from './compose-deadline.ts';
import { checkCount, memoKey, memoryOf } from './deadline-memo.ts';
import type { Deadline } from './derivation-step.ts';
import { backwardEnding } from './endings.ts';
import type { WorkingDayCalendar } from './working-day-calendar.ts';

const DAYS_BEFORE = 20;

/**
 * A period counted backwards, "n days before `anchor`" (提前90日, 届满三十日前). No statute says how to roll it, so C9
 * is our own, careful rule: nominal is anchor − n; due is that day or the working day before it; act-by follows the
 * strict reading, that all n days lie in between: the last working day on or before nominal − 1.
 * Expiry 2025-12-24, 90 days: nominal and due 2025-09-25, act by 2025-09-24.
 * The result is frozen and shared between equal calls.
 * @param n whole natural days, 0 to 100,000
 * @throws {CalendarError} `bad-count`, `not-a-date`, `date-out-of-range`
 */
export function daysBefore(calendar: WorkingDayCalendar, anchor: CivilDate, n: number): Deadline {
  const { deadlines } = memoryOf(calendar);
  const day = toDayNumber(anchor);
  const key = memoKey(DAYS_BEFORE, n);
  const known = deadlines.get(key, day);
  if (known !== undefined) return known;
  checkCount(n, 0, 'days');
  const nominalOn = fromDayNumber(day - n);
  const counted = Object.freeze({
    rule: 'C9',
    op: 'count-back',
    mark: 'O',
    from: fromDayNumber(day),
    to: nominalOn,
    n,
    unit: 'natural-day',
  } as const);
  const deadline = composeDeadline(nominalOn, [counted], backwardEnding(calendar, day - n), undefined);
  return deadlines.set(key, day, deadline);
}
