import type { CivilDate, DerivationStep, Instant, ProvisionalField } from '../calendar/index.ts';
import type { Licence } from '../licence/model.ts';
import type { Facts, TriggerEvent, DutyKind, Mark } from '../rulebook/index.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Finding } from '../text/finding.ts';
import type { ReviewSettings } from './review-rhythm.ts';

/** Three-valued answer. Unknown never silently becomes no. */
export type Applies = 'yes' | 'no' | 'unknown';

/** Whether one duty binds this licence on the as-of date, and why. */
export interface DutyResult {
  id: string;
  clause: string;
  kind: DutyKind;
  applies: Applies;
  because: Bilingual;
  /** Smallest set of fact keys whose answers decide; empty unless unknown. */
  asks: readonly string[];
}

/** A question still open, with what it decides. */
export interface Question {
  /** Fact key. */
  key: string;
  question: Bilingual;
  /** Ids of the duties that depend on the answer. */
  decides: readonly string[];
}

/**
 * Where an occurrence stands on the as-of date, from dates alone (work on it is the product's, not the schedule's).
 * `upcoming`: window not open; `open`: may and must be done now; `past-no-evidence`: the last day is past and nothing is
 * recorded, to be back-filled, never "missed"; `at-once`: act now, the law gives no number; `uncertain`: the law itself is
 * unclear here, ask the authority.
 */
export type OccurrenceStatus = 'upcoming' | 'open' | 'past-no-evidence' | 'at-once' | 'uncertain';

/** One dated instance of a duty. */
export interface Occurrence {
  /** Natural key: duty / due rule / scope subject / period or event. Stable over regenerations. */
  key: string;
  dutyId: string;
  clause: string;
  /** Id of the due rule. */
  dueRuleId: string;
  action: Bilingual;
  /** `unknown`: printed in the licence, but a question about it is open. */
  applies: 'yes' | 'unknown';
  /** First day on which it can be done; null when the rule has none. */
  opensOn: CivilDate | null;
  /** Last day before any rolling; null for `at-once`. */
  nominalOn: CivilDate | null;
  /** Lawful last day; null for `at-once`. */
  dueOn: CivilDate | null;
  /** Due instant of hour clocks, null otherwise. */
  dueAt: Instant | null;
  /** Conservative last working day to act; null for `at-once`. */
  actBy: CivilDate | null;
  /** True when a day consulted lies outside the published working-day calendar. */
  provisional: boolean;
  /** Which dates are unsure; a due date that needs no working day is certain even where `actBy` is not. */
  provisionalFields: readonly ProvisionalField[];
  status: OccurrenceStatus;
  /** Mark of the deadline; O is our own rule, never a legal limit. */
  mark: Mark;
  /** What the counting starts from. */
  anchor: Anchor;
  /** Every counting step, in order; put into words by `explainStep`. */
  derivation: readonly DerivationStep[];
  /** Questions that decide whether it is owed; empty when it certainly is. */
  asks: readonly string[];
}

/** The day or moment a count starts from, and what it is. */
export interface Anchor {
  what: Bilingual;
  /** Civil date, or an instant for hour clocks. */
  on: string;
}

/** All that a schedule depends on. Same input, same output. */
export interface ScheduleInput {
  licence: Licence;
  /** Stands for the licence in occurrence keys; its number when absent. Give a stable id where numbers get corrected. */
  licenceRef?: string;
  facts: Facts;
  events: readonly TriggerEvent[];
  asOf: CivilDate;
  /** Last day of the horizon; items whose window opens later are not made. */
  until: CivilDate;
  /** How often standing duties are reviewed; without it no reviews are made. */
  reviews?: ReviewSettings;
}

/** The schedule of one licence. */
export interface Schedule {
  /** Version of the rules that made it; an old version still explains its old dates. */
  rulebookVersion: string;
  /** Days covered by the published working-day notices it was counted with. */
  calendarCoverage: { from: CivilDate; to: CivilDate };
  duties: readonly DutyResult[];
  questions: readonly Question[];
  occurrences: readonly Occurrence[];
  findings: readonly Finding[];
}
