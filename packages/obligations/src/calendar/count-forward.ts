import { type CivilDate, fromDayNumber, toDayNumber } from './civil-date.ts';
import { composeDeadline, type StartRule, startStep } from './compose-deadline.ts';
import { dayAfterMonths, dayOfMonth } from './date-arithmetic.ts';
import type { DayNumber } from './day-number.ts';
import { checkCount, type Ending, memoKey, memoryOf } from './deadline-memo.ts';
import type { Deadline, DerivationStep } from './derivation-step.ts';
import { forwardEnding, unrolledEnding } from './endings.ts';
import type { WorkingDayCalendar } from './working-day-calendar.ts';

/** How a forward period begins and ends. */
export interface ForwardOptions {
  /**
   * `next-working-day` (default): a last day on a rest day moves to the next working day (C5). `none`: the last day
   * stays, for cycles that end on a calendar day.
   */
  readonly roll?: 'next-working-day' | 'none';
  /** C2 (default), or C12 where the rule is worded "within n days from the day of …"; the dates are the same. */
  readonly startRule?: StartRule;
}

// Ways of counting, for the memory. Options add 1 (no roll) and 2 (C12), so the numbers lie 4 apart.
const NATURAL_DAYS = 4;
const MONTHS = 8;
const YEARS = 12;

/**
 * A period of `n` natural days after `start` (C1, C2 or C12), the last day rolled forwards off rest days (C5).
 * Change on 2026-09-01, 30 days: nominal 2026-10-01, due 2026-10-08 after the National Day holiday, act by 2026-09-30.
 * The result is frozen and shared between equal calls.
 * @param n whole days, 0 to 100,000
 * @throws {CalendarError} `bad-count`, `not-a-date`
 */
export function naturalDaysAfter(
  calendar: WorkingDayCalendar,
  start: CivilDate,
  n: number,
  options?: ForwardOptions,
): Deadline {
  const { deadlines } = memoryOf(calendar);
  const day = toDayNumber(start);
  const key = memoKey(NATURAL_DAYS + optionBits(options), n);
  const known = deadlines.get(key, day);
  if (known !== undefined) return known;
  checkCount(n, 0, 'days');
  const counted = countStep({ rule: 'C1', op: 'count-natural-days', unit: 'natural-day' }, day, day + n, n);
  return deadlines.set(key, day, forwardDeadline(calendar, day, day + n, [counted], options));
}

/**
 * A period of `n` months after `start`: it ends on the same-numbered day, or on the last day of a month without one
 * (C4), then C5. The result is frozen and shared between equal calls.
 * @param n whole months, 1 to 100,000
 * @throws {CalendarError} `bad-count`, `not-a-date`, `date-out-of-range`
 */
export function monthsAfter(
  calendar: WorkingDayCalendar,
  start: CivilDate,
  n: number,
  options?: ForwardOptions,
): Deadline {
  return monthPeriod(calendar, start, n, 'month', options);
}

/**
 * A period of `n` years after `start`; from 29 February it ends on the 28th in a common year (C4), then C5.
 * The result is frozen and shared between equal calls.
 * @param n whole years, 1 to 100,000
 * @throws {CalendarError} `bad-count`, `not-a-date`, `date-out-of-range`
 */
export function yearsAfter(
  calendar: WorkingDayCalendar,
  start: CivilDate,
  n: number,
  options?: ForwardOptions,
): Deadline {
  return monthPeriod(calendar, start, n, 'year', options);
}

function monthPeriod(
  calendar: WorkingDayCalendar,
  start: CivilDate,
  n: number,
  unit: 'month' | 'year',
  options: ForwardOptions | undefined,
): Deadline {
  const { deadlines } = memoryOf(calendar);
  const day = toDayNumber(start);
  const key = memoKey((unit === 'month' ? MONTHS : YEARS) + optionBits(options), n);
  const known = deadlines.get(key, day);
  if (known !== undefined) return known;
  checkCount(n, 1, `${unit}s`);
  const nominal = dayAfterMonths(start, unit === 'month' ? n : n * 12);
  const nominalOn = fromDayNumber(nominal);
  const counted: DerivationStep[] = [countStep({ rule: 'C4', op: 'count-months', unit }, day, nominal, n)];
  if (dayOfMonth(nominalOn) !== dayOfMonth(start)) {
    counted.push(Object.freeze({ rule: 'C4', op: 'month-end', mark: 'V', from: start, to: nominalOn }));
  }
  return deadlines.set(key, day, forwardDeadline(calendar, day, nominal, counted, options));
}

function forwardDeadline(
  calendar: WorkingDayCalendar,
  start: DayNumber,
  nominal: DayNumber,
  counted: readonly DerivationStep[],
  options: ForwardOptions | undefined,
): Deadline {
  const nominalOn = fromDayNumber(nominal);
  const steps: DerivationStep[] = [startStep(options?.startRule ?? 'C2', start), ...counted];
  let end: Ending;
  if (options?.roll === 'none') {
    steps.push(Object.freeze({ rule: 'C5', op: 'not-rolled', mark: 'O', from: nominalOn, to: nominalOn }));
    end = unrolledEnding(calendar, nominal);
  } else {
    end = forwardEnding(calendar, nominal);
  }
  return composeDeadline(nominalOn, steps, end, start);
}

function countStep(
  kind: Pick<DerivationStep, 'rule' | 'op'> & { readonly unit: 'natural-day' | 'month' | 'year' },
  from: DayNumber,
  to: DayNumber,
  n: number,
): DerivationStep {
  const { rule, op, unit } = kind;
  return Object.freeze({ rule, op, mark: 'V', from: fromDayNumber(from), to: fromDayNumber(to), n, unit });
}

function optionBits(options: ForwardOptions | undefined): number {
  if (options === undefined) return 0;
  return (options.roll === 'none' ? 1 : 0) + (options.startRule === 'C12' ? 2 : 0);
}
