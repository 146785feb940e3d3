import type { DayNumber } from './day-number.ts';
import type { Deadline, DerivationStep, ProvisionalField } from './derivation-step.ts';
import { CalendarError, shown } from './errors.ts';
import { Memo } from './memo.ts';
import type { WorkingDayCalendar } from './working-day-calendar.ts';

/** Longest period that is counted, in its own unit: more than any statute asks, small enough to keep keys whole. */
const MOST = 100_000;
const KEY_STRIDE = 131_072;

/** Where a period ends once its nominal day is known: the part of a deadline that many periods share. */
export interface Ending {
  readonly dueOn: DayNumber;
  readonly actBy: DayNumber;
  readonly provisionalFields: readonly ProvisionalField[];
  readonly steps: readonly DerivationStep[];
}

interface CalendarMemory {
  readonly deadlines: Memo<Deadline>;
  readonly endings: Memo<Ending>;
}

/** Results per calendar. They are pure functions of their key, so sharing them changes nothing but the time. */
const memories = new WeakMap<WorkingDayCalendar, CalendarMemory>();

/** The memory of a calendar: whole deadlines (65,536 slots) and endings (8,192 slots). */
export function memoryOf(calendar: WorkingDayCalendar): CalendarMemory {
  const known = memories.get(calendar);
  if (known !== undefined) return known;
  const memory = { deadlines: new Memo<Deadline>(65_536), endings: new Memo<Ending>(8_192) };
  memories.set(calendar, memory);
  return memory;
}

/** Key of a count of `n` by one of the small whole numbers that stand for a way of counting. */
export function memoKey(way: number, n: number): number {
  return way * KEY_STRIDE + n;
}

/** @throws {CalendarError} `bad-count` unless `n` is a whole number from `least` to 100,000. */
export function checkCount(n: number, least: number, what: string): void {
  if (Number.isInteger(n) && n >= least && n <= MOST) return;
  throw new CalendarError(
    'bad-count',
    n,
    `${shown(n)} is not a number of ${what}: give a whole number from ${least} to ${MOST}.`,
  );
}
