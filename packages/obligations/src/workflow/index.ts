/**
 * Workflows: kinds of work as tables of states, moves and clocks, replayed from an append-only log; lists of material;
 * the annual report. Pure: calendar, moment and facts come in as arguments.
 */
export * from './annual-report/index.ts';
export type { MoveRequest, MoveResult, OpenRequest } from './machine/apply-move.ts';
export type { ClockStanding, ClockStatus } from './machine/clocks.ts';
export type { WorkflowEnvironment } from './machine/environment.ts';
export type { ClockRun, Standing as WorkflowStanding } from './machine/fold.ts';
export {
  Actor,
  DocumentReference,
  FieldValue,
  LogEntry,
  MoveData,
  Receipt,
  WorkflowInstance,
} from './machine/instance.ts';
export type {
  ClockDefinition,
  ClockTiming,
  Effect,
  FieldDefinition,
  FieldType,
  Guard,
  MarkedNote,
  MoveDefinition,
  StateDefinition,
  StateKind,
  Workflow,
  WorkflowSubject,
} from './machine/model.ts';
export type { PossibleMove } from './machine/moves.ts';
export { BrokenLogError, type MoveRefusal, type RefusalCode } from './machine/refusal.ts';
export { type LeftOutMaterial, type MaterialList, materialList, missingMaterials } from './materials/material-list.ts';
export {
  Material,
  MaterialAct,
  type MaterialItem,
  type MaterialOrigin,
  MaterialOverride,
  MaterialTick,
} from './materials/model.ts';
export { type ProvincialPractice, practiceOf } from './materials/provinces.ts';
export {
  allowedMoves,
  applyMove,
  clocksOf,
  dueSystemMoves,
  openWorkflow,
  standingOf as workflowStandingOf,
  takeBack,
} from './run.ts';
export {
  INCIDENT_LEVELS,
  type IncidentLevel,
  type IncidentSize,
  incidentLevels,
  type LevelAnswer,
} from './workflows/incident-level.ts';
export { WorkflowKind, WORKFLOWS, WORKFLOWS_VERSION, workflowOf } from './workflows/index.ts';
