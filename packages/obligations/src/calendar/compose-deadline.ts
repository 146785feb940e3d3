import { type CivilDate, fromDayNumber } from './civil-date.ts';
import type { DayNumber } from './day-number.ts';
import type { Ending } from './deadline-memo.ts';
import type { Deadline, DerivationStep } from './derivation-step.ts';
import { Memo } from './memo.ts';

/** Which rule says that the first day is not counted: C2 in general, C12 for "within n days from the day of …". */
export type StartRule = 'C2' | 'C12';

/** Start steps do not depend on a calendar. */
const startSteps = new Memo<DerivationStep>(4_096);

/** The step that leaves the start day out. */
export function startStep(rule: StartRule, start: DayNumber): DerivationStep {
  const key = rule === 'C2' ? 2 : 12;
  return (
    startSteps.get(key, start) ??
    startSteps.set(
      key,
      start,
      Object.freeze({
        rule,
        op: 'start-not-counted',
        mark: 'V',
        from: fromDayNumber(start),
        to: fromDayNumber(start + 1),
      }),
    )
  );
}

/**
 * Puts a deadline together from the steps of the count and the ending of the period.
 * @param start first day of a forward period: if the last safe day lies before it, a step says to act at once
 */
export function composeDeadline(
  nominalOn: CivilDate,
  counted: readonly DerivationStep[],
  ending: Ending,
  start: DayNumber | undefined,
): Deadline {
  const derivation = [...counted, ...ending.steps];
  if (start !== undefined && ending.actBy < start) {
    derivation.push(
      Object.freeze({
        rule: 'C10',
        op: 'act-by-passed',
        mark: 'O',
        from: fromDayNumber(ending.actBy),
        to: fromDayNumber(start),
      }),
    );
  }
  return Object.freeze({
    nominalOn,
    dueOn: fromDayNumber(ending.dueOn),
    actBy: fromDayNumber(ending.actBy),
    provisional: ending.provisionalFields.length > 0,
    provisionalFields: ending.provisionalFields,
    derivation: Object.freeze(derivation),
  });
}
