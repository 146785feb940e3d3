import type { CivilDate } from './civil-date.ts';
import type { Instant } from './instant.ts';
import type { VerificationMark } from './notice.ts';
import type { DayBlock } from './working-day-calendar.ts';

/**
 * The rule a step applies. C1 natural days (Civil Code art 200); C2 start day not counted (201(1)); C3 hours (201(2));
 * C4 months and years (202); C5 last day on a rest day (203); C6 other law prevails (204); C7 periods of a licensing
 * authority (Administrative Licensing Law art 82); C8 short periods in penalty procedure (Administrative Penalty Law
 * art 85); C9 periods counted backwards (our own rule); C10 last safe day to act (our own rule); C11 working days by
 * the State Council notices; C12 "within n days from the day of …"; C13 conflicting limits, the earlier counts (our
 * own rule); `window` a fixed yearly window or cycle, which C5 does not move.
 */
export type CountingRule =
  | 'C1'
  | 'C2'
  | 'C3'
  | 'C4'
  | 'C5'
  | 'C6'
  | 'C7'
  | 'C8'
  | 'C9'
  | 'C10'
  | 'C11'
  | 'C12'
  | 'C13'
  | 'window';

/** What a step does. Each value has its sentence in `explainStep`. */
export type StepOp =
  /** C1, C7, C8: why working days are counted. */
  | 'working-days-apply'
  /** C2, C12: `from` is not counted, `to` is day 1. */
  | 'start-not-counted'
  /** C1: `n` natural days from `from` end on `to`. */
  | 'count-natural-days'
  /** C11: the `n`th working day after `from` is `to`; `hits` are the holidays skipped and the make-up days counted. */
  | 'count-working-days'
  /** C4: `n` months or years (`unit`) from `from` end on `to`. */
  | 'count-months'
  /** C4: the month of `to` has no day with the number of `from`, so it ends on its last day. */
  | 'month-end'
  /** C9: `n` natural days back from `from` is `to`. */
  | 'count-back'
  /** C5, C9: the day `from` is a working day and stays. */
  | 'stays'
  /** C5: `from` is a rest day; the period ends on the next working day `to`; `hits` are the days in between. */
  | 'roll-later'
  /** C9: `from` is a rest day; the limit moves to the working day `to` before it. */
  | 'roll-earlier'
  /** C5: not applied by choice of the rule that asks (cycles that end on a calendar day). */
  | 'not-rolled'
  /** C9: all `n` days lie in between, so the strict limit `to` is one day before `from`. */
  | 'strict-reading'
  /** C10: the last working day on or before `from` is `to`. */
  | 'act-by'
  /** C10: the last safe day `from` lies before the period began on `to`: act at once, the due date counts. */
  | 'act-by-passed'
  /** window: from `from` to `to`, both included, never moved. */
  | 'fixed-window'
  /** C11: the days `from` to `to` were consulted but no notice covers them; `fields` are unsure. */
  | 'outside-coverage'
  /** C3: `n` hours from `fromAt` end at `toAt`. */
  | 'count-hours'
  /** C6: `note` names the law or agreement that prevails. */
  | 'other-law'
  /** C13: `candidates` were compared; `to` is the earliest due date. */
  | 'earlier-wins';

/** The dates of a deadline that may be unsure. */
export type ProvisionalField = 'dueOn' | 'actBy';

/** One of several conflicting limits, as shown by C13. */
export interface StepCandidate {
  /** The caller's name of the source, for example a statute and article. */
  readonly label?: string;
  readonly nominalOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly actBy: CivilDate;
}

/** One step of a derivation: a small, frozen, JSON-serialisable object. Fields that do not apply are absent. */
export interface DerivationStep {
  readonly rule: CountingRule;
  readonly op: StepOp;
  /** How far the rule itself is verified, as applied in this step. */
  readonly mark: VerificationMark;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly n?: number;
  readonly unit?: 'natural-day' | 'working-day' | 'hour' | 'month' | 'year';
  /** Rest days skipped and make-up days worked. */
  readonly hits?: readonly DayBlock[];
  /** Ordinary Saturdays and Sundays skipped in a count of working days (too many to list). */
  readonly weekendDays?: number;
  readonly fromAt?: Instant;
  readonly toAt?: Instant;
  readonly fields?: readonly ProvisionalField[];
  /** First and last day that the holiday notices cover. */
  readonly coverage?: { readonly from: CivilDate; readonly to: CivilDate };
  readonly candidates?: readonly StepCandidate[];
  /** Words of the caller, shown as they are. */
  readonly note?: string;
}

/** A deadline with everything needed to check it by hand. Frozen, and shared between calls that ask the same. */
export interface Deadline {
  /** The last day as counted, before any roll. */
  readonly nominalOn: CivilDate;
  /** The last lawful day, after a roll. */
  readonly dueOn: CivilDate;
  /** The last safe day to act: a working day on or before the nominal one; see each counting function. */
  readonly actBy: CivilDate;
  /** True if a day was consulted that no notice covers, so that a date may still change. */
  readonly provisional: boolean;
  /** The dates concerned; empty if not provisional. In a period of working days `nominalOn` is `dueOn`. */
  readonly provisionalFields: readonly ProvisionalField[];
  readonly derivation: readonly DerivationStep[];
}
