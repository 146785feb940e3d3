import type { Condition } from '../rulebook/condition.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { decidingLeaves, evaluate, leavesOf, openLeaves } from './evaluate.ts';
import { compileLeaf, type ConditionContext, evaluateLeaf, factOfLeaf, type Leaf, type LeafReader } from './leaf.ts';
import { joinReasons, reasonOfLeaf, reasonOfUnknown } from './reason.ts';
import { Trie } from './trie.ts';
import { type Truth, TRUTH_WORDS, UNKNOWN, YES } from './truth.ts';

/** Whether a condition holds, why, and what to ask when that is not known. Frozen and shared between equal outcomes. */
export interface Verdict {
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly because: Bilingual;
  /** Fact keys whose answers decide; empty unless unknown. */
  readonly asks: readonly string[];
}

/** Answers a condition for one context. */
export type CompiledCondition = (context: ConditionContext) => Verdict;

/** Answers many conditions for one context, in their order. Equal outcomes give the very same array. */
export type CompiledConditions = (context: ConditionContext) => readonly Verdict[];

/** Leaves packed into one number: 3^32 is below 2^52. */
const LEAVES_A_NUMBER = 32;

/** Outcomes remembered; beyond that the memory starts anew. Companies of one kind share theirs. */
const MOST_OUTCOMES = 2048;

/**
 * Turns many conditions into one function. A thing that several of them read is evaluated once, and the truths of all
 * leaves decide all verdicts, so each combination is worked out and put into words once.
 */
export function compileConditions(conditions: readonly Condition[]): CompiledConditions {
  const leaves = distinct(conditions.flatMap(leavesOf));
  const indexes = new Map(leaves.map((leaf, i) => [JSON.stringify(leaf), i]));
  const chunks: LeafReader[][] = [];
  for (let first = 0; first < leaves.length; first += LEAVES_A_NUMBER) {
    chunks.push(leaves.slice(first, first + LEAVES_A_NUMBER).map(compileLeaf));
  }
  const outcomes = new Trie<readonly Verdict[]>(MOST_OUTCOMES);
  return (context) => {
    const path = chunks.map((readers) => {
      let packed = 0;
      for (const read of readers) packed = packed * 3 + read(context);
      return packed;
    });
    const known = outcomes.get(path);
    if (known !== undefined) return known;
    const truths = leaves.map((leaf) => evaluateLeaf(leaf, context));
    const truthOf = (leaf: Leaf): Truth => truths[indexes.get(JSON.stringify(leaf)) ?? -1] ?? UNKNOWN;
    return outcomes.set(path, Object.freeze(conditions.map((condition) => workOut(condition, truthOf))));
  };
}

/** Turns a condition into a function. */
export function compileCondition(condition: Condition): CompiledCondition {
  const compiled = compileConditions([condition]);
  return (context) => compiled(context)[0] as Verdict;
}

/** Evaluates a condition once. For many evaluations of one condition compile it. */
export function evaluateCondition(condition: Condition, context: ConditionContext): Verdict {
  return workOut(condition, (leaf) => evaluateLeaf(leaf, context));
}

function workOut(condition: Condition, leafTruth: (leaf: Leaf) => Truth): Verdict {
  const truth = evaluate(condition, leafTruth);
  const applies = TRUTH_WORDS[truth];
  if (truth !== UNKNOWN) {
    const deciding = withoutTruisms(decidingLeaves(condition, leafTruth), leafTruth);
    const because = joinReasons(deciding.map((leaf) => reasonOfLeaf(leaf, leafTruth(leaf))));
    return Object.freeze({ applies, because: Object.freeze(because), asks: Object.freeze([]) });
  }
  const asks = smallestAsks(condition, leafTruth);
  return Object.freeze({ applies, because: Object.freeze(reasonOfUnknown(asks)), asks: Object.freeze(asks) });
}

/** That a rule binds everybody, or is in force, adds nothing beside a real reason. */
function withoutTruisms(leaves: readonly Leaf[], leafTruth: (leaf: Leaf) => Truth): readonly Leaf[] {
  const inForce = (leaf: Leaf) => ('onOrAfter' in leaf || 'before' in leaf) && leafTruth(leaf) === YES;
  const lasting = leaves.filter((leaf) => !inForce(leaf));
  const real = lasting.filter((leaf) => !('always' in leaf));
  if (real.length > 0) return real;
  return lasting.length > 0 ? lasting : leaves;
}

function smallestAsks(condition: Condition, leafTruth: (leaf: Leaf) => Truth): string[] {
  const keys = new Set<string>();
  for (const leaf of openLeaves(condition, leafTruth)) {
    const key = factOfLeaf(leaf);
    if (key !== null) keys.add(key);
  }
  return [...keys];
}

function distinct(leaves: readonly Leaf[]): Leaf[] {
  const seen = new Map<string, Leaf>();
  for (const leaf of leaves) seen.set(JSON.stringify(leaf), leaf);
  return [...seen.values()];
}
