import { type CivilDate, fromDayNumber, isCivilDate, toDayNumber } from './civil-date.ts';
import { CalendarError, shown } from './errors.ts';

/**
 * A moment, written as RFC 3339. What this module returns is always in Chinese time, `2026-09-01T18:30:00+08:00`, with
 * a fraction of a second only if it was given; such texts sort like the moments.
 *
 * China has had UTC+8 without summer time since 1992. The summer times of 1986 to 1991 are out of scope: earlier
 * moments are refused rather than read one hour wrong.
 */
export type Instant = string;

const CHINA_OFFSET_SECONDS = 8 * 3600;
const DAY_SECONDS = 86400;
const EARLIEST = toDayNumber('1992-01-01' as CivilDate);
const FORM =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Reads a moment and returns it in Chinese time (+08:00). Seconds may be missing; an offset or Z may not, because a
 * time without one is up to a day wrong. A leap second (:60) and the offset -00:00 ("unknown") are refused.
 * @throws {CalendarError} `not-an-instant` naming the text, `instant-out-of-range` before 1992 in China.
 */
export function parseInstant(text: string): Instant {
  const { seconds, fraction } = read(text);
  return write(seconds, fraction);
}

/**
 * The moment `hours` whole hours later (earlier if negative). Nights and holidays count, nothing is rounded (rule C3).
 * @throws {CalendarError} as `parseInstant`; `bad-count` if `hours` is not whole.
 */
export function addHours(instant: Instant, hours: number): Instant {
  if (!Number.isInteger(hours)) {
    throw new CalendarError('bad-count', hours, `${shown(hours)} is not a whole number of hours.`);
  }
  const { seconds, fraction } = read(instant);
  return write(seconds + hours * 3600, fraction);
}

/** Minutes from one moment to another, a begun one counted whole; negative or 0 if `b` is not later. Errors as `parseInstant`. */
export function minutesBetween(a: Instant, b: Instant): number {
  return Math.ceil((read(b).seconds - read(a).seconds) / 60);
}

/** The day in China (Asia/Shanghai) on which a moment falls. @throws {CalendarError} as `parseInstant`. */
export function civilDateOf(instant: Instant): CivilDate {
  return parseInstant(instant).slice(0, 10) as CivilDate;
}

/** Seconds since 1970-01-01T00:00 in Chinese local time, and the fraction as written without trailing zeros. */
function read(text: string): { seconds: number; fraction: string } {
  const match = typeof text === 'string' && text.length <= 40 ? FORM.exec(text) : null;
  const [, date, hour, minute, second, fraction, zulu, sign, offsetHour, offsetMinute] = match ?? [];
  const offset = zulu === undefined ? Number(offsetHour) * 3600 + Number(offsetMinute) * 60 : 0;
  if (!isCivilDate(date) || (sign === '-' && offset === 0)) {
    throw new CalendarError(
      'not-an-instant',
      text,
      `${shown(text)} is not a moment: write date, time and offset, for example 2026-09-01T18:30:00+08:00.`,
    );
  }
  const local = toDayNumber(date) * DAY_SECONDS + Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  const seconds = local - (sign === '-' ? -offset : offset) + CHINA_OFFSET_SECONDS;
  return { seconds, fraction: (fraction ?? '').replace(/0+$/, '') };
}

function write(seconds: number, fraction: string): Instant {
  const day = Math.floor(seconds / DAY_SECONDS);
  if (day < EARLIEST) {
    throw new CalendarError(
      'instant-out-of-range',
      day,
      'The moment lies before 1992 in China, when summer time was still in use; such moments are not supported.',
    );
  }
  const rest = seconds - day * DAY_SECONDS;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map((n) => String(n).padStart(2, '0'));
  return `${fromDayNumber(day)}T${time.join(':')}${fraction === '' ? '' : `.${fraction}`}+08:00`;
}
