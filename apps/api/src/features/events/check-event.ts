import {
  CalendarError,
  type CivilDate,
  civilDateOf,
  type EventAttribute,
  type EventDefinition,
  isCivilDate,
  parseInstant,
} from '@zhengqi/obligations';
import type { FieldError } from '../../errors.ts';

/** Values of an event's attributes. */
export type EventAttributes = Record<string, string | number | boolean | null>;

/** An event that can be recorded, or what is wrong with it. */
export interface CheckedEvent {
  /** Only attributes with a value; moments in Chinese time. */
  attributes: EventAttributes;
  happenedOn: CivilDate | null;
  errors: FieldError[];
}

/**
 * Checks an event against its definition. Dates must exist, and what is not a plan must have happened.
 * @param now day and moment of today, for what must not lie in the future
 */
export function checkEvent(
  definition: EventDefinition,
  given: EventAttributes,
  now: { today: CivilDate; instant: string },
): CheckedEvent {
  const checked: CheckedEvent = { attributes: {}, happenedOn: null, errors: [] };
  const fail = (name: string, zh: string, en: string) =>
    checked.errors.push({ path: `attributes.${name}`, message: { zh, en } });
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(definition.attributes, name))
      fail(name, '该事件没有此项。', 'This kind of event has no such field.');
  }
  Object.entries(definition.attributes).forEach(([name, attribute], i) => {
    const value = given[name] ?? null;
    if (value === null || value === '') {
      if (attribute.required) fail(name, `请填写“${attribute.label.zh}”。`, `“${attribute.label.en}” is required.`);
      return;
    }
    const read = readAttribute(attribute, value);
    if (read === undefined) {
      const [zh, en] = EXPECTED[attribute.type];
      fail(name, zh, en);
      return;
    }
    checked.attributes[name] = read;
    const day = dayOf(attribute, read);
    if (day !== null && attribute.mayBeFuture !== true && isFuture(attribute, read, now)) {
      fail(
        name,
        `${String(read)} 尚未到来；只能登记已发生的事件。`,
        `${String(read)} lies in the future; record what has happened.`,
      );
    }
    if (i === 0) checked.happenedOn = day;
  });
  return checked;
}

const EXPECTED: Readonly<Record<EventAttribute['type'], readonly [zh: string, en: string]>> = {
  date: ['请填写存在的日期，如 2026-03-31。', 'Give an existing date, for example 2026-03-31.'],
  instant: [
    '请填写带时区的时刻，如 2026-03-01T09:30:00+08:00（1992 年以后）。',
    'Give a moment with offset, for example 2026-03-01T09:30:00+08:00 (1992 or later).',
  ],
  number: ['请填写不小于 0 的整数。', 'Give a whole number of 0 or more.'],
  boolean: ['请回答是或否。', 'Answer yes or no.'],
  text: ['请填写文字。', 'Give a text.'],
  choice: ['请从选项中选择。', 'Choose one of the options.'],
};

/** The value as stored, or undefined when it is of another type. */
function readAttribute(attribute: EventAttribute, value: string | number | boolean) {
  switch (attribute.type) {
    case 'date':
      return isCivilDate(value) ? value : undefined;
    case 'instant':
      return typeof value === 'string' ? instantOrNothing(value) : undefined;
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'choice':
      return typeof value === 'string' && (attribute.values ?? []).includes(value) ? value : undefined;
  }
}

function instantOrNothing(value: string): string | undefined {
  try {
    return parseInstant(value);
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}

function dayOf({ type }: EventAttribute, value: string | number | boolean): CivilDate | null {
  if (type === 'date' && isCivilDate(value)) return value;
  return type === 'instant' ? civilDateOf(String(value)) : null;
}

function isFuture(
  { type }: EventAttribute,
  value: string | number | boolean,
  now: { today: CivilDate; instant: string },
): boolean {
  // Both moments in the same form, which sorts like time.
  return type === 'instant' ? String(value) > parseInstant(now.instant) : String(value) > now.today;
}
