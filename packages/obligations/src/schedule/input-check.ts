import { CalendarError, civilDate, isCivilDate, parseInstant } from '../calendar/index.ts';
import { EVENTS, type EventAttribute, type EventDefinition, type TriggerEvent } from '../rulebook/events.ts';
import { type FactDefinition, FACTS, type Facts } from '../rulebook/facts.ts';

/** An input that cannot be used, with its place. Nothing is computed from a bad input. */
export class ScheduleInputError extends Error {
  readonly code = 'bad-input';
  /** For example `facts.has_website` or `events[2].on`. */
  readonly path: string;
  /** What is wrong and what to do, in Chinese; `message` says it in English. */
  readonly messageZh: string;

  constructor(path: string, zh: string, en: string) {
    super(`${path}: ${en}`);
    this.name = 'ScheduleInputError';
    this.path = path;
    this.messageZh = `${path}：${zh}`;
  }
}

const FACT_CATALOGUE: Readonly<Record<string, FactDefinition>> = FACTS;
const EVENT_CATALOGUE: Readonly<Record<string, EventDefinition>> = EVENTS;

/**
 * Checks answers against the fact catalogue. Keys outside it pass: a tenant's own rules may read them.
 * @throws {ScheduleInputError} for a known key with a value of another type
 */
export function checkFacts(facts: Facts): void {
  for (const key of Object.keys(facts)) {
    const definition = FACT_CATALOGUE[key];
    const value = facts[key];
    if (definition === undefined || value === null) continue;
    // Most answers are a plain yes or no; a place is put into words only for the others.
    if (definition.type === 'boolean' && typeof value === 'boolean') continue;
    checkFact(`facts.${key}`, definition, value);
  }
}

function checkFact(path: string, definition: FactDefinition, value: unknown): void {
  switch (definition.type) {
    case 'boolean':
      if (typeof value !== 'boolean')
        throw new ScheduleInputError(path, '应为 true 或 false。', 'must be true or false.');
      return;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
        throw new ScheduleInputError(path, '应为不小于0的数。', 'must be a number of at least 0.');
      }
      return;
    case 'date':
      checkDate(path, value);
      return;
    case 'choice':
      checkChoice(path, value, definition.values?.map((option) => option.value) ?? []);
      return;
    case 'list':
      checkList(path, value, definition.values?.map((option) => option.value) ?? null);
      return;
    case 'units':
      checkUnits(path, value);
  }
}

function checkDate(path: string, value: unknown): void {
  if (isCivilDate(value)) return;
  const shown = JSON.stringify(value) ?? 'undefined';
  throw new ScheduleInputError(
    path,
    `${shown}不是存在的日期，应写作 2026-03-31。`,
    `${shown} is not an existing date; write it as 2026-03-31.`,
  );
}

function checkChoice(path: string, value: unknown, allowed: readonly string[]): void {
  if (typeof value === 'string' && allowed.includes(value)) return;
  throw new ScheduleInputError(path, `应为以下之一：${allowed.join('、')}。`, `must be one of: ${allowed.join(', ')}.`);
}

function checkList(path: string, value: unknown, allowed: readonly string[] | null): void {
  if (!Array.isArray(value) || value.some((member) => typeof member !== 'string')) {
    throw new ScheduleInputError(path, '应为文字列表，没有则写 []。', 'must be a list of texts, [] for none.');
  }
  const stranger = allowed === null ? undefined : value.find((member: string) => !allowed.includes(member));
  if (stranger !== undefined) checkChoice(path, stranger, allowed ?? []);
}

const UNIT_DATES = ['gradeApprovedOn', 'filedOn', 'lastTestOn', 'lastRiskAssessmentOn'];

function checkUnits(path: string, value: unknown): void {
  if (!Array.isArray(value))
    throw new ScheduleInputError(path, '应为网络单元列表。', 'must be a list of network units.');
  const ids = new Set<string>();
  value.forEach((unit: unknown, i) => {
    const at = `${path}[${i}]`;
    if (typeof unit !== 'object' || unit === null) throw new ScheduleInputError(at, '应为对象。', 'must be an object.');
    const { id, grade } = unit as { id?: unknown; grade?: unknown };
    if (typeof id !== 'string' || id === '' || ids.has(id)) {
      throw new ScheduleInputError(`${at}.id`, '应为列表内唯一的文字。', 'must be a text that is unique in the list.');
    }
    ids.add(id);
    if (grade != null && (typeof grade !== 'number' || !Number.isInteger(grade) || grade < 1 || grade > 5)) {
      throw new ScheduleInputError(
        `${at}.grade`,
        '级别应为1至5的整数。',
        'the grade must be a whole number from 1 to 5.',
      );
    }
    for (const name of UNIT_DATES) {
      const date = (unit as Record<string, unknown>)[name];
      if (date != null) checkDate(`${at}.${name}`, date);
    }
  });
}

/**
 * Checks trigger events against the event catalogue: known type, unique id, dates that exist.
 * @throws {ScheduleInputError} naming the event and attribute
 */
export function checkEvents(events: readonly TriggerEvent[]): void {
  const ids = new Set<string>();
  events.forEach((event, i) => {
    const path = `events[${i}]`;
    if (typeof event.id !== 'string' || event.id === '' || ids.has(event.id)) {
      throw new ScheduleInputError(`${path}.id`, '应为唯一的文字。', 'must be a unique text.');
    }
    ids.add(event.id);
    const definition = EVENT_CATALOGUE[event.type];
    if (definition === undefined) {
      const known = Object.keys(EVENT_CATALOGUE).join(', ');
      throw new ScheduleInputError(
        `${path}.type`,
        `未知的事件“${event.type}”，应为以下之一：${known}。`,
        `unknown event “${event.type}”; must be one of: ${known}.`,
      );
    }
    for (const name in definition.attributes) {
      const attribute = definition.attributes[name] as EventAttribute;
      const value = event[name];
      if (value == null && attribute.required !== true) continue;
      checkAttribute(`${path}.${name}`, attribute, value);
    }
  });
}

function checkAttribute(path: string, attribute: EventAttribute, value: unknown): void {
  if (value === undefined || value === null) {
    if (attribute.required !== true) return;
    throw new ScheduleInputError(path, `请填写“${attribute.label.zh}”。`, `“${attribute.label.en}” is required.`);
  }
  switch (attribute.type) {
    case 'date':
      checkDate(path, value);
      return;
    case 'instant':
      checkInstant(path, value);
      return;
    case 'choice':
      checkChoice(path, value, attribute.values ?? []);
      return;
    case 'number':
    case 'boolean':
      if (typeof value !== attribute.type)
        throw new ScheduleInputError(path, `类型应为 ${attribute.type}。`, `must be a ${attribute.type}.`);
      return;
    case 'text':
      if (typeof value !== 'string') throw new ScheduleInputError(path, '应为文字。', 'must be text.');
  }
}

function checkInstant(path: string, value: unknown): void {
  try {
    if (typeof value === 'string') {
      parseInstant(value);
      return;
    }
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
  }
  const shown = JSON.stringify(value) ?? 'undefined';
  throw new ScheduleInputError(
    path,
    `${shown}不是带时区的时刻，应写作 2026-03-01T09:30:00+08:00。`,
    `${shown} is not a moment with offset; write it as 2026-03-01T09:30:00+08:00.`,
  );
}

/**
 * Checks the dates of a licence: they exist, and the end does not lie before the issue.
 * @throws {ScheduleInputError}
 */
export function checkLicenceDates(licence: { issuedOn: string | null; validTo: string | null }): void {
  for (const name of ['issuedOn', 'validTo'] as const) {
    if (licence[name] !== null) checkDate(`licence.${name}`, licence[name]);
  }
  const { issuedOn, validTo } = licence;
  if (issuedOn === null || validTo === null || civilDate(issuedOn) <= civilDate(validTo)) return;
  throw new ScheduleInputError(
    'licence.validTo',
    `有效期至${validTo}早于发证日期${issuedOn}，请对照原件更正。`,
    `the end of validity ${validTo} lies before the issue date ${issuedOn}; correct it from the original.`,
  );
}
