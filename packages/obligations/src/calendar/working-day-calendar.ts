import { type CivilDate, fromDayNumber } from './civil-date.ts';
import { type DayNumber, weekdayOfDay } from './day-number.ts';
import type { WorkingDayNotice } from './notice.ts';
import { type CheckedNotices, checkNotices, type SpecialDay } from './notice-check.ts';
import { dayOfWeekdayOrdinal, weekdayOrdinal } from './weekday-count.ts';

/** What a day is. `holiday` is any rest day named by a notice, weekend days inside a block included. */
export type DayKind = 'weekday' | 'weekend' | 'holiday' | 'make-up';

/** What the calendar knows about one day. Shared between calls and frozen. */
export interface DayDescription {
  readonly working: boolean;
  /** Whether a State Council notice settles this day; if not, only Monday to Friday was looked at. */
  readonly covered: boolean;
  readonly kind: DayKind;
  /** Chinese name of the holiday, for holidays and make-up days. */
  readonly name?: string;
  /** Present for holidays: whether the day itself is fixed by law, not merely swapped or part of a weekend. */
  readonly statutory?: boolean;
}

/** Consecutive special days of one kind and name, as shown in a derivation. Shared and frozen. */
export interface DayBlock {
  readonly on: CivilDate;
  /** Last day, if the block has more than one. */
  readonly until?: CivilDate;
  readonly kind: 'holiday' | 'make-up' | 'weekend';
  readonly name: string;
}

/**
 * Working days of the PRC by the State Council notices (rule C11). Inside the coverage the notices decide; outside it
 * Monday to Friday are counted and `isCovered` is false, so that a caller can mark the result as provisional.
 * Immutable; every question is answered in constant time. Days are day numbers (days since 1970-01-01); `n` is whole and not negative (not checked here, for speed).
 */
export interface WorkingDayCalendar {
  /** First and last day settled by a notice. */
  readonly coversFrom: CivilDate;
  readonly coversTo: CivilDate;
  readonly notices: readonly WorkingDayNotice[];
  isCovered(day: DayNumber): boolean;
  /** Whether every day from `from` to `to`, both included, is covered. */
  isSpanCovered(from: DayNumber, to: DayNumber): boolean;
  isWorkingDay(day: DayNumber): boolean;
  describe(day: DayNumber): DayDescription;
  /** The `n`th working day after `day`, which itself is not counted; `day` itself for n = 0. */
  workingDaysAfter(day: DayNumber, n: number): DayNumber;
  /** The `n`th working day before `day`, which itself is not counted; `day` itself for n = 0. */
  workingDaysBefore(day: DayNumber, n: number): DayNumber;
  /** Working days after `from` up to and including `to`; negative if `to` is earlier. */
  workingDaysBetween(from: DayNumber, to: DayNumber): number;
  /** The day itself if it is a working day, else the first one after it. */
  nextWorkingDay(day: DayNumber): DayNumber;
  /** The day itself if it is a working day, else the last one before it. */
  previousWorkingDay(day: DayNumber): DayNumber;
  /** Holidays and make-up days named by the notices from `from` to `to`, both included, as blocks. */
  specialDays(from: DayNumber, to: DayNumber): readonly DayBlock[];
}

const PLAIN_DAYS = {
  covered: { weekday: plain('weekday', true), weekend: plain('weekend', true) },
  uncovered: { weekday: plain('weekday', false), weekend: plain('weekend', false) },
} as const;

/**
 * Builds a calendar from holiday notices, shipped or entered at run time.
 * @throws {CalendarError} `bad-notice` naming notice, line and value; see `checkNotices` for what is checked.
 */
export function createCalendar(notices: readonly WorkingDayNotice[]): WorkingDayCalendar {
  const content = checkNotices(notices);
  const { from, to } = content;
  const descriptions = describeCoveredDays(content);

  // ordinals[i]: ordinal of the last working day on or before day from + i; dayOfOrdinal is its inverse. Outside the
  // table both go on in closed form, before it unchanged and after it shifted by what the notices added or took away.
  const before = weekdayOrdinal(from - 1);
  const ordinals = new Int32Array(descriptions.length);
  const coveredWorkingDays: DayNumber[] = [];
  descriptions.forEach((description, i) => {
    if (description.working) coveredWorkingDays.push(from + i);
    ordinals[i] = before + coveredWorkingDays.length;
  });
  const lastOrdinal = before + coveredWorkingDays.length;
  const shift = lastOrdinal - weekdayOrdinal(to);

  const ordinalOf = (day: DayNumber): number => {
    if (day < from) return weekdayOrdinal(day);
    return day > to ? weekdayOrdinal(day) + shift : (ordinals[day - from] ?? Number.NaN);
  };
  const dayOfOrdinal = (ordinal: number): DayNumber => {
    if (ordinal <= before) return dayOfWeekdayOrdinal(ordinal);
    return coveredWorkingDays[ordinal - before - 1] ?? dayOfWeekdayOrdinal(ordinal - shift);
  };
  const describe = (day: DayNumber): DayDescription =>
    descriptions[day - from] ?? PLAIN_DAYS.uncovered[weekdayOfDay(day) > 5 ? 'weekend' : 'weekday'];
  const blocks = collectBlocks(content.days);

  return Object.freeze({
    coversFrom: fromDayNumber(from),
    coversTo: fromDayNumber(to),
    notices: Object.freeze([...notices]),
    isCovered: (day: DayNumber) => day >= from && day <= to,
    isSpanCovered: (first: DayNumber, last: DayNumber) => first >= from && last <= to,
    isWorkingDay: (day: DayNumber) => describe(day).working,
    describe,
    workingDaysAfter: (day: DayNumber, n: number) => (n === 0 ? day : dayOfOrdinal(ordinalOf(day) + n)),
    workingDaysBefore: (day: DayNumber, n: number) => (n === 0 ? day : dayOfOrdinal(ordinalOf(day - 1) + 1 - n)),
    workingDaysBetween: (first: DayNumber, last: DayNumber) => ordinalOf(last) - ordinalOf(first),
    nextWorkingDay: (day: DayNumber) => dayOfOrdinal(ordinalOf(day - 1) + 1),
    previousWorkingDay: (day: DayNumber) => dayOfOrdinal(ordinalOf(day)),
    specialDays: (first: DayNumber, last: DayNumber) => cutBlocks(blocks, first, last),
  });
}

function plain(kind: 'weekday' | 'weekend', covered: boolean): DayDescription {
  return Object.freeze({ working: kind === 'weekday', covered, kind });
}

function describeCoveredDays({ from, to, days }: CheckedNotices): DayDescription[] {
  const special = new Map(days.map((d) => [d.day, d]));
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const found = special.get(from + i);
    if (found === undefined) return PLAIN_DAYS.covered[weekdayOfDay(from + i) > 5 ? 'weekend' : 'weekday'];
    const { kind, name, statutory } = found;
    if (kind === 'make-up') return Object.freeze({ working: true, covered: true, kind, name });
    return Object.freeze({ working: false, covered: true, kind, name, statutory });
  });
}

interface NumberedBlock {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly block: DayBlock;
}

function collectBlocks(days: readonly SpecialDay[]): readonly NumberedBlock[] {
  const blocks: NumberedBlock[] = [];
  let start = 0;
  days.forEach((day, i) => {
    const next = days[i + 1];
    if (next !== undefined && next.day === day.day + 1 && next.kind === day.kind && next.name === day.name) return;
    const first = days[start] ?? day;
    blocks.push({ from: first.day, to: day.day, block: dayBlock(first.day, day.day, day.kind, day.name) });
    start = i + 1;
  });
  return blocks;
}

function cutBlocks(blocks: readonly NumberedBlock[], from: DayNumber, to: DayNumber): readonly DayBlock[] {
  let low = 0;
  for (let high = blocks.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.to ?? to) < from) low = middle + 1;
    else high = middle;
  }
  const cut: DayBlock[] = [];
  for (let entry = blocks[low]; entry !== undefined && entry.from <= to; entry = blocks[++low]) {
    const whole = entry.from >= from && entry.to <= to;
    const { kind, name } = entry.block;
    cut.push(whole ? entry.block : dayBlock(Math.max(from, entry.from), Math.min(to, entry.to), kind, name));
  }
  return cut;
}

/** A frozen block of days from one day number to another, both included. */
export function dayBlock(from: DayNumber, to: DayNumber, kind: DayBlock['kind'], name: string): DayBlock {
  const on = fromDayNumber(from);
  return Object.freeze(from === to ? { on, kind, name } : { on, until: fromDayNumber(to), kind, name });
}
