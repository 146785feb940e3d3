import { type CivilDate, daysBetween, isCivilDate } from '@zhengqi/obligations';

/** How far a licence is from its printed end: negative days are past it; null when it prints none. */
export function validityOf(validTo: string | null, today: CivilDate): { expired: boolean; daysLeft: number | null } {
  if (!isCivilDate(validTo)) return { expired: false, daysLeft: null };
  const daysLeft = daysBetween(today, validTo);
  return { expired: daysLeft < 0, daysLeft };
}
