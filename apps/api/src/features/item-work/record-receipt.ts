import { civilDate } from '@zhengqi/obligations';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { addReceipt } from './add-receipt.ts';
import { doneDay } from './done-day.ts';
import { RecordReceiptInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/** Records a receipt that came after the filing. Earlier ones stay. */
export async function recordReceipt(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { receivedOn, number, fileId, evidenceKind, ...item } = parseInput(RecordReceiptInput, raw);
  const { on } = doneDay(ctx, civilDate(receivedOn), undefined, 'receivedOn', 'receivedOn');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    return workOnItem(tx, ctx, item, 'record-receipt', async (row) => ({
      data: { receipt: await addReceipt(tx, ctx, row, { number, fileId, evidenceKind }, on, ''), on },
    }));
  });
}
