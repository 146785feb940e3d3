import type { CivilDate } from '../calendar/index.ts';
import type { Licence } from '../licence/model.ts';
import type { TriggerEvent } from '../rulebook/events.ts';
import type { Facts } from '../rulebook/facts.ts';
import type { Mark } from '../rulebook/marks.ts';
import type { SourceReference } from '../rulebook/schema.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Outcome, StaffingAsk } from './context.ts';
import type { StaffingParameter } from './parameters.ts';
import type { Roster } from './roster.ts';

/** All that the checks depend on. Same input, same output. */
export interface StaffingInput {
  licence: Licence;
  facts: Facts;
  /** Trigger events of the company; the day a threshold was reached starts a clock. */
  events?: readonly TriggerEvent[];
  roster: Roster;
  /** Numbers of the company or its consultancy; the defaults count without one. */
  parameters?: readonly StaffingParameter[];
  on: CivilDate;
}

/** One requirement of a check on the day. */
export interface RequirementResult {
  id: string;
  text: Bilingual;
  outcome: Outcome;
  /** People or records missing; 0 unless short. */
  shortBy: number;
  /** Mark of what decides here: of the source, or of the number that a parameter sets. */
  mark: Mark;
  /** V or E. Practice, memory and our own rules are never law. */
  asLaw: boolean;
  sources: readonly SourceReference[];
  because: Bilingual;
  asks: readonly StaffingAsk[];
  /** Ids of the people who cover it. */
  coveredBy: readonly string[];
}

/** One check on the day, for one place of business where it is asked for by place. */
export interface StaffingResult {
  check: string;
  title: Bilingual;
  clause: string | null;
  dutyId: string | null;
  /** Prefix of the province; null for the company as a whole, or when the places of business are not known. */
  province: string | null;
  outcome: Outcome;
  /** People or records missing over all requirements; 0 unless short. */
  shortBy: number;
  /** The strongest mark among what decides, V first; null when it does not apply. */
  mark: Mark | null;
  asLaw: boolean;
  because: Bilingual;
  asks: readonly StaffingAsk[];
  coveredBy: readonly string[];
  requirements: readonly RequirementResult[];
}

/** All checks on one day. */
export interface StaffingReport {
  on: CivilDate;
  results: readonly StaffingResult[];
}
