import { fromDayNumber } from './civil-date.ts';
import type { DayNumber } from './day-number.ts';
import { type Ending, memoKey, memoryOf } from './deadline-memo.ts';
import type { DerivationStep, ProvisionalField } from './derivation-step.ts';
import { type DayBlock, dayBlock, type WorkingDayCalendar } from './working-day-calendar.ts';

const FORWARD = 1;
const UNROLLED = 2;
const BACKWARD = 3;

/**
 * End of a period counted forwards: `dueOn` is the nominal day or, if that is a rest day, the next working day (C5);
 * `actBy` is the last working day on or before the nominal day (C10).
 */
export function forwardEnding(calendar: WorkingDayCalendar, nominal: DayNumber): Ending {
  const { endings } = memoryOf(calendar);
  const key = memoKey(FORWARD, 0);
  const known = endings.get(key, nominal);
  if (known !== undefined) return known;
  const due = calendar.nextWorkingDay(nominal);
  const roll = moveStep(calendar, 'C5', nominal, due);
  const made = ending(calendar, due, [nominal, due], nominal, [roll]);
  return endings.set(key, nominal, made);
}

/** End of a period that is not moved: `dueOn` is the nominal day, `actBy` the last working day on or before it. */
export function unrolledEnding(calendar: WorkingDayCalendar, nominal: DayNumber): Ending {
  const { endings } = memoryOf(calendar);
  const key = memoKey(UNROLLED, 0);
  return endings.get(key, nominal) ?? endings.set(key, nominal, ending(calendar, nominal, undefined, nominal, []));
}

/**
 * End of a period counted backwards (C9, no statutory rule): `dueOn` is the nominal day or, if that is a rest day, the
 * working day before it. The strict reading, that all the days lie in between, asks for one day more; `actBy` is the
 * last working day on or before that day, never later than `dueOn`.
 */
export function backwardEnding(calendar: WorkingDayCalendar, nominal: DayNumber): Ending {
  const { endings } = memoryOf(calendar);
  const key = memoKey(BACKWARD, 0);
  const known = endings.get(key, nominal);
  if (known !== undefined) return known;
  const due = calendar.previousWorkingDay(nominal);
  const strict: DerivationStep = Object.freeze({
    rule: 'C9',
    op: 'strict-reading',
    mark: 'O',
    from: fromDayNumber(nominal),
    to: fromDayNumber(nominal - 1),
  });
  const made = ending(calendar, due, [due, nominal], nominal - 1, [moveStep(calendar, 'C9', nominal, due), strict]);
  return endings.set(key, nominal, made);
}

/** The step that warns that some of the days consulted, from `from` to `to`, are covered by no notice. */
export function coverageStep(
  calendar: WorkingDayCalendar,
  from: DayNumber,
  to: DayNumber,
  fields: readonly ProvisionalField[],
): DerivationStep {
  let first = from;
  let last = to;
  while (first < last && calendar.isCovered(first)) first++;
  while (last > first && calendar.isCovered(last)) last--;
  return Object.freeze({
    rule: 'C11',
    op: 'outside-coverage',
    mark: 'O',
    from: fromDayNumber(first),
    to: fromDayNumber(last),
    fields,
    coverage: Object.freeze({ from: calendar.coversFrom, to: calendar.coversTo }),
  });
}

/** Holidays, make-up days and ordinary weekends from one day to another, both included, as blocks. */
function notableDays(calendar: WorkingDayCalendar, from: DayNumber, to: DayNumber): readonly DayBlock[] {
  const blocks: DayBlock[] = [];
  let start = from;
  for (let day = from; day <= to; day++) {
    const { kind, name } = calendar.describe(day);
    const next = day < to ? calendar.describe(day + 1) : undefined;
    if (next !== undefined && next.kind === kind && next.name === name) continue;
    if (kind !== 'weekday') blocks.push(dayBlock(start, day, kind, name ?? '周末'));
    start = day + 1;
  }
  return Object.freeze(blocks);
}

/** The step that keeps a last day or moves it to a working day, later by C5 or earlier by C9. */
function moveStep(calendar: WorkingDayCalendar, rule: 'C5' | 'C9', from: DayNumber, to: DayNumber): DerivationStep {
  const hits = notableDays(calendar, Math.min(from, to), Math.max(from, to));
  const op = from === to ? 'stays' : from < to ? 'roll-later' : 'roll-earlier';
  const mark = rule === 'C9' ? 'O' : verifiedRoll(calendar, from, to) ? 'V' : 'M';
  const step = { rule, op, mark, from: fromDayNumber(from), to: fromDayNumber(to) } as const;
  return Object.freeze(hits.length === 0 ? step : { ...step, hits });
}

/**
 * C5 speaks of holidays fixed by law. That weekends and swapped rest days count as such, and worked Saturdays do not,
 * is long practice (M); only a roll over statutory days alone, or a stay on an ordinary weekday, is the statute's word.
 */
function verifiedRoll(calendar: WorkingDayCalendar, from: DayNumber, to: DayNumber): boolean {
  if (from === to) return calendar.describe(from).kind === 'weekday';
  for (let day = from; day < to; day++) if (calendar.describe(day).statutory !== true) return false;
  return true;
}

/** Adds the last safe day to act (C10) and the coverage warning. `limit`: the day on or before which to act. */
function ending(
  calendar: WorkingDayCalendar,
  dueOn: DayNumber,
  consultedForDue: readonly [DayNumber, DayNumber] | undefined,
  limit: DayNumber,
  before: readonly DerivationStep[],
): Ending {
  const actBy = calendar.previousWorkingDay(limit);
  const hits = notableDays(calendar, actBy, limit);
  const act = { rule: 'C10', op: 'act-by', mark: 'O', from: fromDayNumber(limit), to: fromDayNumber(actBy) } as const;
  const steps: DerivationStep[] = [...before, Object.freeze(hits.length === 0 ? act : { ...act, hits })];

  const provisionalFields: ProvisionalField[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const consult = (field: ProvisionalField, from: DayNumber, to: DayNumber): void => {
    if (calendar.isSpanCovered(from, to)) return;
    provisionalFields.push(field);
    first = Math.min(first, from);
    last = Math.max(last, to);
  };
  if (consultedForDue !== undefined) consult('dueOn', consultedForDue[0], consultedForDue[1]);
  consult('actBy', actBy, limit);
  Object.freeze(provisionalFields);
  if (provisionalFields.length > 0) steps.push(coverageStep(calendar, first, last, provisionalFields));
  return Object.freeze({ dueOn, actBy, provisionalFields, steps: Object.freeze(steps) });
}
