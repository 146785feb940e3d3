import type { Instant } from '../calendar/index.ts';
import {
  type MoveRequest,
  type MoveResult,
  moveInstance,
  type OpenRequest,
  openInstance,
  takeStepBack,
} from './machine/apply-move.ts';
import { type ClockStanding, clockStandings } from './machine/clocks.ts';
import type { WorkflowEnvironment } from './machine/environment.ts';
import { foldLog, type Standing } from './machine/fold.ts';
import type { WorkflowInstance } from './machine/instance.ts';
import { type PossibleMove, possibleMoves } from './machine/moves.ts';
import { type WorkflowKind, WORKFLOWS_VERSION, workflowOf } from './workflows/index.ts';

/** Opens a piece of work of a kind. */
export function openWorkflow(
  kind: WorkflowKind,
  request: Omit<OpenRequest, 'version'>,
  env: WorkflowEnvironment,
): MoveResult {
  return openInstance(workflowOf(kind), { ...request, version: WORKFLOWS_VERSION }, env);
}

/** Makes one move: a new instance, or every reason against it with its place and what to do. */
export function applyMove(instance: WorkflowInstance, request: MoveRequest, env: WorkflowEnvironment): MoveResult {
  return moveInstance(workflowOf(instance.kind), instance, request, env);
}

/** Takes back the last step that still stands, with a reason; nothing is deleted. */
export function takeBack(
  instance: WorkflowInstance,
  request: Pick<MoveRequest, 'by' | 'now'> & { readonly reason: string },
  env: WorkflowEnvironment,
): MoveResult {
  return takeStepBack(workflowOf(instance.kind), instance, request, env);
}

/** What the log says: state, values, receipts, clocks opened, breaches, occurrences done. */
export function standingOf(instance: WorkflowInstance): Standing {
  return foldLog(workflowOf(instance.kind), instance);
}

/** The moves from the present state, each with what stands against it whatever its data. */
export function allowedMoves(instance: WorkflowInstance, now: Instant, env: WorkflowEnvironment): PossibleMove[] {
  return possibleMoves(workflowOf(instance.kind), instance, now, env);
}

/** Moves that a date alone brings about and that are due: what the nightly job makes as the system. */
export function dueSystemMoves(instance: WorkflowInstance, now: Instant, env: WorkflowEnvironment): string[] {
  return allowedMoves(instance, now, env)
    .filter(({ move, blockedBy }) => move.by === 'system' && blockedBy.length === 0)
    .map(({ id }) => id);
}

/** Our clocks and the authority's, the most urgent first, each with source, mark and derivation. */
export function clocksOf(instance: WorkflowInstance, now: Instant, env: WorkflowEnvironment): ClockStanding[] {
  return clockStandings(workflowOf(instance.kind), standingOf(instance), now, env);
}
