import type { Period } from '@zhengqi/obligations';
import { findWorkday, isWorkday } from './chinese-days.ts';
import rrule from 'rrule';

const { RRule } = rrule;
const DAY_MS = 86_400_000;

const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const toText = (date: Date): string => date.toISOString().slice(0, 10);

export function plusDays(day: string, n: number): string {
  return toText(new Date(toDate(day).getTime() + n * DAY_MS));
}

function rolled(day: string, direction: 1 | -1): string {
  let result = day;
  while (!isWorkday(result)) result = plusDays(result, direction);
  return result;
}

/** Due date of a period after a day, by ready-made libraries. */
export function dueAfter(day: string, { n, unit }: Period): string {
  switch (unit) {
    case 'natural-day':
      return rolled(plusDays(day, n), 1);
    case 'working-day':
      return findWorkday(n, day);
    case 'month':
    case 'year': {
      const date = toDate(day);
      const months = unit === 'month' ? n : 12 * n;
      const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
      target.setUTCDate(Math.min(date.getUTCDate(), target.getUTCDate()));
      return rolled(toText(target), 1);
    }
    case 'hour':
      throw new RangeError('hours run from an instant');
  }
}

/** Civil date in China on which a period of hours ends. */
export function dayAfterHours(instant: string, hours: number): string {
  return toText(new Date(Date.parse(instant) + hours * 3_600_000 + 8 * 3_600_000));
}

/** Due date of a period counted backwards. */
export function dueBefore(day: string, n: number): string {
  return rolled(plusDays(day, -n), -1);
}

/** The same day of the year in every n-th year, first and last included. */
export function everyYears(monthDay: string, firstYear: number, lastYear: number, interval: number): string[] {
  if (lastYear < firstYear) return [];
  const rule = new RRule({
    freq: RRule.YEARLY,
    interval,
    dtstart: toDate(`${firstYear}-${monthDay}`),
    until: toDate(`${lastYear}-12-31`),
  });
  return rule.all().map(toText);
}
