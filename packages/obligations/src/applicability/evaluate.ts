import type { Condition } from '../rulebook/condition.ts';
import { isLeaf, type Leaf } from './leaf.ts';
import { NO, not, type Truth, UNKNOWN, YES } from './truth.ts';

/**
 * Three-valued evaluation (Kleene): one "no" decides an `all`, one "yes" decides an `any`, whatever is unknown beside
 * it.
 */
export function evaluate(condition: Condition, leafTruth: (leaf: Leaf) => Truth): Truth {
  if (isLeaf(condition)) return leafTruth(condition);
  if ('not' in condition) return not(evaluate(condition.not, leafTruth));
  const { parts, deciding } = partsOf(condition);
  let unknown = false;
  for (const part of parts) {
    const truth = evaluate(part, leafTruth);
    if (truth === deciding) return deciding;
    if (truth === UNKNOWN) unknown = true;
  }
  return unknown ? UNKNOWN : not(deciding);
}

/** All leaves of a condition, in reading order. */
export function leavesOf(condition: Condition): Leaf[] {
  if (isLeaf(condition)) return [condition];
  if ('not' in condition) return leavesOf(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(leavesOf);
}

/**
 * The unknown leaves whose answer can still change the result: a leaf inside an `all` that is already "no" is not among
 * them. These are the questions worth asking.
 */
export function openLeaves(condition: Condition, leafTruth: (leaf: Leaf) => Truth): Leaf[] {
  if (evaluate(condition, leafTruth) !== UNKNOWN) return [];
  if (isLeaf(condition)) return [condition];
  if ('not' in condition) return openLeaves(condition.not, leafTruth);
  return ('all' in condition ? condition.all : condition.any).flatMap((part) => openLeaves(part, leafTruth));
}

/**
 * The leaves that carry a settled result: for a "no" of an `all` the first part that says no, for a "yes" all parts.
 * Empty when the result is unknown.
 */
export function decidingLeaves(condition: Condition, leafTruth: (leaf: Leaf) => Truth): Leaf[] {
  const result = evaluate(condition, leafTruth);
  if (result === UNKNOWN) return [];
  if (isLeaf(condition)) return [condition];
  if ('not' in condition) return decidingLeaves(condition.not, leafTruth);
  const { parts, deciding } = partsOf(condition);
  if (result !== deciding) return parts.flatMap((part) => decidingLeaves(part, leafTruth));
  const decider = parts.find((part) => evaluate(part, leafTruth) === deciding);
  return decider === undefined ? [] : decidingLeaves(decider, leafTruth);
}

/** The parts of a compound condition, and the truth of one part that settles the whole. */
function partsOf(condition: { all: Condition[] } | { any: Condition[] }): { parts: Condition[]; deciding: Truth } {
  return 'all' in condition ? { parts: condition.all, deciding: NO } : { parts: condition.any, deciding: YES };
}
