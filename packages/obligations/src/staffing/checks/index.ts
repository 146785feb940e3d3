import type { StaffingCheck } from '../requirement.ts';
import { PRINTED_STAFF } from './s01-s04.ts';
import { SECURITY_AND_SERVICE_STAFF } from './s05-s08.ts';
import { CONTACTS_AND_NUMBERS } from './s09-s12.ts';
import { DATA_STAFF } from './s13-s16.ts';
import { PLATFORM_AND_SAFETY_STAFF } from './s17-s21.ts';
import { CRITICAL_AND_TRAINED_STAFF } from './s22-s25.ts';

/** The staffing checks S1 to S25, in order. */
export const STAFFING_CHECKS: readonly StaffingCheck[] = [
  ...PRINTED_STAFF,
  ...SECURITY_AND_SERVICE_STAFF,
  ...CONTACTS_AND_NUMBERS,
  ...DATA_STAFF,
  ...PLATFORM_AND_SAFETY_STAFF,
  ...CRITICAL_AND_TRAINED_STAFF,
];

const BY_ID: ReadonlyMap<string, StaffingCheck> = new Map(STAFFING_CHECKS.map((check) => [check.id, check]));
const BY_DUTY: ReadonlyMap<string, StaffingCheck> = new Map(
  STAFFING_CHECKS.map((check) => [ownDutyIdOf(check), check]),
);

/** The check with this id (`S2`), or undefined. */
export function staffingCheckById(id: string): StaffingCheck | undefined {
  return BY_ID.get(id);
}

/** Stands for a check where a duty id is needed and the rulebook has no duty for it: `staffing-s5`. */
export function ownDutyIdOf({ id }: { id: string }): string {
  return `staffing-${id.toLowerCase()}`;
}

/** The check whose items carry this duty id, for those that the rulebook has no duty for (`staffing-s5`). */
export function staffingCheckOfDuty(dutyId: string): StaffingCheck | undefined {
  return BY_DUTY.get(dutyId);
}
