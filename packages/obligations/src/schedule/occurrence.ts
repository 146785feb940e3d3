import type { Occurrence } from './model.ts';
import type { Draft, Run, Subject } from './run.ts';
import { statusOf } from './status.ts';

const NO_ASKS: readonly string[] = Object.freeze([]);
const NO_FIELDS: Occurrence['provisionalFields'] = Object.freeze([]);
const NO_STEPS: Occurrence['derivation'] = Object.freeze([]);

/** Dresses a draft as an occurrence: natural key, status on the as-of day, and what is still to be asked. */
export function toOccurrence(draft: Draft, subject: Subject, run: Run): Occurrence {
  const { duty } = subject.duty;
  const { rule } = subject.rule;
  const { deadline } = draft;
  const asks = asksOf(draft, subject);
  return {
    key: subject.rule.keyPrefix + draft.suffix,
    dutyId: duty.id,
    clause: duty.clause,
    dueRuleId: rule.id,
    action: rule.action,
    applies: subject.verdict.applies === 'yes' && asks.length === 0 ? 'yes' : 'unknown',
    opensOn: draft.opensOn,
    nominalOn: deadline === null ? null : deadline.nominalOn,
    dueOn: deadline === null ? null : deadline.dueOn,
    dueAt: draft.dueAt,
    actBy: deadline === null ? null : deadline.actBy,
    provisional: deadline === null ? false : deadline.provisional,
    provisionalFields: deadline === null ? NO_FIELDS : deadline.provisionalFields,
    status: statusOf(draft, run.asOf),
    mark: subject.rule.alternatives.length === 0 ? rule.mark : (draft.mark ?? rule.mark),
    anchor: draft.anchor,
    derivation: deadline === null ? NO_STEPS : deadline.derivation,
    asks,
  };
}

function asksOf(draft: Draft, subject: Subject): readonly string[] {
  const ofDuty = subject.verdict.applies === 'unknown' ? subject.verdict.asks : NO_ASKS;
  if (draft.asks === undefined) return ofDuty;
  return ofDuty.length === 0 ? draft.asks : [...new Set([...ofDuty, ...draft.asks])];
}

/**
 * Earliest first: by due moment or day, else by opening day; items of one day stay in the order given, which is that of
 * the rulebook. Grouping first is quicker than comparing all: a schedule has many items on few days.
 */
export function inDateOrder(occurrences: readonly Occurrence[]): Occurrence[] {
  const byDay = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const day = occurrence.dueAt ?? occurrence.dueOn ?? occurrence.opensOn ?? '';
    const group = byDay.get(day);
    if (group === undefined) byDay.set(day, [occurrence]);
    else group.push(occurrence);
  }
  const sorted: Occurrence[] = [];
  for (const day of [...byDay.keys()].sort()) for (const occurrence of byDay.get(day) ?? []) sorted.push(occurrence);
  return sorted;
}
