import { type CivilDate, fromDayNumber, toDayNumber } from './civil-date.ts';
import { composeDeadline } from './compose-deadline.ts';
import { memoKey, memoryOf } from './deadline-memo.ts';
import type { Deadline } from './derivation-step.ts';
import { unrolledEnding } from './endings.ts';
import { CalendarError } from './errors.ts';
import type { WorkingDayCalendar } from './working-day-calendar.ts';

/** A window named by its first and last day. */
export interface WindowDeadline extends Deadline {
  readonly opensOn: CivilDate;
}

const WINDOW = 24;
const LONGEST_DAYS = 100_000;

/**
 * A window fixed by its days, such as the annual report from 1 January to 31 March. C5 moves the last day of a counted
 * period, not of a window: due is the closing day even on a rest day; act-by is the last working day on or before it.
 * So only act-by can be provisional. Window of 2024: due Sunday 2024-03-31, act by 2024-03-29.
 * The result is frozen and shared between equal calls.
 * @throws {CalendarError} `bad-window` if it closes before it opens or is longer than 100,000 days; `not-a-date`
 */
export function fixedWindow(calendar: WorkingDayCalendar, opensOn: CivilDate, closesOn: CivilDate): WindowDeadline {
  const { deadlines } = memoryOf(calendar);
  const opens = toDayNumber(opensOn);
  const closes = toDayNumber(closesOn);
  const length = closes - opens;
  if (length < 0 || length > LONGEST_DAYS) {
    const why = length < 0 ? 'closes before it opens' : 'is longer than 100,000 days';
    throw new CalendarError('bad-window', closesOn, `The window from ${opensOn} to ${closesOn} ${why}.`);
  }
  const key = memoKey(WINDOW, length);
  const known = deadlines.get(key, opens);
  if (known !== undefined) return known as WindowDeadline;
  const window = Object.freeze({
    rule: 'window',
    op: 'fixed-window',
    mark: 'O',
    from: fromDayNumber(opens),
    to: fromDayNumber(closes),
  } as const);
  const deadline = composeDeadline(window.to, [window], unrolledEnding(calendar, closes), opens);
  const made: WindowDeadline = Object.freeze({ opensOn: window.from, ...deadline });
  deadlines.set(key, opens, made);
  return made;
}
