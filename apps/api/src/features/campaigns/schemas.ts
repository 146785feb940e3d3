import { Bilingual, WorkflowKind } from '@zhengqi/obligations';
import { z } from 'zod';
import { OccurrenceId, OrganisationId, UserId, WorkflowId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';

/** Columns of the board: who has the next step. */
export const Column = z.enum(['not-started', 'with-us', 'with-client', 'with-authority', 'done', 'ended']);
export type Column = z.infer<typeof Column>;

export const KindsInput = z.strictObject({});
export const Kinds = z.strictObject({ items: z.array(z.strictObject({ kind: WorkflowKind, name: Bilingual })) });

export const BoardInput = z.strictObject({
  /** A kind of work; or a duty, whatever work serves it. */
  kind: WorkflowKind.optional(),
  dutyId: z.string().max(100).optional(),
  /** Year of the date. */
  year: z.int().min(2000).max(2100).optional(),
  column: z.array(Column).min(1).max(6).optional(),
  responsible: z.enum(['me', 'none']).optional(),
  /** Words in the name of the company. */
  search: z.string().trim().max(100).optional(),
  overdue: z.boolean().optional(),
  cursor: Cursor,
  limit: Limit,
});
export type BoardInput = z.output<typeof BoardInput>;

export const BoardRow = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  /** Null for an item of the company itself. */
  licence: z.strictObject({ id: z.string(), number: z.string().nullable() }).nullable(),
  occurrenceId: z.string().nullable(),
  clause: z.string().nullable(),
  workflow: z
    .strictObject({ id: z.string(), version: z.int(), kind: z.string(), state: z.string(), stateName: Bilingual })
    .nullable(),
  column: Column,
  waitsOn: Bilingual.nullable(),
  /** Since when it waits there. */
  since: z.string().nullable(),
  dueOn: z.string().nullable(),
  daysLeft: z.int().nullable(),
  overdue: z.boolean(),
  responsible: PersonView,
  /** Lines of the list of material, or cells of the annual report, still to be had. */
  missing: z.strictObject({ count: z.int(), first: z.array(Bilingual) }).nullable(),
  asksNewLicence: z.boolean(),
});
export type BoardRow = z.infer<typeof BoardRow>;
export const Board = z.strictObject({
  /** Over all pages, whatever columns are asked for. */
  columns: z.array(z.strictObject({ column: Column, count: z.int() })),
  items: z.array(BoardRow),
  nextCursor: z.string().nullable(),
});
export type Board = z.infer<typeof Board>;

const MOST = 100;
const Started = z.strictObject({ organisationId: OrganisationId, occurrenceId: OccurrenceId });
const Running = z.strictObject({ organisationId: OrganisationId, workflowId: WorkflowId, version: z.int().min(1) });

export const OpenManyInput = z.strictObject({ kind: WorkflowKind, items: z.array(Started).min(1).max(MOST) });
export const AssignManyInput = z.strictObject({
  items: z.array(Running).min(1).max(MOST),
  responsibleId: UserId.nullable(),
});
export const AskManyInput = z.strictObject({
  items: z.array(Running).min(1).max(MOST),
  message: z.string().trim().min(1).max(2000),
  /** Last day to answer; a week from today, when it is left out. */
  dueOn: Day.optional(),
  /** Made by the form when it opens: the same request is told once, however often it is sent. */
  requestId: z.uuid(),
});

const Result = z.strictObject({
  organisationId: z.string(),
  /** The id that was sent. */
  id: z.string(),
  ok: z.boolean(),
  workflowId: z.string().nullable(),
  version: z.int().nullable(),
  error: z
    .strictObject({
      code: z.string(),
      message: Bilingual,
      fields: z.array(z.strictObject({ path: z.string(), message: Bilingual })),
    })
    .nullable(),
});
export type Result = z.infer<typeof Result>;
/** One line for each item, in the order given. */
export const ManyResult = z.strictObject({ results: z.array(Result) });
export type ManyResult = z.infer<typeof ManyResult>;
export const AskManyResult = ManyResult.extend({
  /** The one request to each company, and how many of its people were told. */
  told: z.array(z.strictObject({ organisationId: z.string(), requestId: z.string(), people: z.int() })),
});
