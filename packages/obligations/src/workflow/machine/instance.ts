import { z } from 'zod';
import { CivilDateText } from '../../text/civil-date-text.ts';

const Id = z.string().min(1).max(200);
const LONGEST_TEXT = 4000;

/** Proof that something was handed in: its number or the file of the proof, and always the day. */
export const Receipt = z
  .strictObject({ number: z.string().trim().min(1).max(200).optional(), fileId: Id.optional(), on: CivilDateText })
  .refine((receipt) => receipt.number !== undefined || receipt.fileId !== undefined);
export type Receipt = z.infer<typeof Receipt>;

/** A file kept by the product. */
export const DocumentReference = z.strictObject({ fileId: Id, name: z.string().max(300).optional() });
export type DocumentReference = z.infer<typeof DocumentReference>;

/** Value of one field of a move. Days and moments are text. */
export const FieldValue = z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean(), Receipt, DocumentReference]);
export type FieldValue = z.infer<typeof FieldValue>;

/** Data of one move, by field. */
export const MoveData = z.record(z.string().max(100), FieldValue);
export type MoveData = z.infer<typeof MoveData>;

/** Who moved: a person, or the system where a date alone decides. */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: Id }),
  z.strictObject({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

/** The first entry of every log, and the one that takes a step back. */
export const OPEN = 'open';
export const TAKE_BACK = 'take-back';

/** One move as it was made. Entries are only ever added. */
export const LogEntry = z.strictObject({
  seq: z.int().min(1),
  move: z.string().min(1).max(100),
  by: Actor,
  /** RFC 3339, +08:00. */
  at: z.string(),
  data: MoveData,
  /** `seq` of the entry that this one takes back. */
  takesBack: z.int().min(1).optional(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** One piece of work. Its state is not stored but follows from the log. */
export const WorkflowInstance = z.strictObject({
  kind: z.string().min(1).max(100),
  /** Version of the tables when it was opened. */
  version: z.string().min(1).max(50),
  subject: z.strictObject({ type: z.enum(['company', 'licence', 'network-unit', 'event']), id: Id }),
  /** Keys of the occurrences it serves. */
  occurrenceKeys: z.array(z.string().min(1).max(500)),
  log: z.array(LogEntry).min(1),
});
export type WorkflowInstance = z.infer<typeof WorkflowInstance>;
