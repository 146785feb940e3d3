import { type Bilingual, dutyById, evidenceKinds, evidenceNeeds, isCivilDate } from '@zhengqi/obligations';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { AppError } from '../../errors.ts';
import { addEvidence } from '../evidence/add-evidence.ts';
import { closeItem } from '../item-work/close-item.ts';
import { evidencePieces } from '../item-work/evidence-pieces.ts';
import { type ItemRow, lockItem } from '../item-work/queries.ts';
import { recordReceipt } from '../item-work/record-receipt.ts';
import { submitItem } from '../item-work/submit-item.ts';
import { touchItem } from '../item-work/write-log.ts';
import type { ActOfMove } from './act-of-move.ts';

/** A kind of evidence that a receipt is: the words of the duties have no other name for it. */
const RECEIPT_WORDS = /回执|截图/;

/**
 * Brings an item to where a move says the work is: filed with the receipt of the move, and closed when the evidence that
 * its duty names is there. What is missing is said and not invented; the item is then filed but open.
 * @returns what still stands against closing it, or null
 */
export async function settleItem(
  tx: TenantTransaction,
  ctx: TenantContext,
  occurrenceId: string,
  act: ActOfMove,
  userId: string,
): Promise<Bilingual | null> {
  const item = await lockItem(tx, occurrenceId);
  if (!item || item.workState === 'closed' || item.workState === 'waived') return null;
  try {
    if (act.receipt !== null) await file(tx, ctx, item, act, act.receipt, userId);
    await addProofs(tx, ctx, item, act);
    return await closeIfProven(tx, ctx, item.id, act);
  } catch (error) {
    // A refusal comes before anything of that step is written: the item waits for a person, the move stands.
    if (!(error instanceof AppError)) throw error;
    return error.text;
  }
}

async function file(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: ItemRow,
  act: ActOfMove,
  { number, fileId }: NonNullable<ActOfMove['receipt']>,
  userId: string,
): Promise<void> {
  const kind = evidenceKinds(dutyById(tx.rules.rulebook, item.dutyId)).find((one) => RECEIPT_WORDS.test(one.kind));
  const seen = { occurrenceId: publicId('occurrence', item.id), version: item.version };
  const receipt = {
    ...(number === undefined ? {} : { number }),
    ...(fileId === undefined ? {} : { fileId: publicId('file', fileId) }),
    ...(fileId === undefined || kind === undefined ? {} : { evidenceKind: kind.kind }),
  };
  const on = act.on ?? today(ctx.clock);
  if (item.workState === 'submitted') await recordReceipt(ctx, { ...seen, ...receipt, receivedOn: on });
  else {
    const at = item.dueAt === null || act.at === null ? {} : { submittedAt: act.at };
    await submitItem(ctx, { ...seen, submittedOn: on, ...at, submittedBy: publicId('user', userId), receipt });
  }
  if (fileId === undefined && kind !== undefined) {
    const note = `回执编号：${number ?? ''}（${on}）`;
    await addEvidence(tx, ctx, item, { form: 'note', kind: kind.kind, note }, 'kind');
  }
}

/** Documents of the move prove the item; what a duty wants as one record may be the words of the move. */
async function addProofs(tx: TenantTransaction, ctx: TenantContext, item: ItemRow, act: ActOfMove): Promise<void> {
  const kinds = evidenceKinds(dutyById(tx.rules.rulebook, item.dutyId));
  const only = kinds.length === 1 ? (kinds[0]?.kind ?? null) : null;
  for (const fileId of act.documents) await addEvidence(tx, ctx, item, { form: 'file', kind: only, fileId }, 'kind');
  if (act.receipt === null && act.documents.length === 0 && act.text !== null && only !== null) {
    await addEvidence(tx, ctx, item, { form: 'note', kind: only, note: act.text.slice(0, 1000) }, 'kind');
  }
  await touchItem(tx, ctx, item.id);
}

async function closeIfProven(
  tx: TenantTransaction,
  ctx: TenantContext,
  id: string,
  act: ActOfMove,
): Promise<Bilingual | null> {
  const item = await lockItem(tx, id);
  if (!item) return null;
  const on = item.submittedOn ?? act.on ?? today(ctx.clock);
  const duty = dutyById(tx.rules.rulebook, item.dutyId);
  const wanting = evidenceNeeds(duty, await evidencePieces(tx, id), isCivilDate(on) ? on : today(ctx.clock)).filter(
    ({ state }) => state === 'missing' || state === 'not-valid',
  );
  if (wanting.length > 0) {
    return {
      zh: `办结事项还缺：${wanting.map(({ label }) => label.zh).join('、')}。`,
      en: `To close the item there is missing: ${wanting.map(({ label }) => label.en).join('; ')}.`,
    };
  }
  const at = item.dueAt === null || act.at === null ? {} : { doneAt: act.at };
  const done = item.submittedOn === null ? { doneOn: on, ...at } : {};
  await closeItem(ctx, { occurrenceId: publicId('occurrence', id), version: item.version, ...done });
  return null;
}
