import type { CivilDate } from '../calendar/index.ts';
import type { Condition } from '../rulebook/condition.ts';
import type { FactValue } from '../rulebook/facts.ts';
import { NO, type Truth, UNKNOWN, YES } from './truth.ts';

/** A condition that reads one fact or the day, with nothing inside. */
export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

/** What a condition is evaluated against. */
export interface ConditionContext {
  /** Value of a fact, or undefined when it is not known. */
  fact(key: string): FactValue | undefined;
  /** The day the question is asked for. */
  readonly asOf: CivilDate;
}

export function isLeaf(condition: Condition): condition is Leaf {
  return !('all' in condition || 'any' in condition || 'not' in condition);
}

/** Fact a leaf reads; null for `always` and conditions on the day. */
export function factOfLeaf(leaf: Leaf): string | null {
  return 'fact' in leaf ? leaf.fact : null;
}

const truthOf = (value: boolean): Truth => (value ? YES : NO);

/**
 * Truth of one leaf. A fact that is absent, null or of another type than the leaf reads is unknown: a missing number is
 * never smaller than a threshold.
 */
export function evaluateLeaf(leaf: Leaf, context: ConditionContext): Truth {
  if ('always' in leaf) return YES;
  if ('onOrAfter' in leaf) return truthOf(context.asOf >= leaf.onOrAfter);
  if ('before' in leaf) return truthOf(context.asOf < leaf.before);
  const value = context.fact(leaf.fact);
  if (value === undefined || value === null) return UNKNOWN;
  if ('is' in leaf) return typeof value === typeof leaf.is ? truthOf(value === leaf.is) : UNKNOWN;
  if ('atLeast' in leaf) return typeof value === 'number' ? truthOf(value >= leaf.atLeast) : UNKNOWN;
  if ('lessThan' in leaf) return typeof value === 'number' ? truthOf(value < leaf.lessThan) : UNKNOWN;
  if (!Array.isArray(value)) return UNKNOWN;
  if ('notEmpty' in leaf) return truthOf(value.length > 0);
  const members: readonly unknown[] = value;
  if ('includes' in leaf) return truthOf(members.includes(leaf.includes));
  return truthOf(leaf.includesAny.some((member) => members.includes(member)));
}
