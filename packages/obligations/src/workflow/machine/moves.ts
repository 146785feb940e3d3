import type { Instant } from '../../calendar/index.ts';
import { checkGuards } from './check-guards.ts';
import type { WorkflowEnvironment } from './environment.ts';
import { foldLog } from './fold.ts';
import type { WorkflowInstance } from './instance.ts';
import type { MoveDefinition, Workflow } from './model.ts';
import type { MoveRefusal } from './refusal.ts';

/** A move that starts from the present state, and what stands against it whatever its data. */
export interface PossibleMove {
  readonly id: string;
  readonly move: MoveDefinition;
  readonly blockedBy: readonly MoveRefusal[];
}

/** The moves from the present state, in the order of the table. */
export function possibleMoves(
  workflow: Workflow,
  instance: WorkflowInstance,
  now: Instant,
  env: WorkflowEnvironment,
): PossibleMove[] {
  const standing = foldLog(workflow, instance);
  return Object.entries(workflow.moves)
    .filter(([, move]) => move.from.includes(standing.state))
    .map(([id, move]) => ({ id, move, blockedBy: checkGuards(move.guards, workflow, standing, {}, now, env) }));
}
