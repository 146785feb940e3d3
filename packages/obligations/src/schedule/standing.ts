import { type CivilDate, civilDate, daysBetween, endOfYear, startOfYear } from '../calendar/index.ts';
import type { Licence } from '../licence/model.ts';
import type { Facts } from '../rulebook/facts.ts';

/** Between which days the licence is known to be held, seen from a day. */
export interface Standing {
  /** First day of the certificate at hand; the first day of the as-of year when the issue date is not known. */
  readonly heldFrom: CivilDate;
  /** Last day of which holding is certain; null when the licence goes on and its new end is not known. */
  readonly heldTo: CivilDate | null;
  /** Ends of validity, each with its own renewal limit. */
  readonly expiries: readonly CivilDate[];
  /** The validity has ended by the as-of day: `unknown` until it is said whether it was renewed. */
  readonly lapsed: 'no' | 'unknown' | 'yes';
  /** The printed end, when it lies before the as-of day. */
  readonly printedEnd: CivilDate | null;
  /** Days from the last known end to the as-of day; 0 while the licence runs. */
  readonly daysSinceEnd: number;
  /** How an ended licence goes on, when it does. */
  readonly continuation: 'renewed' | 'filed-in-time' | null;
}

/** Works out the standing. Dates are taken as checked. */
export function standingOf(licence: Licence, facts: Facts, asOf: CivilDate): Standing {
  const issuedOn = licence.issuedOn === null ? null : civilDate(licence.issuedOn);
  const validTo = licence.validTo === null ? null : civilDate(licence.validTo);
  const heldFrom = issuedOn ?? startOfYear(asOf);
  const running = { heldFrom, lapsed: 'no', printedEnd: null, daysSinceEnd: 0, continuation: null } as const;
  if (validTo === null) return { ...running, heldTo: null, expiries: [] };
  if (asOf <= validTo) return { ...running, heldTo: validTo, expiries: [validTo] };

  const ended = { heldFrom, printedEnd: validTo, daysSinceEnd: daysBetween(validTo, asOf), expiries: [validTo] };
  const status = facts['renewal_status'];
  if (status === 'renewed') return renewed(ended, facts, asOf);
  if (status === 'filed_in_time') return { ...ended, heldTo: null, lapsed: 'no', continuation: 'filed-in-time' };
  const lapsed = status === 'not_renewed' ? 'yes' : 'unknown';
  return { ...ended, heldTo: validTo, lapsed, continuation: null };
}

/**
 * An answer "renewed" until a day that does not lie after the printed end speaks of an earlier renewal: this end is
 * still to be answered.
 */
function renewed(
  ended: Pick<Standing, 'heldFrom' | 'daysSinceEnd' | 'expiries'> & { readonly printedEnd: CivilDate },
  facts: Facts,
  asOf: CivilDate,
): Standing {
  const until = facts['renewed_valid_to'];
  const continuation = 'renewed';
  if (typeof until !== 'string') return { ...ended, heldTo: null, lapsed: 'no', continuation };
  const newEnd = civilDate(until);
  if (newEnd <= ended.printedEnd) return { ...ended, heldTo: ended.printedEnd, lapsed: 'unknown', continuation: null };
  const went = { ...ended, heldTo: newEnd, expiries: [...ended.expiries, newEnd], continuation } as const;
  if (asOf <= newEnd) return { ...went, lapsed: 'no' };
  return { ...went, lapsed: 'unknown', daysSinceEnd: daysBetween(newEnd, asOf) };
}

/** Whether the licence is certainly held on a day. */
export function isHeldOn(standing: Standing, day: CivilDate): boolean {
  return standing.heldFrom <= day && (standing.heldTo === null || day <= standing.heldTo);
}

/**
 * Whether the licence lapsed inside the year that ends on `yearEnd`, so that it is not clear if a report on that year
 * is still owed.
 */
export function lapsedWithinYear(standing: Standing, yearEnd: CivilDate): boolean {
  const { heldTo, lapsed } = standing;
  return lapsed !== 'no' && heldTo !== null && heldTo < yearEnd && endOfYear(heldTo) === yearEnd;
}
