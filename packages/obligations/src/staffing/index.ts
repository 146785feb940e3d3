/** Staffing: roster, requirements and the checks S1 to S25 on any day, with the gaps that are coming. Pure. */
export { checkStaffing, type StaffingRules } from './check-staffing.ts';
export { ownDutyIdOf, STAFFING_CHECKS, staffingCheckById, staffingCheckOfDuty } from './checks/index.ts';
export { comingGaps, type GapCause, type GapInput, type StaffingGap } from './coming-gaps.ts';
export type { Outcome as StaffingOutcome, StaffingAsk } from './context.ts';
export type { Change as StaffingChange, ChangeKind as StaffingChangeKind } from './day.ts';
export { FILL_GAP_RULE, type GapItem, gapItem } from './gap-item.ts';
export { checkRoster, StaffingInputError } from './input-check.ts';
export type { RequirementResult, StaffingInput, StaffingReport, StaffingResult } from './model.ts';
export { ParameterKey, STAFFING_PARAMETERS, StaffingParameter } from './parameters.ts';
export { BODIES, BodyKind, Post, POSTS } from './posts.ts';
export { StaffingCheck } from './requirement.ts';
export { EMPTY_ROSTER, Roster, ROSTER_SECTIONS, RosterSection } from './roster.ts';
export * from './roster-records.ts';
