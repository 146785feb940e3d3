import { addYears, type CivilDate, endOfYear, generateSchedule, type ScheduleRules } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readLiveEvents } from '../events/queries.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';
import { readReviewSettings } from '../reviews/queries.ts';
import { gapOccurrences } from '../staffing/gap-occurrences.ts';
import { type CompanyOccurrence, type LicenceSchedule, mergeSchedules } from './merge-schedules.ts';
import { readScheduledLicences } from './queries.ts';

/** A licence runs five years, so its renewal is always inside the horizon. */
const HORIZON_YEARS = 5;

/** The schedule of a company as some rules give it. */
export interface CountedCompany {
  /** Of each licence, as its own rules give it. */
  schedules: LicenceSchedule[];
  /** Of the company, gaps in its roster included, by natural key. */
  next: Map<string, CompanyOccurrence>;
}

/** Last day to which schedules are counted. */
export function horizonOf(asOf: CivilDate): CivilDate {
  return endOfYear(addYears(asOf, HORIZON_YEARS));
}

/** Counts the schedules of all licences of the company as of a day, under rules that may not be its own yet. Stores nothing. */
export async function countCompany(
  tx: TenantTransaction,
  ctx: TenantContext,
  rules: ScheduleRules,
  asOf: CivilDate,
): Promise<CountedCompany> {
  const schedules = await generateAll(tx, rules, asOf);
  const gaps = await gapOccurrences(tx, { ...ctx, rules }, asOf);
  return { schedules, next: mergeSchedules([...schedules, ...gaps]) };
}

async function generateAll(tx: TenantTransaction, rules: ScheduleRules, asOf: CivilDate): Promise<LicenceSchedule[]> {
  const facts = await readFactsInForce(tx, asOf);
  const events = await readLiveEvents(tx);
  const licences = await readScheduledLicences(tx);
  const reviews = await readReviewSettings(tx, asOf);
  const until = horizonOf(asOf);
  return licences.map(({ id, fields }) => ({
    licenceId: id,
    // The id, not the number: a corrected number must not make every item a new one.
    schedule: generateSchedule(
      { licence: fields, licenceRef: publicId('licence', id), facts: factsOf(facts, id), events, asOf, until, reviews },
      rules,
    ),
  }));
}
