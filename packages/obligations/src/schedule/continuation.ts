import type { ConditionContext } from '../applicability/index.ts';
import type { Applicability } from './compile-rulebook.ts';
import type { Run } from './run.ts';

const WENT_ON = 'wants_to_continue';

/**
 * The limits before an end of validity after which the licence went on (renewed, or applied for in time). That the
 * holder wanted to go on then follows from that answer; `wants_to_continue` speaks of the next end only.
 * @returns duties and run to be scheduled apart from those of the next end
 */
export function beforeContinuation(
  applicabilityOf: (context: ConditionContext) => Applicability,
  run: Run,
): [Applicability['dated'], Run] {
  const { printedEnd } = run.standing;
  const facts: ConditionContext = {
    asOf: run.asOf,
    fact: (key) => (key === WENT_ON ? true : run.facts.fact(key)),
  };
  const dated = applicabilityOf(facts).dated.flatMap((entry) => {
    const due = entry.duty.due.filter(({ rule }) => rule.timing.type === 'before-licence-date');
    return due.length === 0 ? [] : [{ ...entry, duty: { ...entry.duty, due } }];
  });
  const standing = { ...run.standing, expiries: printedEnd === null ? [] : [printedEnd], continuation: null };
  return [dated, { ...run, facts, standing }];
}
