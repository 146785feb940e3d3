import { addDays, type CivilDate, comingGaps, gapItem } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { hasRoster } from '../roster/queries.ts';
import type { LicenceOccurrences } from '../schedule/merge-schedules.ts';
import { readLicencesToCheck, readStaffingCases } from './read-staffing.ts';

/** So far ahead a gap opens an item. Our own rule: a contract or certificate of a year is looked at to its end. */
export const GAP_HORIZON_DAYS = 366;

/**
 * Items that the gaps in the roster open, by licence, as the schedule has them of its own rules. They are stored, move and
 * go with it: a gap that is mended takes its item away.
 */
export async function gapOccurrences(
  tx: TenantTransaction,
  ctx: TenantContext,
  asOf: CivilDate,
): Promise<LicenceOccurrences[]> {
  if (!(await hasRoster(tx))) return [];
  const until = addDays(asOf, GAP_HORIZON_DAYS);
  const cases = await readStaffingCases(tx, await readLicencesToCheck(tx, undefined), asOf);
  return cases.map(({ licenceId, ...staffing }) => {
    const gaps = comingGaps({ ...staffing, on: asOf, until }, { calendar: ctx.rules.calendar });
    return { licenceId, schedule: { occurrences: gaps.map((gap) => gapItem(gap, asOf)) } };
  });
}
