/** The obligation schedule: duties, questions and dated items of one licence, and the comparison with what was recorded. */
export { generateSchedule, type ScheduleRules } from './generate.ts';
export { ScheduleInputError } from './input-check.ts';
export type {
  Anchor,
  Applies,
  DutyResult,
  Occurrence,
  OccurrenceStatus,
  Question,
  Schedule,
  ScheduleInput,
} from './model.ts';
export { type Standing as LicenceStanding, standingOf as licenceStandingOf } from './standing.ts';
export { type DateChange, type Reconciliation, reconcile, type RecordedOccurrence } from './reconcile.ts';
export {
  DEFAULT_RHYTHM,
  type ReviewDate,
  type ReviewRhythm,
  reviewDates,
  type ReviewSettings,
  rhythmOn,
} from './review-rhythm.ts';
export { isReviewed, REVIEW_RULE_ID } from './reviews.ts';
