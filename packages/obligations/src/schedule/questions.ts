import { questionOf } from '../applicability/index.ts';
import { FACTS } from '../rulebook/facts.ts';
import type { DutyResult, Occurrence, Question } from './model.ts';

/** Fact key → ids of the duties that its answer decides. */
export type Decisions = ReadonlyMap<string, ReadonlySet<string>>;

const ORDER: ReadonlyMap<string, number> = new Map(Object.keys(FACTS).map((key, i) => [key, i]));

/** What the open questions of the duties decide. */
export function decisionsOf(results: readonly DutyResult[]): Decisions {
  const decisions = new Map<string, Set<string>>();
  for (const result of results) for (const key of result.asks) add(decisions, key, result.id);
  return decisions;
}

/**
 * Adds what the dated items ask for. Attributes of an event are asked where the event is, not among the company's
 * questions. Returns the same decisions when there is nothing to add.
 */
export function withAsksOfDates(
  decisions: Decisions,
  occurrences: readonly Occurrence[],
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): Decisions {
  let more: Map<string, Set<string>> | null = null;
  const note = (key: string, dutyId: string) => {
    if (key.startsWith('event.') || decisions.get(key)?.has(dutyId) === true) return;
    more ??= new Map([...decisions].map(([known, duties]) => [known, new Set(duties)]));
    add(more, key, dutyId);
  };
  for (const { asks, dutyId } of occurrences) {
    if (asks.length > 0) for (const key of asks) note(key, dutyId);
  }
  for (const [key, dutyIds] of asked) for (const id of dutyIds) note(key, id);
  return more ?? decisions;
}

/** Questions in the order of the fact catalogue, each with the duties it decides. */
export function questionsOf(decisions: Decisions): Question[] {
  return [...decisions]
    .sort(([a], [b]) => (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size) || (a < b ? -1 : 1))
    .map(([key, duties]) => ({ key, question: questionOf(key), decides: [...duties] }));
}

function add(decisions: Map<string, Set<string>>, key: string, dutyId: string): void {
  const duties = decisions.get(key);
  if (duties === undefined) decisions.set(key, new Set([dutyId]));
  else duties.add(dutyId);
}
