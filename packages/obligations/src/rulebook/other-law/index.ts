import type { Duty, NotEncoded } from '../schema.ts';
import { ALGORITHMS_AND_OPINION } from './algorithms-and-opinion.ts';
import { COMMERCE_AND_FRAUD } from './commerce-and-fraud.ts';
import { DATA_AND_PLATFORMS } from './data-and-platforms.ts';
import { LICENCE_CHANGES } from './licence-changes.ts';
import { NETWORK_FILINGS } from './network-filings.ts';
import { PERSONAL_INFORMATION } from './personal-information.ts';
import { SERVICE_AND_FEES } from './service-and-fees.ts';

/** Number and letter of a clause such as `X6b`, for the order. */
function place({ clause }: Duty): string {
  const [, number = '', letter = ''] = /^X(\d+)([a-z]?)$/.exec(clause) ?? [];
  return number.padStart(2, '0') + letter;
}

/** Duties that the licence does not print but that bind the same holder, X1 to X23 in order. */
export const OTHER_LAW_DUTIES: readonly Duty[] = [
  ...LICENCE_CHANGES,
  ...NETWORK_FILINGS,
  ...PERSONAL_INFORMATION,
  ...DATA_AND_PLATFORMS,
  ...ALGORITHMS_AND_OPINION,
  ...SERVICE_AND_FEES,
  ...COMMERCE_AND_FRAUD,
].sort((a, b) => (place(a) < place(b) ? -1 : 1));

/** Rows of other law that are not duties here: none, all twenty-three are encoded. */
export const OTHER_LAW_NOT_ENCODED: readonly NotEncoded[] = [];
