import { type DueRule, dutyById, type Rulebook, type WorkflowKind, WORKFLOWS, workflowOf } from '@zhengqi/obligations';

/** A due rule of the rulebook, as workflows name it. */
export interface RuleName {
  duty: string;
  rule: string;
}

/** The due rules that a kind of work serves: those its clocks are taken from and those its moves settle. */
export function rulesOfKind(kind: string): RuleName[] {
  const { clocks, moves } = workflowOf(kind);
  const named = [
    ...Object.values(clocks).flatMap(({ rule }) => rule ?? []),
    ...Object.values(moves).flatMap(({ effects }) => effects.flatMap((e) => (e.type === 'closes-occurrence' ? e : []))),
  ];
  return [...new Map(named.map(({ duty, rule }) => [`${duty}/${rule}`, { duty, rule }])).values()];
}

/** Kinds of work that serve a due rule. */
export function kindsOfRule(duty: string, rule: string): WorkflowKind[] {
  return WORKFLOWS.map(({ kind }) => kind as WorkflowKind).filter((kind) =>
    rulesOfKind(kind).some((named) => named.duty === duty && named.rule === rule),
  );
}

/** Kinds of work that a kind of event calls for: one of their due rules counts from it. */
export function kindsOfEvent(type: string, rulebook: Rulebook): WorkflowKind[] {
  return WORKFLOWS.map(({ kind }) => kind as WorkflowKind).filter((kind) =>
    rulesOfKind(kind).some((named) => eventOf(dueRuleOf(named, rulebook)) === type),
  );
}

function dueRuleOf({ duty, rule }: RuleName, rulebook: Rulebook): DueRule | undefined {
  return dutyById(rulebook, duty)?.due.find(({ id }) => id === rule);
}

function eventOf(rule: DueRule | undefined): string | undefined {
  return rule !== undefined && 'event' in rule.timing ? rule.timing.event : undefined;
}
