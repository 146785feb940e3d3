import { civilDate, civilDateOf, laterOf, latenessOf } from '@zhengqi/obligations';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { backFillAnswer } from '../../db/schema/back-fill.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, conflict, forbidden, invalidField, notFound } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { addReceipt } from '../item-work/add-receipt.ts';
import { doneDay } from '../item-work/done-day.ts';
import { latenessOfItem, limitOfItem } from '../item-work/item-standing.ts';
import { type ItemRow, lockItem } from '../item-work/queries.ts';
import { staleItem } from '../item-work/stale-item.ts';
import { workOnItem } from '../item-work/work-on-item.ts';
import { touchItem, writeLog } from '../item-work/write-log.ts';
import { nextAnswerVersion } from './queries.ts';
import { type BackFillResults, type BackFillRow, RecordBackFillInput } from './schemas.ts';

/**
 * Records what happened with items before the product knew of them, each by itself: a filing with its receipt, that it
 * was not done, or that nobody knows. Only a filing changes where the item stands; what is unknown stays unknown, and
 * nothing here makes anything missed.
 */
export async function recordBackFill(ctx: TenantContext, raw: unknown): Promise<BackFillResults> {
  const { rows } = parseInput(RecordBackFillInput, raw);
  const twice = rows.findIndex(
    ({ occurrenceId }, i) => rows.findIndex((other) => other.occurrenceId === occurrenceId) < i,
  );
  if (twice >= 0) throw invalidField(`rows.${twice}.occurrenceId`, '事项重复。', 'The item is there twice.');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    await lockSchedule(tx);
    const results: BackFillResults['results'] = [];
    for (const row of rows) {
      const occurrenceId = publicId('occurrence', row.occurrenceId);
      try {
        results.push({ occurrenceId, ok: true, error: null, ...(await recordOne(tx, ctx, row)) });
      } catch (error) {
        // Refusals come before anything of the item is written; whatever else went wrong takes the whole list back.
        if (!(error instanceof AppError)) throw error;
        const { code, text, fields } = error;
        results.push({
          occurrenceId,
          ok: false,
          version: null,
          workState: null,
          error: { code, message: text, fields: [...fields] },
        });
      }
    }
    if (results.some(({ ok }) => ok)) await enqueue(tx, ctx, 'compute-notices', {});
    return { results };
  });
}

async function recordOne(tx: TenantTransaction, ctx: TenantContext, row: BackFillRow) {
  const item = await lockItem(tx, row.occurrenceId);
  if (!item) throw notFound();
  requireHistory(item);
  if (row.answer === 'done') return recordFiling(tx, ctx, row);
  if (item.version !== row.version) throw await staleItem(tx, item.id);
  if (item.workState !== 'open' && item.workState !== 'prepared') {
    throw conflict('该事项已有办理记录。', 'The item has a record of its own.');
  }
  await writeAnswer(tx, ctx, item, row.answer, null, row.note ?? null);
  await touchItem(tx, ctx, item.id);
  await writeLog(tx, ctx, item, item, 'back-fill', { answer: row.answer, ...(row.note ? { note: row.note } : {}) });
  return { version: item.version, workState: item.workState as 'open' | 'prepared' };
}

/** The same move as any filing, with the word that it was recorded afterwards. */
async function recordFiling(tx: TenantTransaction, ctx: TenantContext, row: Extract<BackFillRow, { answer: 'done' }>) {
  const done = doneDay(ctx, civilDate(row.doneOn), undefined, 'doneOn', 'doneOn');
  const by = tx.access.userId;
  // Somebody stands for what is recorded; who filed it then is said in words.
  if (by === null) throw forbidden();
  const { version, workState } = await workOnItem(tx, ctx, row, 'submit', async (item) => {
    const receipt = await addReceipt(tx, ctx, item, row.receipt, done.on, 'receipt');
    await writeAnswer(tx, ctx, item, 'done', row.filedBy ?? null, row.note ?? null);
    const late = latenessOf(limitOfItem(item), done);
    return {
      patch: { submittedOn: done.on, submittedBy: by, ...laterOf(latenessOfItem(item), late) },
      data: {
        ...done,
        by,
        dueOn: item.dueOn,
        dueAt: item.dueAt,
        late,
        receipt,
        recordedAfterwards: true,
        ...(row.filedBy ? { filedBy: row.filedBy } : {}),
        ...(row.note ? { note: row.note } : {}),
      },
    };
  });
  return { version, workState };
}

/** @throws AppError `invalid-input` for an item whose limit passed while the product was there to see */
function requireHistory({ dueOn, firstSeenAt }: ItemRow): void {
  if (dueOn !== null && dueOn < civilDateOf(firstSeenAt)) return;
  throw invalidField(
    'occurrenceId',
    '该事项在登记许可证之后到期，请在事项页面办理。',
    'The item fell due after the licence was recorded: work on it on its own page.',
  );
}

async function writeAnswer(
  tx: TenantTransaction,
  ctx: TenantContext,
  { id, naturalKey }: ItemRow,
  answer: BackFillRow['answer'],
  filedBy: string | null,
  note: string | null,
): Promise<void> {
  const version = await nextAnswerVersion(tx, id);
  await tx.db.insert(backFillAnswer).values({
    tenantId: tx.tenantId,
    occurrenceId: id,
    version,
    answer,
    filedBy,
    note,
    recordedBy: tx.access.userId,
    recordedAt: nowInstant(ctx.clock),
  });
  await recordAudit(tx, ctx, 'history.back-filled', { type: 'occurrence', id }, { key: naturalKey, answer });
}
