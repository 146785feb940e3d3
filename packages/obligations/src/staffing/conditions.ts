import { compileConditions, type ConditionContext, LICENCE_GOES_ON, type Verdict } from '../applicability/index.ts';
import { addDays, civilDate } from '../calendar/index.ts';
import { leavesOf } from '../applicability/evaluate.ts';
import type { Licence } from '../licence/model.ts';
import type { Condition } from '../rulebook/condition.ts';
import type { Day } from './day.ts';
import type { StaffingCheck } from './requirement.ts';

/** Verdicts of the conditions of all checks on a day. */
export interface ConditionVerdicts {
  ofCheck(index: number): Verdict;
  /** Null for a requirement without a condition of its own. */
  ofRequirement(index: number, requirement: number): Verdict | null;
}

/** Prepares the conditions of checks, so that those that several share are read once. */
export function compileChecks(checks: readonly StaffingCheck[]): (context: ConditionContext) => ConditionVerdicts {
  const conditions: Condition[] = checks.map(conditionOf);
  const places = checks.map(({ requirements }) =>
    requirements.map(({ when }) => (when === undefined ? null : conditions.push(when) - 1)),
  );
  const verdictsOf = compileConditions(conditions);
  return (context) => {
    const verdicts = verdictsOf(context);
    return {
      ofCheck: (index) => verdicts[index] as Verdict,
      ofRequirement: (index, requirement) => {
        const place = places[index]?.[requirement] ?? null;
        return place === null ? null : (verdicts[place] as Verdict);
      },
    };
  };
}

/** Days on which the conditions come out otherwise whatever the answers are. */
export function conditionDays(checks: readonly StaffingCheck[]): string[] {
  const conditions = checks.flatMap((check) => [
    conditionOf(check),
    ...check.requirements.flatMap(({ when }) => when ?? []),
  ]);
  const days = conditions.flatMap(leavesOf).flatMap((leaf) => {
    if ('onOrAfter' in leaf) return [leaf.onOrAfter];
    return 'before' in leaf ? [leaf.before] : [];
  });
  return [...new Set(days)].sort();
}

/** Tells the day when a condition may come out otherwise. */
export function noteConditionDays(day: Day, days: readonly string[], { issuedOn, validTo }: Licence): void {
  const next = days.find((date) => date > day.on);
  if (next !== undefined) day.reached(next, 'rule-in-force');
  if (issuedOn !== null) day.reached(civilDate(issuedOn), 'licence');
  if (validTo !== null) day.reached(addDays(civilDate(validTo), 1), 'licence');
}

function conditionOf({ validFrom, condition, bindsWithoutLicence }: StaffingCheck): Condition {
  return { all: [{ onOrAfter: validFrom }, condition, ...(bindsWithoutLicence ? [] : [LICENCE_GOES_ON])] };
}
