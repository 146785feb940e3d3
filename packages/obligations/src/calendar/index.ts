/**
 * The calendar: civil dates, moments in Chinese time, working days by the State Council notices, and the rules by which
 * statutory periods are counted, each as named steps. Pure: no clock, no I/O, no `Date`.
 */
export { type CivilDate, civilDate, civilDateFrom, fromDayNumber, isCivilDate, toDayNumber } from './civil-date.ts';
export type { StartRule } from './compose-deadline.ts';
export { type EarliestDeadline, earliest, otherLawPrevails } from './conflicting-limits.ts';
export { daysBefore } from './count-backward.ts';
export { type ForwardOptions, monthsAfter, naturalDaysAfter, yearsAfter } from './count-forward.ts';
export { type HourDeadline, hoursAfter } from './count-hours.ts';
export { type WorkingDayOptions, workingDaysAfter } from './count-working-days.ts';
export {
  addDays,
  addMonths,
  addYears,
  dayOfMonth,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  monthOf,
  startOfQuarter,
  startOfYear,
  weekday,
  yearOf,
} from './date-arithmetic.ts';
export type { DayNumber, Weekday } from './day-number.ts';
export type {
  CountingRule,
  Deadline,
  DerivationStep,
  ProvisionalField,
  StepCandidate,
  StepOp,
} from './derivation-step.ts';
export { CalendarError, type CalendarErrorCode, calendarMessageZh } from './errors.ts';
export { explainStep } from './explain-step.ts';
export type { ExplainLanguage } from './explain-words.ts';
export { fixedWindow, type WindowDeadline } from './fixed-window.ts';
export { addHours, civilDateOf, type Instant, minutesBetween, parseInstant } from './instant.ts';
export type { MakeUpDay, OffDay, VerificationMark, WorkingDayNotice } from './notice.ts';
export { PRC_CALENDAR } from './prc-calendar.ts';
export {
  createCalendar,
  type DayBlock,
  type DayDescription,
  type DayKind,
  type WorkingDayCalendar,
} from './working-day-calendar.ts';
export { NOTICES } from './years/index.ts';
