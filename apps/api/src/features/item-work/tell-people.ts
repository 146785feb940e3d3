import type { Bilingual, WorkMove } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { answerNotices, notify } from '../notifications/notify.ts';
import type { ItemRow } from './queries.ts';

/** Moves after which nobody need be reminded of the item. */
const FINISHING: readonly WorkMove[] = ['submit', 'close', 'sign', 'approve-waiver'];

/** Tells those whom a move concerns, and notes on earlier notices that they were acted upon. */
export async function tellOfMove(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: ItemRow,
  move: WorkMove,
  data: Record<string, unknown>,
): Promise<void> {
  const subject = { type: 'occurrence', id: item.id } as const;
  if (FINISHING.includes(move)) await answerNotices(tx, ctx, subject);
  const stage = `${move}:${item.version}`;
  const path = pathOf(item);
  const except = tx.access.userId;
  const about = { subject, stage, path, except, detail: item.action };
  if (move === 'assign' && typeof data.to === 'string') {
    const title = { zh: '事项指派给您', en: 'An item was given to you' };
    await notify(tx, ctx, { ...about, kind: 'assigned', recipients: [data.to], title, urgent: true });
  }
  if (move === 'request-waiver') {
    const title = { zh: '有豁免申请待决定', en: 'A request for a waiver waits for a decision' };
    await notify(tx, ctx, { ...about, kind: 'workflow', recipients: 'managers', title });
  }
  if ((move === 'approve-waiver' || move === 'refuse-waiver') && typeof data.requestedBy === 'string') {
    await notify(tx, ctx, { ...about, kind: 'workflow', recipients: [data.requestedBy], title: decided(move) });
  }
}

/** Page of an item. */
export function pathOf({ id }: Pick<ItemRow, 'id'>): string {
  return `/occurrences/${publicId('occurrence', id)}`;
}

function decided(move: 'approve-waiver' | 'refuse-waiver'): Bilingual {
  return move === 'approve-waiver'
    ? { zh: '豁免申请已批准', en: 'The waiver was approved' }
    : { zh: '豁免申请被拒绝', en: 'The waiver was refused' };
}
