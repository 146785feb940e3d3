import {
  type CivilDate,
  civilDate,
  civilDateOf,
  type FieldDefinition,
  isCivilDate,
  type LogEntry,
  Receipt,
} from '@zhengqi/obligations';
import { FileId } from '../../db/ids.ts';

/** What a move says of the act itself: when it was done, and what proves it. */
export interface ActOfMove {
  on: CivilDate | null;
  /** The moment, where the move names one on that day. */
  at: string | null;
  receipt: { number: string | undefined; fileId: string | undefined } | null;
  /** Uuids of the documents that came with it. */
  documents: string[];
  /** The first words of it. */
  text: string | null;
}

/** Reads the act from the data of a move, by the types of its fields. */
export function actOfMove(
  fields: Readonly<Record<string, FieldDefinition>>,
  { data }: Pick<LogEntry, 'data'>,
): ActOfMove {
  const act: ActOfMove = { on: null, at: null, receipt: null, documents: [], text: null };
  let moment: string | null = null;
  for (const [name, { type }] of Object.entries(fields)) {
    const value = data[name];
    if (value === undefined) continue;
    if (type === 'receipt') {
      const receipt = Receipt.safeParse(value);
      if (!receipt.success) continue;
      act.on = civilDate(receipt.data.on);
      act.receipt = { number: receipt.data.number, fileId: uuidOf(receipt.data.fileId) };
    } else if (type === 'instant') moment ??= String(value);
    else if (type === 'date' && isCivilDate(value)) act.on ??= value;
    else if (type === 'document' && typeof value === 'object') {
      const fileId = uuidOf(value.fileId);
      if (fileId !== undefined) act.documents.push(fileId);
    } else if (type === 'text' || type === 'reason') act.text ??= String(value);
  }
  if (moment !== null) {
    act.on ??= civilDateOf(moment);
    if (civilDateOf(moment) === act.on) act.at = moment;
  }
  return act;
}

function uuidOf(id: string | undefined): string | undefined {
  const parsed = FileId.safeParse(id);
  return parsed.success ? parsed.data : undefined;
}
