import { civilDate, dutyById, evidenceNeeds, evidenceRefusals, laterOf, latenessOf } from '@zhengqi/obligations';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { invalidField, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { type DoneDay, doneDay } from './done-day.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { latenessOfItem, limitOfItem } from './item-standing.ts';
import type { ItemRow } from './queries.ts';
import { CloseInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/** What closing says besides the item. */
export interface Closing {
  doneOn?: string | undefined;
  doneAt?: string | undefined;
  note?: string | undefined;
}

/**
 * Closes an item: every kind of evidence that its duty names is there and was valid on the day it was done.
 * @throws AppError `invalid-input` naming each kind that is missing
 */
export async function closeItem(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { doneOn, doneAt, note, ...item } = parseInput(CloseInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    return closeInTransaction(tx, ctx, item, { doneOn, doneAt, note });
  });
}

/** The move itself, for one item or for many. */
export function closeInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: { occurrenceId: string; version: number },
  closing: Closing,
): Promise<WorkResult> {
  return workOnItem(tx, ctx, item, 'close', async (row) => {
    const done = doneDayOf(ctx, row, closing);
    await requireEvidence(tx, row, done);
    // What was filed is late or in time by the day of the filing, which was counted then.
    const late = row.submittedOn === null ? latenessOf(limitOfItem(row), done) : latenessOfItem(row);
    return {
      patch: { closedAt: nowInstant(ctx.clock), doneOn: done.on, ...laterOf(latenessOfItem(row), late) },
      data: {
        ...done,
        dueOn: row.dueOn,
        dueAt: row.dueAt,
        late,
        ...(closing.note ? { note: closing.note } : {}),
      },
    };
  });
}

function doneDayOf(ctx: TenantContext, { submittedOn }: ItemRow, { doneOn, doneAt }: Closing): DoneDay {
  if (submittedOn === null) {
    return doneDay(ctx, doneOn === undefined ? today(ctx.clock) : civilDate(doneOn), doneAt, 'doneOn', 'doneAt');
  }
  if ((doneOn !== undefined && doneOn !== submittedOn) || doneAt !== undefined) {
    throw invalidField(
      'doneOn',
      `已登记于 ${submittedOn} 申报，以申报之日为准。`,
      `It is recorded as filed on ${submittedOn}; that day counts.`,
    );
  }
  return { on: submittedOn, at: null };
}

async function requireEvidence(tx: TenantTransaction, row: ItemRow, { on }: DoneDay): Promise<void> {
  const duty = dutyById(tx.rules.rulebook, row.dutyId);
  const refusals = evidenceRefusals(evidenceNeeds(duty, await evidencePieces(tx, row.id), on));
  if (refusals.length > 0) throw invalidInput(refusals.map((message) => ({ path: 'evidence', message })));
}
