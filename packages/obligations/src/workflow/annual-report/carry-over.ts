import { reportFieldOf } from './forms/index.ts';
import type { AnnualReport, ReportEntry } from './model.ts';

type Entries = Readonly<Record<string, ReportEntry>>;

/**
 * The next year’s report with what seldom changes taken over. Each value says from which year it comes and has to be
 * confirmed; figures of the year are never taken over.
 */
export function carryOver(last: AnnualReport): AnnualReport {
  const carried = (entries: Entries): Record<string, ReportEntry> =>
    Object.fromEntries(
      Object.entries(entries)
        .filter(([id]) => reportFieldOf(id)?.carries === true)
        .map(([id, { value, source }]) => [
          id,
          { value, carriedFrom: last.year, ...(source === undefined ? {} : { source }) },
        ]),
    );
  const each = (parts: Readonly<Record<string, Entries>>) =>
    Object.fromEntries(Object.entries(parts).map(([key, entries]) => [key, carried(entries)]));
  return {
    year: last.year + 1,
    services: last.services,
    values: carried(last.values),
    perService: each(last.perService),
    ...(last.perProvince === undefined ? {} : { perProvince: each(last.perProvince) }),
  };
}
