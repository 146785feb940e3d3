import { civilDate, PRC_CALENDAR } from '../calendar/index.ts';
import type { Licence } from '../licence/model.ts';
import type { Facts, Rulebook, TriggerEvent } from '../rulebook/index.ts';
import { generateSchedule, type Schedule } from '../schedule/index.ts';
import { licenceOf } from './licence.ts';

/** What a test varies; the rest is a provincial licence that ended on 2025-12-24, seen on 2026-11-24. */
export interface ScheduleCase {
  licence?: Partial<Licence>;
  facts?: Facts;
  events?: TriggerEvent[];
  asOf?: string;
  until?: string;
}

/** The schedule of a case under some rules, counted with the shipped calendar. */
export function scheduleOf(rulebook: Rulebook, given: ScheduleCase = {}): Schedule {
  const { licence = {}, facts = {}, events = [], asOf = '2026-11-24', until = '2027-12-31' } = given;
  const input = { licence: licenceOf(licence), facts, events, asOf: civilDate(asOf), until: civilDate(until) };
  return generateSchedule(input, { rulebook, calendar: PRC_CALENDAR });
}
