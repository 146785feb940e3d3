import type { ConditionContext } from '../../applicability/index.ts';
import { civilDateOf, type Instant, type WorkingDayCalendar } from '../../calendar/index.ts';
import type { Facts } from '../../rulebook/facts.ts';
import type { MoveData } from './instance.ts';

/** What moves and clocks depend on besides the instance. */
export interface WorkflowEnvironment {
  readonly calendar: WorkingDayCalendar;
  /** Answers about the company, for conditions that read more than the instance. */
  readonly facts?: Facts;
}

const EVENT_PREFIX = 'event.';

/**
 * Conditions of the rulebook read `event.<attribute>`: the field of that name. Other keys are a field too, where one
 * answers it, else a fact of the company.
 */
export function conditionContext(
  values: MoveData,
  now: Instant,
  { facts = {} }: WorkflowEnvironment,
): ConditionContext {
  return {
    asOf: civilDateOf(now),
    fact: (key) => {
      const ofEvent = key.startsWith(EVENT_PREFIX);
      const value = values[ofEvent ? key.slice(EVENT_PREFIX.length) : key];
      if (value !== undefined && typeof value !== 'object') return value;
      return ofEvent ? undefined : (facts[key] ?? undefined);
    },
  };
}
