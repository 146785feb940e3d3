import { civilDateFrom, fixedWindow, type WindowDeadline, type WorkingDayCalendar } from '../../calendar/index.ts';

const windows = new WeakMap<WorkingDayCalendar, Map<number, WindowDeadline>>();

/** Longer cycles than this do not share a key with others. */
const LONGEST_CYCLE_YEARS = 100;

/** The window of whole calendar years, 1 January of the first to 31 December of the last. Remembered per calendar. */
export function calendarYearsWindow(calendar: WorkingDayCalendar, firstYear: number, lastYear: number): WindowDeadline {
  let known = windows.get(calendar);
  if (known === undefined) {
    known = new Map();
    windows.set(calendar, known);
  }
  const length = lastYear - firstYear;
  const key = firstYear * LONGEST_CYCLE_YEARS + length;
  const before = length < LONGEST_CYCLE_YEARS ? known.get(key) : undefined;
  if (before !== undefined) return before;
  const window = fixedWindow(calendar, civilDateFrom(firstYear, 1, 1), civilDateFrom(lastYear, 12, 31));
  if (length < LONGEST_CYCLE_YEARS) known.set(key, window);
  return window;
}
