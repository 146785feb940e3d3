export { parseClauseReference, printClauseReference } from './clause-reference.ts';
export { Condition } from './condition.ts';
export { describeTiming } from './describe-timing.ts';
export {
  EVENTS,
  type EventAttribute,
  type EventDefinition,
  type EventType,
  type TriggerEvent,
} from './events.ts';
export {
  FACTS,
  type FactDefinition,
  type FactKey,
  type Facts,
  type FactType,
  type FactValue,
  type NetworkUnit,
} from './facts.ts';
export { type LawId, lawById } from './laws.ts';
export { Mark } from './marks.ts';
export { checkOwnDuty, composeRulebook, OWN_CLAUSE, OwnDuty, type OwnDutyProblem } from './own-duty.ts';
export { dutiesOfClause, dutyById, RULEBOOK } from './rulebook.ts';
export * from './schema.ts';
