import { civilFromDays, type DayNumber, daysFromCivil, daysInMonth, FIRST_DAY, LAST_DAY } from './day-number.ts';
import { CalendarError, shown } from './errors.ts';

/**
 * A day without time and zone, written YYYY-MM-DD, checked to exist (proleptic Gregorian, 0001-01-01 to 9999-12-31).
 * Two civil dates may be compared with `<`, because the written form sorts like the days.
 */
export type CivilDate = string & { readonly __civilDate: unique symbol };

const TABLE_FIRST = daysFromCivil(1990, 1, 1);
const TABLE_LAST = daysFromCivil(2110, 12, 31);
/** Written forms of the days that occur in practice, filled on first use: formatting costs ten times a look-up. */
const written: (CivilDate | undefined)[] = Array.from({ length: TABLE_LAST - TABLE_FIRST + 1 }, () => undefined);

/**
 * Checks a text to be a civil date.
 * @throws {CalendarError} `not-a-date`, naming the text: wrong form, or a day that does not exist (30 February).
 */
export function civilDate(text: string): CivilDate {
  if (Number.isNaN(parseDay(text))) throw notADate(text);
  return text as CivilDate;
}

/** Whether a value is the text of a civil date (YYYY-MM-DD, an existing day). */
export function isCivilDate(text: unknown): text is CivilDate {
  return typeof text === 'string' && !Number.isNaN(parseDay(text));
}

/**
 * The civil date of year, month (1–12) and day (1–31).
 * @throws {CalendarError} `not-a-date` when there is no such day.
 */
export function civilDateFrom(year: number, month: number, day: number): CivilDate {
  if (year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) {
    return fromDayNumber(daysFromCivil(year, month, day));
  }
  throw notADate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/**
 * Days since 1970-01-01 of a civil date.
 * @throws {CalendarError} `not-a-date` if the text got its type by a cast and is no date.
 */
export function toDayNumber(d: CivilDate): DayNumber {
  const n = parseDay(d);
  if (Number.isNaN(n)) throw notADate(d);
  return n;
}

/**
 * The civil date of a day number. Cached for 1990 to 2110.
 * @throws {CalendarError} `date-out-of-range` for a number that is not whole or lies outside the years 1 to 9999.
 */
export function fromDayNumber(n: DayNumber): CivilDate {
  const known = written[n - TABLE_FIRST];
  if (known !== undefined) return known;
  if (!Number.isInteger(n) || n < FIRST_DAY || n > LAST_DAY) {
    throw new CalendarError('date-out-of-range', n, `Day number ${shown(n)} lies outside the years 1 to 9999.`);
  }
  const packed = civilFromDays(n);
  const year = Math.floor(packed / 10000);
  const text = `${pad(year, 4)}-${pad(Math.floor(packed / 100) % 100, 2)}-${pad(packed % 100, 2)}` as CivilDate;
  if (n >= TABLE_FIRST && n <= TABLE_LAST) written[n - TABLE_FIRST] = text;
  return text;
}

/** Day number of a text, or NaN if it is no civil date. Reads ten characters; no pattern, no object. */
function parseDay(text: string): number {
  if (typeof text !== 'string' || text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45)
    return Number.NaN;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const day = digits(text, 8);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  return daysFromCivil(year, month, day);
}

/** The two ASCII digits at a position as a number, or NaN. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function notADate(text: unknown): CalendarError {
  const wellFormed = typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);
  const why = wellFormed ? 'there is no such day in the calendar' : 'write it as YYYY-MM-DD, for example 2026-09-01';
  return new CalendarError('not-a-date', text, `${shown(text)} is not a date: ${why}.`);
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
