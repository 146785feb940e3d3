import { type CivilDate, civilDateFrom, fromDayNumber, toDayNumber } from './civil-date.ts';
import { type DayNumber, daysFromCivil, daysInMonth, type Weekday, weekdayOfDay } from './day-number.ts';
import { CalendarError, shown } from './errors.ts';

/** The date `n` natural days later (earlier if negative). @throws {CalendarError} outside the years 1 to 9999. */
export function addDays(d: CivilDate, n: number): CivilDate {
  return fromDayNumber(toDayNumber(d) + n);
}

/** Natural days from `a` to `b`: 1 if `b` is the day after `a`, negative if `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

/** Day of the week: 1 (Monday) to 7 (Sunday). */
export function weekday(d: CivilDate): Weekday {
  return weekdayOfDay(toDayNumber(d));
}

/** Year of a date. */
export function yearOf(d: CivilDate): number {
  return Number(d.slice(0, 4));
}

/** Month of a date, 1 to 12. */
export function monthOf(d: CivilDate): number {
  return Number(d.slice(5, 7));
}

/** Day of the month of a date, 1 to 31. */
export function dayOfMonth(d: CivilDate): number {
  return Number(d.slice(8, 10));
}

/**
 * The same-numbered day `n` months later (earlier if negative); the end of the month if it has no such day
 * (rule C4, Civil Code art 202): 31 January + 1 month = 28 or 29 February.
 * @throws {CalendarError} `bad-count` if `n` is not whole, `date-out-of-range` outside the years 1 to 9999.
 */
export function addMonths(d: CivilDate, n: number): CivilDate {
  return fromDayNumber(dayAfterMonths(d, n));
}

/** The same day `n` years later; 29 February becomes the 28th in a common year (rule C4). Errors as `addMonths`. */
export function addYears(d: CivilDate, n: number): CivilDate {
  return addMonths(d, n * 12);
}

/** 1 January of the date's year. */
export function startOfYear(d: CivilDate): CivilDate {
  return civilDateFrom(yearOf(d), 1, 1);
}

/** 31 December of the date's year. */
export function endOfYear(d: CivilDate): CivilDate {
  return civilDateFrom(yearOf(d), 12, 31);
}

/** First day of the date's quarter (1 January, April, July or October). */
export function startOfQuarter(d: CivilDate): CivilDate {
  return civilDateFrom(yearOf(d), monthOf(d) - ((monthOf(d) - 1) % 3), 1);
}

/** Last day of the date's quarter. */
export function endOfQuarter(d: CivilDate): CivilDate {
  return endOfMonth(civilDateFrom(yearOf(d), monthOf(d) + 2 - ((monthOf(d) - 1) % 3), 1));
}

/** Last day of the date's month. */
export function endOfMonth(d: CivilDate): CivilDate {
  return civilDateFrom(yearOf(d), monthOf(d), daysInMonth(yearOf(d), monthOf(d)));
}

/** Day number of `addMonths`, for callers that count on. */
export function dayAfterMonths(d: CivilDate, n: number): DayNumber {
  if (!Number.isInteger(n)) throw new CalendarError('bad-count', n, `${shown(n)} is not a whole number of months.`);
  const months = yearOf(d) * 12 + monthOf(d) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return daysFromCivil(year, month, Math.min(dayOfMonth(d), daysInMonth(year, month)));
}
