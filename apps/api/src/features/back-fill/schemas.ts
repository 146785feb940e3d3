import { Bilingual, Mark } from '@zhengqi/obligations';
import { z } from 'zod';
import { FileId, LicenceId, OccurrenceId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { EvidenceKind, WorkState } from '../item-work/schemas.ts';

const Answer = z.enum(['done', 'not-done', 'unknown']);
const Note = z.string().trim().min(1).max(1000);

export const ListBackFillInput = z.strictObject({
  licenceId: LicenceId.optional(),
  /** Those of which something was said already, or those of which nothing was. */
  answered: z.boolean().optional(),
  cursor: Cursor,
  limit: Limit,
});
export type ListBackFillInput = z.output<typeof ListBackFillInput>;
export const BackFillPage = z.strictObject({
  items: z.array(
    z.strictObject({
      occurrenceId: z.string(),
      version: z.int(),
      dutyId: z.string(),
      title: Bilingual,
      clause: z.string(),
      action: Bilingual,
      dueOn: z.string(),
      mark: Mark,
      workState: WorkState,
      /** Null: nothing was said of it yet. What is unknown stays unknown. */
      answer: Answer.nullable(),
      answeredAt: z.string().nullable(),
      by: PersonView,
    }),
  ),
  nextCursor: z.string().nullable(),
  counts: z.strictObject({ total: z.int(), done: z.int(), notDone: z.int(), unknown: z.int(), left: z.int() }),
});

const Row = z.strictObject({ occurrenceId: OccurrenceId, version: z.int().min(1) });
const Receipt = z.strictObject({
  number: z.string().trim().min(1).max(100).optional(),
  fileId: FileId.optional(),
  evidenceKind: EvidenceKind.optional(),
  noneReason: Note.optional(),
});
export const BackFillRow = z.discriminatedUnion('answer', [
  Row.extend({
    answer: z.literal('done'),
    doneOn: Day,
    receipt: Receipt,
    /** In words: often somebody who has left, or an agent. */
    filedBy: z.string().trim().min(1).max(100).optional(),
    note: Note.optional(),
  }),
  Row.extend({ answer: z.literal('not-done'), note: Note }),
  Row.extend({ answer: z.literal('unknown'), note: Note.optional() }),
]);
export type BackFillRow = z.output<typeof BackFillRow>;
export const RecordBackFillInput = z.strictObject({ rows: z.array(BackFillRow).min(1).max(100) });
export const BackFillResults = z.strictObject({
  results: z.array(
    z.strictObject({
      occurrenceId: z.string(),
      ok: z.boolean(),
      version: z.int().nullable(),
      workState: WorkState.nullable(),
      error: z
        .strictObject({
          code: z.string(),
          message: Bilingual,
          fields: z.array(z.strictObject({ path: z.string(), message: Bilingual })),
        })
        .nullable(),
    }),
  ),
});
export type BackFillResults = z.infer<typeof BackFillResults>;
