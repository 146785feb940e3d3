import { isCivilDate, toDayNumber } from './civil-date.ts';
import { type DayNumber, weekdayOfDay } from './day-number.ts';
import { CalendarError, shown } from './errors.ts';
import type { WorkingDayNotice } from './notice.ts';

/** A day that a notice names, checked. */
export interface SpecialDay {
  readonly day: DayNumber;
  readonly kind: 'holiday' | 'make-up';
  readonly name: string;
  readonly statutory: boolean;
}

/** The checked content of several notices: one span without gap, the special days ascending. */
export interface CheckedNotices {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly days: readonly SpecialDay[];
}

/** Longest span one notice may cover, so that a mistyped year cannot ask for a table of millions of days. */
const LONGEST_COVERAGE_DAYS = 400;
const NEW_YEAR_LABOUR_AND_NATIONAL_DAY = ['01-01', '05-01', '10-01'];

/**
 * Checks notices, shipped or entered by an operator, as a whole. They must be ascending and cover one span without
 * gap or overlap; each must list its days ascending, without repetition, inside its own coverage; a make-up day must
 * be a Saturday or Sunday; 1 January, 1 May and 1 October, fixed by law, must be rest days (which catches a list cut
 * short); and the last notice must leave the days after 28 December to the next one.
 * @throws {CalendarError} `bad-notice`, naming the notice, the line and the value.
 */
export function checkNotices(notices: readonly WorkingDayNotice[]): CheckedNotices {
  if (!Array.isArray(notices) || notices.length === 0) {
    throw new CalendarError('bad-notice', notices, 'A calendar needs at least one holiday notice.');
  }
  const checked = notices.map(checkNotice);
  checked.forEach(({ from }, i) => {
    const before = checked[i - 1];
    if (before === undefined || from === before.to + 1) return;
    const wrong = from <= before.to ? 'overlaps' : 'leaves a gap after';
    const [notice, previous] = [notices[i], notices[i - 1]];
    throw bad(
      `notice ${notice?.year}, coversFrom`,
      notice?.coversFrom,
      `${wrong} notice ${previous?.year}, which ends on ${previous?.coversTo}; coverage must go on the day after`,
    );
  });
  const last = notices[notices.length - 1];
  if (last !== undefined && last.coversTo.slice(5) > '12-28') {
    throw bad(
      `notice ${last.year}, coversTo`,
      last.coversTo,
      `goes too far: the last days of December belong to the next notice; end on ${last.year}-12-28`,
    );
  }
  const first = checked[0];
  return { from: first?.from ?? 0, to: checked[checked.length - 1]?.to ?? 0, days: checked.flatMap((c) => c.days) };
}

function checkNotice(notice: WorkingDayNotice): CheckedNotices {
  const line = `notice ${shown(notice?.year)}`;
  if (!Number.isInteger(notice?.year) || !Array.isArray(notice.off) || !Array.isArray(notice.work)) {
    throw bad(line, notice?.year, 'must have a year and the lists off and work');
  }
  if (!isText(notice.notice?.title) || !isText(notice.notice.source)) {
    throw bad(`${line}, notice`, notice.notice?.title, 'must give the title of the paper and its source');
  }
  const from = dayOf(`${line}, coversFrom`, notice.coversFrom);
  const to = dayOf(`${line}, coversTo`, notice.coversTo);
  if (to < from || to - from >= LONGEST_COVERAGE_DAYS) {
    throw bad(`${line}, coversTo`, notice.coversTo, `must be at most a year after coversFrom ${notice.coversFrom}`);
  }
  if (Number(notice.coversTo.slice(0, 4)) !== notice.year) {
    throw bad(`${line}, coversTo`, notice.coversTo, `must lie in ${notice.year}, the year of the notice`);
  }
  const off = checkList(line, 'off', notice.off, from, to);
  const work = checkList(line, 'work', notice.work, from, to);
  const offDays = new Set(off.map((d) => d.day));
  work.forEach(({ day }, i) => {
    const at = `${line}, work[${i}]`;
    const date = notice.work[i]?.date;
    if (weekdayOfDay(day) < 6) throw bad(at, date, 'is not a Saturday or Sunday; only those can be made working days');
    if (offDays.has(day)) throw bad(at, date, 'is also listed under off; a day is either a rest day or worked');
  });
  for (const monthDay of NEW_YEAR_LABOUR_AND_NATIONAL_DAY) {
    const date = `${notice.year}-${monthDay}`;
    const day = dayOf(line, date);
    if (day >= from && day <= to && !offDays.has(day)) {
      throw bad(`${line}, off`, date, 'is missing; it is a holiday by law, so the list seems to be incomplete');
    }
  }
  return { from, to, days: [...off, ...work].sort((a, b) => a.day - b.day) };
}

function checkList(
  line: string,
  list: 'off' | 'work',
  days: readonly { readonly date: string; readonly name: string; readonly statutory?: boolean }[],
  from: DayNumber,
  to: DayNumber,
): SpecialDay[] {
  const kind = list === 'off' ? 'holiday' : 'make-up';
  let previous = Number.NEGATIVE_INFINITY;
  return days.map((entry, i) => {
    const at = `${line}, ${list}[${i}]`;
    const day = dayOf(at, entry?.date);
    if (day < from || day > to) throw bad(at, entry.date, 'lies outside the coverage of its notice');
    if (day <= previous) throw bad(at, entry.date, 'is repeated or out of order; list the days ascending');
    if (!isText(entry.name)) throw bad(at, entry.date, 'needs the name of its holiday');
    if (list === 'off' && typeof entry.statutory !== 'boolean') {
      throw bad(at, entry.date, 'must say with statutory true or false whether the day itself is a holiday by law');
    }
    previous = day;
    return { day, kind, name: entry.name, statutory: entry.statutory === true };
  });
}

function dayOf(line: string, text: unknown): DayNumber {
  if (!isCivilDate(text)) throw bad(line, text, 'is not a date; write it as YYYY-MM-DD');
  return toDayNumber(text);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function bad(line: string, value: unknown, what: string): CalendarError {
  return new CalendarError('bad-notice', value, `${line}: ${shown(value)} ${what}.`);
}
