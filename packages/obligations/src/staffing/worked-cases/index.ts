import type { StaffingCase } from './model.ts';
import { PRINTED_STAFF_CASES } from './s01-s04.ts';
import { SECURITY_AND_SERVICE_CASES } from './s05-s08.ts';
import { CONTACT_AND_NUMBER_CASES } from './s09-s12.ts';
import { DATA_STAFF_CASES } from './s13-s16.ts';
import { PLATFORM_AND_SAFETY_CASES } from './s17-s21.ts';
import { CRITICAL_AND_TRAINING_CASES } from './s22-s25.ts';

/** All worked cases of the staffing checks, S1 to S25. */
export const STAFFING_CASES: readonly StaffingCase[] = [
  ...PRINTED_STAFF_CASES,
  ...SECURITY_AND_SERVICE_CASES,
  ...CONTACT_AND_NUMBER_CASES,
  ...DATA_STAFF_CASES,
  ...PLATFORM_AND_SAFETY_CASES,
  ...CRITICAL_AND_TRAINING_CASES,
];
