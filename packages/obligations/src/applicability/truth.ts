/** Three-valued truth as a small number, so that outcomes pack into one integer. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;
export type Truth = typeof NO | typeof YES | typeof UNKNOWN;

/** The word used in results. */
export const TRUTH_WORDS = ['no', 'yes', 'unknown'] as const;

/** Negation; unknown stays unknown. */
export function not(truth: Truth): Truth {
  if (truth === UNKNOWN) return UNKNOWN;
  return truth === YES ? NO : YES;
}
