import { WORKED_CASES_1_14 } from './1-14.ts';
import { WORKED_CASES_15 } from './15.ts';
import type { WorkedCase } from './model.ts';
import { WORKED_CASES_OTHER_LAW } from './other-law.ts';

/** All worked cases, in the order of the rulebook. */
export const WORKED_CASES: readonly WorkedCase[] = [
  ...WORKED_CASES_1_14,
  ...WORKED_CASES_15,
  ...WORKED_CASES_OTHER_LAW,
];
