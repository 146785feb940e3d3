import { evaluateCondition } from '../../applicability/index.ts';
import { civilDateOf, type Instant } from '../../calendar/index.ts';
import { clockStanding } from './clocks.ts';
import { dayOf, momentIn } from './count-limit.ts';
import { conditionContext, type WorkflowEnvironment } from './environment.ts';
import type { Standing } from './fold.ts';
import type { MoveData } from './instance.ts';
import type { Guard, Workflow } from './model.ts';
import type { MoveRefusal } from './refusal.ts';

/** The guards that stand against a move. What a guard cannot know yet does not stand against it. */
export function checkGuards(
  guards: readonly Guard[],
  workflow: Workflow,
  standing: Standing,
  data: MoveData,
  now: Instant,
  env: WorkflowEnvironment,
): MoveRefusal[] {
  const values = { ...standing.values, ...data };
  return guards
    .filter((guard) => !holds(guard, workflow, { ...standing, values }, now, env))
    .map((guard) => ({ code: 'guard', at: placeOf(guard), message: guard.otherwise }));
}

function placeOf(guard: Guard): string {
  return guard.type === 'not-before' || guard.type === 'not-after' ? `data.${guard.field}` : 'move';
}

function holds(guard: Guard, workflow: Workflow, standing: Standing, now: Instant, env: WorkflowEnvironment): boolean {
  const day = (field: string): string | null => {
    const moment = momentIn(standing.values[field]);
    return moment === null ? null : dayOf(moment);
  };
  const today = civilDateOf(now);
  switch (guard.type) {
    case 'not-before':
    case 'not-after': {
      const [one, other] = [day(guard.field), day(guard.than)];
      if (one === null || other === null) return true;
      return guard.type === 'not-before' ? one >= other : one <= other;
    }
    case 'today-from':
    case 'today-after': {
      const from = day(guard.field);
      return from !== null && (guard.type === 'today-from' ? today >= from : today > from);
    }
    case 'done': {
      const asked =
        guard.when === undefined ||
        evaluateCondition(guard.when, conditionContext(standing.values, now, env)).applies !== 'no';
      return !asked || isDone(standing, guard.move);
    }
    case 'not-done':
      return !isDone(standing, guard.move);
    case 'not-excluded':
      return evaluateCondition(guard.that, conditionContext(standing.values, now, env)).applies !== 'no';
    default: {
      const clock = clockStanding(workflow, standing, guard.clock, now, env);
      if (guard.type === 'clock-not-met') return clock?.status !== 'met';
      if (guard.type === 'window-open') return clock !== null && clock.opensOn !== null && clock.opensOn <= today;
      if (guard.type === 'clock-met') return clock?.status === 'met';
      if (guard.type === 'clock-past') return clock?.status === 'past-no-record';
      return clock !== null && clock.status !== 'met' && clock.status !== 'met-late';
    }
  }
}

function isDone({ effective }: Standing, move: string): boolean {
  return effective.some((entry) => entry.move === move);
}
