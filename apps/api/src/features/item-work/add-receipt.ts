import type { CivilDate } from '@zhengqi/obligations';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { receipt } from '../../db/schema/work.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { addEvidence } from '../evidence/add-evidence.ts';
import { requireFile } from '../files/queries.ts';
import type { ItemRow } from './queries.ts';

/** What an authority gave back, or why it gave nothing. */
export interface GivenReceipt {
  number?: string | undefined;
  fileId?: string | undefined;
  evidenceKind?: string | undefined;
  noneReason?: string | undefined;
}

/**
 * Records a receipt of an item. Its file is evidence as well, of the kind that is named.
 * @returns what the log keeps of it
 * @throws AppError `invalid-input` below `path` when it says nothing, or says both that there is one and that there is none
 */
export async function addReceipt(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: ItemRow,
  { number, fileId, evidenceKind, noneReason }: GivenReceipt,
  receivedOn: CivilDate,
  path: string,
): Promise<Record<string, unknown>> {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const isGiven = number !== undefined || fileId !== undefined;
  if (!isGiven && noneReason === undefined) {
    throw invalidField(
      at('number'),
      '请填写回执编号或上传回执；未出具回执的，请说明原因。',
      'Give the number or the file of the receipt; when none was issued, say why.',
    );
  }
  if (isGiven && noneReason !== undefined) {
    throw invalidField(
      at('noneReason'),
      '已有回执，不能同时说明未出具。',
      'There is a receipt: it cannot be said that none was issued.',
    );
  }
  if (fileId === undefined && evidenceKind !== undefined) {
    throw invalidField(at('evidenceKind'), '没有回执文件。', 'There is no file of the receipt.');
  }
  const file = fileId === undefined ? null : await requireFile(tx, fileId, at('fileId'));
  const id = ctx.newId();
  await tx.db.insert(receipt).values({
    tenantId: tx.tenantId,
    id,
    occurrenceId: item.id,
    number: number ?? null,
    fileId: fileId ?? null,
    receivedOn,
    noneReason: noneReason ?? null,
    recordedBy: tx.access.userId,
    recordedAt: nowInstant(ctx.clock),
  });
  if (fileId !== undefined) {
    const piece = { form: 'file' as const, kind: evidenceKind ?? null, fileId };
    await addEvidence(tx, ctx, item, piece, at('evidenceKind'));
  }
  return { receiptId: id, number: number ?? null, sha256: file?.sha256 ?? null, noneReason: noneReason ?? null };
}
