import type { Condition, Duty, Rulebook } from '@zhengqi/obligations';
import { Engine, type TopLevelCondition } from 'json-rules-engine';

type Any = TopLevelCondition | { fact: string; operator: string; value: unknown };

/** The same conditions in the language of the rules engine. */
function translate(condition: Condition): Any {
  if ('all' in condition) return { all: condition.all.map(translate) } as Any;
  if ('any' in condition) return { any: condition.any.map(translate) } as Any;
  if ('not' in condition) return { not: translate(condition.not) } as Any;
  if ('always' in condition) return { fact: 'always', operator: 'equal', value: true };
  if ('onOrAfter' in condition) return { fact: 'asOf', operator: 'onOrAfter', value: condition.onOrAfter };
  if ('before' in condition) return { fact: 'asOf', operator: 'before', value: condition.before };
  const { fact } = condition;
  if ('is' in condition) return { fact, operator: 'equal', value: condition.is };
  if ('atLeast' in condition) return { fact, operator: 'greaterThanInclusive', value: condition.atLeast };
  if ('lessThan' in condition) return { fact, operator: 'lessThan', value: condition.lessThan };
  if ('includes' in condition) return { fact, operator: 'contains', value: condition.includes };
  if ('notEmpty' in condition) return { fact, operator: 'notEmpty', value: true };
  return { any: condition.includesAny.map((value) => ({ fact, operator: 'contains', value })) } as Any;
}

/** One engine for all duties, since whether each binds is part of the answer; an event's type is the duty's id. */
export function engineFor(rulebook: Rulebook): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<string, string>('onOrAfter', (a, b) => a >= b);
  engine.addOperator<string, string>('before', (a, b) => a < b);
  engine.addOperator<unknown[], boolean>('notEmpty', (list) => list.length > 0);
  for (const duty of rulebook.duties) {
    engine.addRule({ conditions: { all: [translate(duty.condition)] } as TopLevelCondition, event: { type: duty.id } });
  }
  return engine;
}

/** Duties with due rules by id. */
export function dutiesById(rulebook: Rulebook): ReadonlyMap<string, Duty> {
  return new Map(rulebook.duties.map((duty) => [duty.id, duty]));
}
