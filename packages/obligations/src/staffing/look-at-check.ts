import type { Verdict } from '../applicability/index.ts';
import type { Mark } from '../rulebook/marks.ts';
import type { SourceReference } from '../rulebook/schema.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { askFact, distinct, type Found, notAsked, type Outcome, type StaffingContext } from './context.ts';
import type { Day } from './day.ts';
import type { RequirementResult, StaffingResult } from './model.ts';
import { checkRequirement } from './require/index.ts';
import type { Requirement, StaffingCheck } from './requirement.ts';
import { sayResult } from './say-result.ts';

/** Looks at one check on a day, once it is known whether it binds. */
export function lookAtCheck(
  check: StaffingCheck,
  verdict: Verdict,
  whenOf: (requirement: number) => Verdict | null,
  context: StaffingContext,
): StaffingResult {
  if (verdict.applies === 'no') return resultOf(check, context.province, 'does-not-apply', verdict.because, []);
  const requirements = check.requirements.map((requirement, i) => lookAt(requirement, whenOf(i), context));
  if (verdict.applies === 'unknown') {
    const result = resultOf(check, context.province, 'unknown', verdict.because, requirements);
    return { ...result, asks: verdict.asks.map(askFact) };
  }
  const outcome = together(requirements);
  if (outcome === 'does-not-apply') {
    const reasons = requirements.map(({ because }) => because);
    return resultOf(check, context.province, outcome, reasons[0] ?? verdict.because, requirements);
  }
  return resultOf(check, context.province, outcome, null, requirements);
}

/** A check that was not looked at for a place, with the reason. */
export function resultOf(
  check: StaffingCheck,
  province: string | null,
  outcome: Outcome,
  because: Bilingual | null,
  requirements: readonly RequirementResult[],
): StaffingResult {
  const deciding = requirements.filter((one) => one.outcome === outcome);
  // Where it is not known whether the check binds, all that it would ask for is open.
  const open = outcome === 'unknown' && because !== null ? requirements : deciding;
  const mark = strongest(outcome === 'does-not-apply' ? [] : open);
  return {
    check: check.id,
    title: check.title,
    clause: check.clause,
    dutyId: check.dutyId,
    province,
    outcome,
    shortBy: outcome === 'short' ? deciding.reduce((sum, { shortBy }) => sum + shortBy, 0) : 0,
    mark,
    asLaw: isLaw(mark),
    because: because ?? sayResult(deciding),
    asks: outcome === 'unknown' ? distinct(deciding.flatMap(({ asks }) => asks)) : [],
    coveredBy: [...new Set(requirements.flatMap(({ coveredBy }) => coveredBy))],
    requirements,
  };
}

function lookAt(requirement: Requirement, when: Verdict | null, context: StaffingContext): RequirementResult {
  const sources = requirement.sources.filter((source) => citableOn(source, context.day));
  const early = requirement.validFrom !== undefined && !context.day.reached(requirement.validFrom, 'rule-in-force');
  const carrier = sources[0];
  const found =
    early || carrier === undefined
      ? notAsked('该日尚未施行', 'not yet in force')
      : narrowed(requirement, when, context);
  // Our own rule stays our own rule, whoever sets its number.
  const number = carrier?.mark === 'O' ? undefined : found.number;
  const mark = number?.mark ?? carrier?.mark ?? 'O';
  return {
    id: requirement.id,
    text: requirement.text,
    outcome: found.outcome,
    shortBy: found.shortBy,
    mark,
    asLaw: isLaw(mark),
    sources: number === undefined || sources.includes(number) ? sources : [...sources, number],
    because: found.because,
    asks: found.asks,
    coveredBy: found.coveredBy,
  };
}

/** Of a requirement that may not be asked for, only that it is met can be said. */
function narrowed(requirement: Requirement, when: Verdict | null, context: StaffingContext): Found {
  if (when?.applies === 'no') return notAsked(when.because.zh, when.because.en);
  const found = checkRequirement(requirement, context);
  if (when?.applies !== 'unknown' || found.outcome === 'met' || found.outcome === 'does-not-apply') return found;
  return { ...found, outcome: 'unknown', shortBy: 0, because: when.because, asks: when.asks.map(askFact) };
}

function together(requirements: readonly RequirementResult[]): Outcome {
  const outcomes = new Set(requirements.map(({ outcome }) => outcome));
  if (outcomes.has('short')) return 'short';
  if (outcomes.has('unknown')) return 'unknown';
  return outcomes.has('met') ? 'met' : 'does-not-apply';
}

function citableOn({ validFrom, validTo }: SourceReference, day: Day): boolean {
  if (validFrom !== undefined && !day.reached(validFrom, 'rule-in-force')) return false;
  return validTo === undefined || !day.passed(validTo, 'rule-in-force');
}

const STRENGTH: readonly Mark[] = ['V', 'E', 'M', 'P', 'O'];

function strongest(results: readonly RequirementResult[]): Mark | null {
  return STRENGTH.find((mark) => results.some((one) => one.mark === mark)) ?? null;
}

function isLaw(mark: Mark | null): boolean {
  return mark === 'V' || mark === 'E';
}
