import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateFrom,
  civilDateOf,
  type Deadline,
  type DerivationStep,
  daysBefore,
  daysBetween,
  fixedWindow,
  hoursAfter,
  type Instant,
  isCivilDate,
  monthsAfter,
  naturalDaysAfter,
  toDayNumber,
  type WorkingDayCalendar,
  workingDaysAfter,
  yearOf,
  yearsAfter,
} from '../../calendar/index.ts';
import type { Period } from '../../rulebook/schema.ts';
import type { ClockRun } from './fold.ts';
import type { FieldValue, MoveData } from './instance.ts';
import type { ClockTiming } from './model.ts';

/** The limit of one run of a clock. */
export interface CountedLimit {
  /** Field the count starts from or leads to. */
  readonly field: string;
  /** Its value, a day or moment; null when it is not known, and then nothing is counted. */
  readonly anchor: string | null;
  readonly deadline: Deadline | null;
  /** Of limits in hours. */
  readonly dueAt: Instant | null;
  /** First day of a window. */
  readonly opensOn: CivilDate | null;
}

/**
 * Counts the limit of a run. A run that is paused has no last day until it goes on.
 * @param latest the latest values, for what the count depends on besides its start (the grade of a unit)
 */
export function countLimit(
  calendar: WorkingDayCalendar,
  timing: ClockTiming,
  run: ClockRun,
  latest: MoveData,
): CountedLimit {
  const field = run.from ?? fieldOf(timing);
  const anchor = momentIn(run.values[field]);
  const nothing = { field, anchor, deadline: null, dueAt: null, opensOn: null };
  if (timing.type === 'window') return windowLimit(calendar, timing, run, nothing);
  if (anchor === null || timing.type === 'at-once') return nothing;
  const day = dayOf(anchor);
  if (timing.type === 'before') return { ...nothing, deadline: daysBefore(calendar, day, timing.days) };
  if (timing.type === 'until') return { ...nothing, deadline: fixedWindow(calendar, day, day) };
  if (timing.type === 'cycle') {
    const years = timing.years[String(latest[timing.by])];
    if (years === undefined) return nothing;
    const opensOn = civilDateFrom(yearOf(day) + 1, 1, 1);
    return {
      ...nothing,
      opensOn,
      deadline: fixedWindow(calendar, opensOn, civilDateFrom(yearOf(day) + years, 12, 31)),
    };
  }
  if (timing.period.unit !== 'hour') return { ...nothing, deadline: periodLimit(calendar, day, timing, run) };
  // A limit in hours from a day alone would be up to a day wrong: nothing is counted.
  if (isCivilDate(anchor)) return nothing;
  const { dueAt, derivation } = hoursAfter(anchor, timing.period.n);
  const dueOn = civilDateOf(dueAt);
  const deadline = { nominalOn: dueOn, dueOn, actBy: dueOn, provisional: false, provisionalFields: [], derivation };
  return { ...nothing, dueAt, deadline };
}

function fieldOf(timing: ClockTiming): string {
  if (timing.type === 'window') return timing.yearOf;
  return timing.type === 'until' ? timing.end : timing.from;
}

/** The day or moment that a value holds. */
export function momentIn(value: FieldValue | undefined): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'on' in value ? value.on : null;
}

/** The day of a day or moment. */
export function dayOf(moment: string): CivilDate {
  return isCivilDate(moment) ? moment : civilDateOf(moment);
}

function windowLimit(
  calendar: WorkingDayCalendar,
  timing: Extract<ClockTiming, { type: 'window' }>,
  run: ClockRun,
  nothing: CountedLimit,
): CountedLimit {
  const year = run.values[timing.yearOf];
  if (typeof year !== 'number') return nothing;
  const opensOn = civilDate(`${year}-${timing.opens}`);
  return {
    ...nothing,
    anchor: opensOn,
    opensOn,
    deadline: fixedWindow(calendar, opensOn, civilDate(`${year}-${timing.closes}`)),
  };
}

/** A period of days or longer; days told in writing not to count (expert review, hearing) are left out. */
function periodLimit(
  calendar: WorkingDayCalendar,
  start: CivilDate,
  { period, because }: Extract<ClockTiming, { type: 'after' }>,
  { pauses }: ClockRun,
): Deadline | null {
  const steps: DerivationStep[] = [];
  let from = start;
  let left = period.n;
  for (const pause of pauses) {
    const deadline = plainPeriod(calendar, from, { ...period, n: left }, because);
    if (deadline.nominalOn <= pause.from) break;
    const used = usedDays(calendar, from, pause.from, period.unit);
    if (used === null) return null;
    if (used > 0)
      steps.push(...plainPeriod(calendar, from, { ...period, n: used }, because).derivation.filter(isCount));
    if (pause.to === null) return null;
    steps.push(notCounted(pause.from, pause.to));
    left -= used;
    from = pause.to;
  }
  const deadline = plainPeriod(calendar, from, { ...period, n: left }, because);
  return steps.length === 0 ? deadline : Object.freeze({ ...deadline, derivation: [...steps, ...deadline.derivation] });
}

function plainPeriod(
  calendar: WorkingDayCalendar,
  from: CivilDate,
  { n, unit }: Period,
  because: 'C7' | undefined,
): Deadline {
  switch (unit) {
    case 'natural-day':
      return naturalDaysAfter(calendar, from, n);
    case 'working-day':
      return workingDaysAfter(calendar, from, n, because === undefined ? {} : { because });
    case 'month':
      return monthsAfter(calendar, from, n);
    case 'year':
      return yearsAfter(calendar, from, n);
    case 'hour':
      throw new RangeError('a period of hours runs from an instant, not from a day');
  }
}

/** Days of a period that had passed when it paused; null for units that cannot be split. */
function usedDays(calendar: WorkingDayCalendar, from: CivilDate, to: CivilDate, unit: Period['unit']): number | null {
  if (to <= from) return 0;
  if (unit === 'natural-day') return daysBetween(from, to);
  return unit === 'working-day' ? calendar.workingDaysBetween(toDayNumber(from), toDayNumber(to)) : null;
}

const isCount = ({ op }: DerivationStep): boolean => op.startsWith('count-') || op === 'start-not-counted';

function notCounted(from: CivilDate, to: CivilDate): DerivationStep {
  const first = addDays(from, 1);
  const note = `${first}至${to}的评审、听证等时间不计入办理期限，已书面告知（行政许可法第45条） · ${first} to ${to}: review or hearing, told in writing, not counted (Licensing Law art 45)`;
  return Object.freeze({ rule: 'C6', op: 'other-law', mark: 'V', from: first, to, note });
}
