import type { LimitUnit } from '../time-limits.ts';

/** One phrase of the national print without its words; see `PhrasePrint`. */
export type PhraseRow = readonly [
  hash: number,
  /** Hash without negations and time limits. */
  skeleton: number,
  length: number,
  negations: number,
  limits: readonly (readonly [n: number, unit: LimitUnit])[],
];
