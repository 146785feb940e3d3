import { type CivilDate, fromDayNumber, toDayNumber } from './civil-date.ts';
import { startStep } from './compose-deadline.ts';
import type { DayNumber } from './day-number.ts';
import { checkCount, memoKey, memoryOf } from './deadline-memo.ts';
import type { Deadline, DerivationStep, ProvisionalField } from './derivation-step.ts';
import { coverageStep } from './endings.ts';
import type { WorkingDayCalendar } from './working-day-calendar.ts';

/** Why a period is one of working days, which C1 makes the exception. */
export interface WorkingDayOptions {
  /**
   * `C1` (default): the rule says 工作日. `C7`: a licensing authority's own period (Administrative Licensing Law
   * art 82). `C8`: two, three, five or seven days in penalty procedure (Administrative Penalty Law art 85).
   */
  readonly because?: 'C1' | 'C7' | 'C8';
}

const WAY = { C1: 16, C7: 17, C8: 18 } as const;
const ALL_FIELDS: readonly ProvisionalField[] = Object.freeze(['dueOn', 'actBy']);
const NO_FIELDS: readonly ProvisionalField[] = Object.freeze([]);
const REASONS: Readonly<Record<'C1' | 'C7' | 'C8', DerivationStep>> = {
  C1: Object.freeze({ rule: 'C1', op: 'working-days-apply', mark: 'V', unit: 'working-day' }),
  C7: Object.freeze({ rule: 'C7', op: 'working-days-apply', mark: 'V', unit: 'working-day' }),
  C8: Object.freeze({ rule: 'C8', op: 'working-days-apply', mark: 'V', unit: 'working-day' }),
};

/**
 * A period of `n` working days after `start`, which is not counted (C2, C11). The last day is a working day by
 * construction, so nothing rolls: nominal, due and act-by day are the same.
 * Disposal on Friday 2026-09-18, 10 working days: 2026-10-09 (Sunday 2026-09-20 is worked).
 * Provisional if a day from the one after `start` to the last lies outside the coverage.
 * The result is frozen and shared between equal calls.
 * @param n whole working days, 1 to 100,000
 * @throws {CalendarError} `bad-count`, `not-a-date`, `date-out-of-range`
 */
export function workingDaysAfter(
  calendar: WorkingDayCalendar,
  start: CivilDate,
  n: number,
  options?: WorkingDayOptions,
): Deadline {
  const { deadlines } = memoryOf(calendar);
  const day = toDayNumber(start);
  const because = options?.because ?? 'C1';
  const key = memoKey(WAY[because], n);
  const known = deadlines.get(key, day);
  if (known !== undefined) return known;
  checkCount(n, 1, 'working days');
  const last = calendar.workingDaysAfter(day, n);
  const lastOn = fromDayNumber(last);
  const covered = calendar.isSpanCovered(day + 1, last);
  const provisionalFields = covered ? NO_FIELDS : ALL_FIELDS;
  const derivation: DerivationStep[] = [REASONS[because], startStep('C2', day), countStep(calendar, day, last, n)];
  if (!covered) derivation.push(coverageStep(calendar, day + 1, last, provisionalFields));
  const deadline: Deadline = Object.freeze({
    nominalOn: lastOn,
    dueOn: lastOn,
    actBy: lastOn,
    provisional: !covered,
    provisionalFields,
    derivation: Object.freeze(derivation),
  });
  return deadlines.set(key, day, deadline);
}

function countStep(calendar: WorkingDayCalendar, start: DayNumber, last: DayNumber, n: number): DerivationStep {
  const hits = calendar.specialDays(start + 1, last);
  const holidays = hits.reduce((sum, hit) => (hit.kind === 'holiday' ? sum + blockLength(hit) : sum), 0);
  // The notices were seen in excerpts (E); Monday to Friday outside them is our own assumption (O).
  const mark = calendar.isSpanCovered(start + 1, last) ? 'E' : 'O';
  const step = {
    rule: 'C11',
    op: 'count-working-days',
    mark,
    from: fromDayNumber(start),
    to: fromDayNumber(last),
    n,
    unit: 'working-day',
    weekendDays: last - start - n - holidays,
  } as const;
  return Object.freeze(hits.length === 0 ? step : { ...step, hits: Object.freeze(hits) });
}

function blockLength({ on, until }: { readonly on: CivilDate; readonly until?: CivilDate }): number {
  return until === undefined ? 1 : toDayNumber(until) - toDayNumber(on) + 1;
}
