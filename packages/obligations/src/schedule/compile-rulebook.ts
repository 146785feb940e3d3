import {
  type CompiledCondition,
  compileCondition,
  compileConditions,
  type ConditionContext,
  LICENCE_GOES_ON,
  type Verdict,
} from '../applicability/index.ts';
import { addDays, civilDate } from '../calendar/index.ts';
import type { Condition } from '../rulebook/condition.ts';
import type { Duty, DueRule, Rulebook } from '../rulebook/schema.ts';
import type { DutyResult, Question } from './model.ts';
import { type Decisions, decisionsOf, questionsOf } from './questions.ts';

/** A due rule made ready for many schedules. */
export interface CompiledDueRule {
  readonly rule: DueRule;
  /** Start of the keys of its occurrences: duty and due rule. */
  readonly keyPrefix: string;
  /** Narrower condition, null when the rule has none. */
  readonly when: CompiledCondition | null;
  /** Days on which the rule may start a clock, both included. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Other limits for the same act; the earliest counts. */
  readonly alternatives: CompiledDueRule[];
}

/** A duty made ready for many schedules. */
export interface CompiledDuty {
  readonly duty: Duty;
  readonly due: readonly CompiledDueRule[];
}

/** What follows from the facts alone, shared between all licences for which they come out the same. */
export interface Applicability {
  /** Every duty of the rulebook on the as-of day, in its order. */
  readonly results: readonly DutyResult[];
  /** Duties with due rules that bind, or may bind, while the licence is held. */
  readonly dated: readonly { readonly duty: CompiledDuty; readonly verdict: Verdict }[];
  readonly decisions: Decisions;
  readonly questions: readonly Question[];
}

const FIRST = '0000-00-00';
const LAST = '9999-99-99';

const compiled = new WeakMap<Rulebook, (context: ConditionContext) => Applicability>();

/** Prepares all duties of a rulebook; once for each rulebook. */
export function compileRulebook(rulebook: Rulebook): (context: ConditionContext) => Applicability {
  const known = compiled.get(rulebook);
  if (known !== undefined) return known;
  const duties = rulebook.duties.map((duty) => ({ duty, due: compileDueRules(duty) }));
  const verdictsOf = compileConditions([
    ...rulebook.duties.map(conditionToday),
    ...rulebook.duties.map(({ condition }) => condition),
  ]);
  const made = new WeakMap<readonly Verdict[], Applicability>();
  const applicabilityOf = (context: ConditionContext): Applicability => {
    const verdicts = verdictsOf(context);
    const before = made.get(verdicts);
    if (before !== undefined) return before;
    const applicability = toApplicability(duties, verdicts);
    made.set(verdicts, applicability);
    return applicability;
  };
  compiled.set(rulebook, applicabilityOf);
  return applicabilityOf;
}

/** The first half of the verdicts are those of the as-of day, the second those while the licence is held. */
function toApplicability(duties: readonly CompiledDuty[], verdicts: readonly Verdict[]): Applicability {
  const results = duties.map(({ duty }, i) => {
    const { applies, because, asks } = verdicts[i] as Verdict;
    return Object.freeze({
      id: duty.id,
      clause: duty.clause,
      kind: duty.kinds[0] ?? 'standing',
      applies,
      because,
      asks,
    });
  });
  const dated = duties.flatMap((duty, i) => {
    const verdict = verdicts[duties.length + i] as Verdict;
    return duty.due.length === 0 || verdict.applies === 'no' ? [] : [{ duty, verdict }];
  });
  const decisions = decisionsOf(results);
  return { results: Object.freeze(results), dated, decisions, questions: Object.freeze(questionsOf(decisions)) };
}

function conditionToday(duty: Duty): Condition {
  const parts: Condition[] = [{ onOrAfter: duty.validFrom }];
  if (duty.validTo !== undefined) parts.push({ before: addDays(civilDate(duty.validTo), 1) });
  parts.push(duty.condition);
  if (!duty.bindsWithoutLicence) parts.push(LICENCE_GOES_ON);
  return { all: parts };
}

function compileDueRules(duty: Duty): CompiledDueRule[] {
  const rules = duty.due.map((rule) => ({
    rule,
    keyPrefix: `${duty.id}/${rule.id}/`,
    when: rule.when === undefined ? null : compileCondition(rule.when),
    validFrom: later(duty.validFrom, rule.validFrom ?? FIRST),
    validTo: earlier(duty.validTo ?? LAST, rule.validTo ?? LAST),
    alternatives: [] as CompiledDueRule[],
  }));
  const leading: CompiledDueRule[] = [];
  for (const entry of rules) {
    const first = rules.find((other) => other.rule.id === entry.rule.sameActAs);
    if (first === undefined) leading.push(entry);
    else first.alternatives.push(entry);
  }
  return leading;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
