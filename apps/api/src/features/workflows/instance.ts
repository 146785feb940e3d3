import { type LogEntry, parseInstant, type WorkflowInstance } from '@zhengqi/obligations';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type LinkedItem, type LogRow, readLinkedItems, readLog, type WorkflowTableRow } from './queries.ts';

/** A piece of work as the domain replays it, with the items it serves. */
export interface LoadedInstance {
  instance: WorkflowInstance;
  linked: LinkedItem[];
}

/** Reads the log and the items of a piece of work. */
export async function loadInstance(tx: TenantTransaction, row: WorkflowTableRow): Promise<LoadedInstance> {
  const linked = await readLinkedItems(tx, [row.id]);
  const log = (await readLog(tx, row.id)).map(entryOf);
  return { linked, instance: { ...instanceOf(row, linked), log } };
}

function instanceOf(row: WorkflowTableRow, linked: readonly LinkedItem[]): Omit<WorkflowInstance, 'log'> {
  return {
    kind: row.kind,
    version: row.tablesVersion,
    subject: { type: row.subjectType as WorkflowInstance['subject']['type'], id: row.subjectId },
    occurrenceKeys: linked.map(({ item }) => item.naturalKey),
  };
}

/** A row of the log as the domain reads it. Moments compare as text, so they are written as the domain writes them. */
function entryOf(row: LogRow): LogEntry {
  return {
    seq: row.seq,
    move: row.move,
    by: row.actorId === null ? { kind: 'system' } : { kind: 'person', id: publicId('user', row.actorId) },
    at: parseInstant(row.at),
    data: row.data,
    ...(row.takesBack === null ? {} : { takesBack: row.takesBack }),
  };
}
