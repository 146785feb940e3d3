import type { SourceReference } from '../rulebook/schema.ts';
import { askFact, type StaffingAsk, type StaffingContext } from './context.ts';
import type { Need } from './requirement.ts';

/** How many are needed on the day: between `low` and `high`, which are the same when it is known. */
export interface Needed {
  readonly low: number;
  readonly high: number;
  readonly source: SourceReference | null;
  readonly asks: readonly StaffingAsk[];
}

/** Works out a need: a plain number, a parameter, or a parameter for each so many of a fact (at least one lot). */
export function neededOf(need: Need, context: StaffingContext): Needed {
  if ('n' in need) return { low: need.n, high: need.n, source: null, asks: [] };
  const { value, source } = context.parameter(need.parameter);
  if (!('forEach' in need)) return { low: value, high: value, source, asks: [] };
  const { fact, of } = need.forEach;
  const count = context.fact(fact);
  if (typeof count !== 'number') return { low: value, high: Number.POSITIVE_INFINITY, source, asks: [askFact(fact)] };
  const n = value * Math.max(1, Math.ceil(count / of));
  return { low: n, high: n, source, asks: [] };
}
