import { addDays, addHours, type CivilDate, civilDateOf, type Instant, PRC_CALENDAR } from '../../calendar/index.ts';
import type { Facts } from '../../rulebook/facts.ts';
import type { FieldValue, MoveData, WorkflowInstance } from '../machine/instance.ts';
import type { FieldDefinition, Workflow } from '../machine/model.ts';
import { openInstance } from '../machine/apply-move.ts';

/** Somebody who records moves. */
export const PERSON = { kind: 'person', id: 'person-1' } as const;

export const ENV = { calendar: PRC_CALENDAR, facts: {} as Facts };

/** A moment in Chinese time on a day. */
export const at = (day: string, time = '10:00'): Instant => `${day}T${time}:00+08:00`;

export const daysLater = (now: Instant, days: number): Instant => addHours(now, days * 24);

/** Data that fill every field of a move as it could be recorded at a moment. */
export function sampleData(
  fields: Readonly<Record<string, FieldDefinition>>,
  now: Instant,
  pick = 0,
  ahead = 150,
): MoveData {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, sampleValue(field, now, pick, ahead)]));
}

function sampleValue(field: FieldDefinition, now: Instant, pick: number, ahead: number): FieldValue {
  const today = civilDateOf(now);
  switch (field.type) {
    case 'date':
      return field.mayBeFuture === true ? addDays(today, ahead) : today;
    case 'instant':
      return now;
    case 'receipt':
      return { number: 'R-1', on: today };
    case 'document':
      return { fileId: 'file-1' };
    case 'number':
      return field.min === undefined ? pick * 700_000 : Number((today as CivilDate).slice(0, 4));
    case 'boolean':
      return pick % 2 === 0;
    case 'choice':
      return field.values?.[pick % field.values.length]?.value ?? '';
    case 'reason':
    case 'text':
      return '说明';
  }
}

/** An instance opened with sample data, or the data given. */
export function opened(workflow: Workflow, now: Instant, data?: MoveData): WorkflowInstance {
  const result = openInstance(
    workflow,
    {
      version: 'test',
      subject: { type: workflow.subject, id: 'subject-1' },
      occurrenceKeys: [],
      data: data ?? sampleData(workflow.opening.fields, now),
      by: PERSON,
      now,
    },
    ENV,
  );
  if (!result.moved) throw new Error(JSON.stringify(result.refusals));
  return result.instance;
}
