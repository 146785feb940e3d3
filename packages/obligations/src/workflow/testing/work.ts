import { type ClockStanding, clockStandings } from '../machine/clocks.ts';
import { foldLog } from '../machine/fold.ts';
import { moveInstance } from '../machine/apply-move.ts';
import type { MoveData, WorkflowInstance } from '../machine/instance.ts';
import { workflowOf } from '../workflows/index.ts';
import { at, ENV, opened, PERSON } from './sample-moves.ts';

/** One move, its data and the day on which it is recorded. */
export type Step = readonly [move: string, data: MoveData, on: string];

/** Opens a workflow and makes moves, each on its day at ten. */
export function work(kind: string, data: MoveData, openedOn: string, ...steps: readonly Step[]): WorkflowInstance {
  const workflow = workflowOf(kind);
  return steps.reduce(
    (instance, [move, given, on]) => {
      const result = moveInstance(workflow, instance, { move, data: given, by: PERSON, now: moment(on) }, ENV);
      if (!result.moved) throw new Error(`${move}: ${JSON.stringify(result.refusals)}`);
      return result.instance;
    },
    opened(workflow, moment(openedOn), data),
  );
}

const moment = (on: string) => (on.includes('T') ? on : at(on));
export const receipt = (on: string) => ({ receipt: { number: 'R-1', on } });

/** The clocks of an instance on a day, by id. */
export function clocks(instance: WorkflowInstance, now: string, facts = {}): Readonly<Record<string, ClockStanding>> {
  const workflow = workflowOf(instance.kind);
  const all = clockStandings(workflow, foldLog(workflow, instance), moment(now), { ...ENV, facts });
  return Object.fromEntries(all.map((clock) => [clock.id, clock]));
}
