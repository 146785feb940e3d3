import { type CivilDate, isCivilDate, type FactDefinition, type FactValue } from '@zhengqi/obligations';
import { z } from 'zod';
import type { FieldError } from '../../errors.ts';
import { fieldErrorOf } from '../../parse-input.ts';
import { factDefinition, factScope } from './fact-scope.ts';
import { NetworkUnitInput } from './schemas.ts';

/** An answer by the fact catalogue: its value, or what is wrong with it and where. */
export type ReadAnswer = { value: FactValue; errors: readonly [] } | { errors: readonly FieldError[] };

const Units = z.array(NetworkUnitInput);
/** The one date that lies ahead; all others say what has happened. */
const PLANNED = 'renewed_valid_to';
/** Days on which something was done to a network unit. */
const UNIT_DAYS = ['gradeApprovedOn', 'filedOn', 'lastTestOn', 'lastRiskAssessmentOn'] as const;

/**
 * Reads one answer.
 * @param path place of the answer in the input
 * @param about whether the call names the licence that it is about, and the day in China
 */
export function readAnswer(
  answer: { key: string; value: unknown },
  path: string,
  { hasLicence, today }: { hasLicence: boolean; today: CivilDate },
): ReadAnswer {
  const definition = factDefinition(answer.key);
  if (!definition) return wrong(`${path}.key`, `没有名为“${answer.key}”的事实。`, `There is no fact “${answer.key}”.`);
  if (factScope(answer.key) === 'licence' && !hasLicence) {
    return wrong(
      `${path}.key`,
      '该问题针对某一许可证，请先选择许可证。',
      'This question is about one licence; choose the licence.',
    );
  }
  if (answer.value === null) return { value: null, errors: [] };
  if (definition.type === 'units') return readUnits(answer.value, `${path}.value`, today);
  const value = readValue(definition, answer.value);
  if (definition.type === 'date' && answer.key !== PLANNED && isCivilDate(value) && value > today)
    return { errors: [notYet(`${path}.value`, value)] };
  if (value !== undefined) return { value, errors: [] };
  const [zh, en] = EXPECTED[definition.type];
  return wrong(`${path}.value`, zh, en);
}

const EXPECTED: Readonly<Record<Exclude<FactDefinition['type'], 'units'>, readonly [zh: string, en: string]>> = {
  boolean: ['请回答是或否。', 'Answer yes or no.'],
  number: ['请填写不小于 0 的整数。', 'Give a whole number of 0 or more.'],
  date: ['请填写存在的日期，如 2026-03-31。', 'Give an existing date, for example 2026-03-31.'],
  choice: ['请从选项中选择。', 'Choose one of the options.'],
  list: ['请从选项中选择，没有则为空。', 'Choose from the options, or leave it empty.'],
};

/** The value, or undefined when it is not what the fact takes. */
function readValue({ type, values }: FactDefinition, value: unknown): FactValue | undefined {
  const isOption = (text: unknown): text is string =>
    typeof text === 'string' && (values === undefined || values.some((option) => option.value === text));
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    // Every number of the catalogue counts people.
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
    case 'date':
      return isCivilDate(value) ? value : undefined;
    case 'choice':
      return isOption(value) ? value : undefined;
    case 'list':
      return Array.isArray(value) && value.every(isOption) ? value : undefined;
    case 'units':
      return undefined;
  }
}

function readUnits(value: unknown, path: string, today: CivilDate): ReadAnswer {
  const parsed = Units.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    const errors = parsed.error.issues.map(fieldErrorOf);
    return { errors: errors.map((error) => ({ ...error, path: error.path === '' ? path : `${path}.${error.path}` })) };
  }
  const ahead = parsed.data.flatMap((unit, i) =>
    UNIT_DAYS.flatMap((name) => {
      const day = unit[name];
      return typeof day === 'string' && day > today ? [notYet(`${path}.${i}.${name}`, day)] : [];
    }),
  );
  if (ahead.length > 0) return { errors: ahead };
  const ids = parsed.data.map((unit) => unit.id);
  const repeated = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (repeated < 0) return { value: parsed.data, errors: [] };
  return wrong(`${path}.${repeated}.id`, '网络单元编号重复。', 'Another unit has this id.');
}

function notYet(path: string, day: string): FieldError {
  return {
    path,
    message: {
      zh: `${day} 尚未到来；请填写已发生的日期。`,
      en: `${day} lies in the future; give the day on which it happened.`,
    },
  };
}

function wrong(path: string, zh: string, en: string): ReadAnswer {
  return { errors: [{ path, message: { zh, en } }] };
}
