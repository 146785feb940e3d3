import type { LogEntry } from '@zhengqi/obligations';
import { FileId } from '../../db/ids.ts';
import { workflowFile } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { requireFile } from '../files/queries.ts';

/** Files that the data of a move names: the field, and the uuid. */
export async function filesOf(tx: TenantTransaction, { data }: Pick<LogEntry, 'data'>) {
  const files: { field: string; fileId: string }[] = [];
  for (const [field, value] of Object.entries(data)) {
    if (typeof value !== 'object' || value.fileId === undefined) continue;
    const path = `data.${field}.fileId`;
    const fileId = FileId.safeParse(value.fileId);
    if (!fileId.success)
      throw invalidField(path, '没有这个文件，请重新上传。', 'There is no such file; upload it again.');
    await requireFile(tx, fileId.data, path);
    files.push({ field, fileId: fileId.data });
  }
  return files;
}

/** Keeps the files of a move from being swept. */
export async function keepFiles(
  tx: TenantTransaction,
  workflowId: string,
  seq: number,
  fileIds: readonly string[],
): Promise<void> {
  const rows = [...new Set(fileIds)].map((fileId) => ({ tenantId: tx.tenantId, workflowId, seq, fileId }));
  if (rows.length > 0) await tx.db.insert(workflowFile).values(rows);
}
