/**
 * Whole-day arithmetic on the proleptic Gregorian calendar, in integers only.
 *
 * `Date` is not used: it carries a time zone and a summer time, and 00:00 UTC is 08:00 in Beijing. The formulas count in
 * eras of 400 years (146,097 days) with the year beginning in March, so that the leap day is the last day of a year.
 */

/** Days since 1970-01-01, which is 0. Negative before it. Always a whole number. */
export type DayNumber = number;

/** Day of the week by ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** 0001-01-01, the first day that can be written as a civil date. */
export const FIRST_DAY: DayNumber = -719162;

/** 9999-12-31, the last day that can be written as a civil date. */
export const LAST_DAY: DayNumber = 2932896;

/** Day number of year, month (1–12) and day. No check: the three must form a real date. */
export function daysFromCivil(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month and day of a day number, packed as year × 10000 + month × 100 + day (20260901) to avoid an object. */
export function civilFromDays(n: DayNumber): number {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 10000 + month * 100 + day;
}

/** Day of the week of a day number: 1 (Monday) to 7 (Sunday). 1970-01-01 was a Thursday. */
export function weekdayOfDay(n: DayNumber): Weekday {
  const fromMonday = (n + 3) % 7;
  return ((fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1) as Weekday;
}

/** Number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
