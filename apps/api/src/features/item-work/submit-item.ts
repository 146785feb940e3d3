import { civilDate, laterOf, latenessOf } from '@zhengqi/obligations';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requirePeopleHere } from '../people-here.ts';
import { addReceipt } from './add-receipt.ts';
import { doneDay } from './done-day.ts';
import { latenessOfItem, limitOfItem } from './item-standing.ts';
import { SubmitInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/**
 * Records that somebody filed an item: who, on which day, and what the authority gave for it. The product itself never
 * says that something was filed.
 * @throws AppError `invalid-input` for a day to come, a stranger, or a filing without receipt and without a reason why
 */
export async function submitItem(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { submittedOn, submittedAt, submittedBy, receipt, note, ...item } = parseInput(SubmitInput, raw);
  const done = doneDay(ctx, civilDate(submittedOn), submittedAt, 'submittedOn', 'submittedAt');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    const by = submittedBy ?? tx.access.userId;
    if (by === null) {
      throw invalidField('submittedBy', '请写明由谁申报。', 'Say who filed it.');
    }
    await requirePeopleHere(tx, by === tx.access.userId ? [] : [by], 'submittedBy');
    return workOnItem(tx, ctx, item, 'submit', async (row) => {
      const received = await addReceipt(tx, ctx, row, receipt, done.on, 'receipt');
      const late = latenessOf(limitOfItem(row), done);
      return {
        patch: { submittedOn: done.on, submittedBy: by, ...laterOf(latenessOfItem(row), late) },
        data: { ...done, by, dueOn: row.dueOn, dueAt: row.dueAt, late, receipt: received, ...(note ? { note } : {}) },
      };
    });
  });
}
