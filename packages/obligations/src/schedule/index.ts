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
export { type Standing, standingOf } from './standing.ts';
export { type DateChange, type Reconciliation, reconcile, type RecordedOccurrence } from './reconcile.ts';
