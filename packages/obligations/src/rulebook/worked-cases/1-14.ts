import { CHANGE_AND_RENEWAL_CASES } from './1-14-change-and-renewal.ts';
import { OPERATION_CASES } from './1-14-operation.ts';
import { SECURITY_CASES } from './1-14-security.ts';
import type { WorkedCase } from './model.ts';

/** Worked cases of the provisions 一 to 十四. */
export const WORKED_CASES_1_14: readonly WorkedCase[] = [
  ...OPERATION_CASES,
  ...SECURITY_CASES,
  ...CHANGE_AND_RENEWAL_CASES,
];
