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

/** Truth of one leaf for one context. */
export type LeafReader = (context: ConditionContext) => Truth;

/**
 * Turns a leaf into a function. A fact that is absent, null or of another type than the leaf reads is unknown: a missing
 * number is never smaller than a threshold.
 */
export function compileLeaf(leaf: Leaf): LeafReader {
  if ('always' in leaf) return () => YES;
  if ('onOrAfter' in leaf) return ({ asOf }) => truthOf(asOf >= leaf.onOrAfter);
  if ('before' in leaf) return ({ asOf }) => truthOf(asOf < leaf.before);
  const test = testOf(leaf);
  return (context) => {
    const value = context.fact(leaf.fact);
    return value === undefined || value === null ? UNKNOWN : test(value);
  };
}

/** Truth of one leaf. For many contexts compile it. */
export function evaluateLeaf(leaf: Leaf, context: ConditionContext): Truth {
  return compileLeaf(leaf)(context);
}

function testOf(leaf: Extract<Leaf, { fact: string }>): (value: NonNullable<FactValue>) => Truth {
  if ('is' in leaf) {
    const { is } = leaf;
    return (value) => (typeof value === typeof is ? truthOf(value === is) : UNKNOWN);
  }
  if ('atLeast' in leaf) return (value) => (typeof value === 'number' ? truthOf(value >= leaf.atLeast) : UNKNOWN);
  if ('lessThan' in leaf) return (value) => (typeof value === 'number' ? truthOf(value < leaf.lessThan) : UNKNOWN);
  if ('notEmpty' in leaf) return (value) => (Array.isArray(value) ? truthOf(value.length > 0) : UNKNOWN);
  const wanted = 'includes' in leaf ? [leaf.includes] : leaf.includesAny;
  return (value) => {
    if (!Array.isArray(value)) return UNKNOWN;
    const members: readonly unknown[] = value;
    return truthOf(wanted.some((member) => members.includes(member)));
  };
}
