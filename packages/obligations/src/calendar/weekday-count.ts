import { type DayNumber, weekdayOfDay } from './day-number.ts';

/*
 * Counting Monday to Friday in closed form, for the days that no holiday notice covers. Every weekday has an ordinal;
 * Monday 1969-12-29 has ordinal 1. Going from a day to its ordinal and back takes no loop and no table.
 */

/** Ordinal of the last Monday-to-Friday day on or before `day`. */
export function weekdayOrdinal(day: DayNumber): number {
  const week = Math.floor((day + 3) / 7);
  return week * 5 + Math.min(weekdayOfDay(day), 5);
}

/** The Monday-to-Friday day with an ordinal: the inverse of `weekdayOrdinal`. */
export function dayOfWeekdayOrdinal(ordinal: number): DayNumber {
  const week = Math.floor((ordinal - 1) / 5);
  return week * 7 + (ordinal - 1 - week * 5) - 3;
}
