import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { RunId } from '../../db/ids.ts';
import { PersonView } from '../people.ts';
import { Cursor, Limit } from '../pagination.ts';

export const ChangeKind = z.enum(['added', 'removed', 'moved', 'returned']);

/** One line of a difference: the due date before and after; null where there is none. */
export const ScheduleChangeView = z.strictObject({
  occurrenceId: z.string(),
  change: ChangeKind,
  clause: z.string(),
  title: Bilingual,
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ScheduleChangeView = z.infer<typeof ScheduleChangeView>;

/** What a regeneration changed. */
export const ScheduleDifference = z.strictObject({
  /** Null when nothing changed. */
  runId: z.string().nullable(),
  asOf: z.string(),
  until: z.string(),
  ruleVersion: z.string(),
  added: z.int(),
  removed: z.int(),
  moved: z.int(),
  kept: z.int(),
  /** The company has so many licences that the worker does it; look again shortly. */
  pending: z.boolean(),
  /** The first hundred lines. */
  changes: z.array(ScheduleChangeView),
});
export type ScheduleDifference = z.infer<typeof ScheduleDifference>;

export const RegenerateScheduleInput = z.strictObject({});
export const ListRunsInput = z.strictObject({ cursor: Cursor, limit: Limit });
export const GetRunInput = z.strictObject({ runId: RunId });

export const RunView = z.strictObject({
  id: z.string(),
  at: z.string(),
  reason: z.enum(['licence', 'facts', 'event', 'staffing', 'reviews', 'manual', 'nightly', 'rulebook', 'calendar']),
  by: PersonView,
  asOf: z.string(),
  until: z.string(),
  ruleVersion: z.string(),
  added: z.int(),
  removed: z.int(),
  moved: z.int(),
  kept: z.int(),
});
export type RunView = z.infer<typeof RunView>;
export const RunPage = z.strictObject({ items: z.array(RunView), nextCursor: z.string().nullable() });
export const RunDetail = RunView.extend({ changes: z.array(ScheduleChangeView) });
