import { daysBetween } from '@zhengqi/obligations';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notify } from '../notifications/notify.ts';
import { personIn } from './custody-view.ts';
import { readItemsInUse, readLeavers } from './queries.ts';

const AGAIN_EVERY_DAYS = 7;

/**
 * Tells those who answer for the company of loans that were not given back, and of things that somebody who has left
 * still holds. Each is told once, an overdue loan once a week. No person is named in a message.
 */
export async function tellOfCustody(tx: TenantTransaction, ctx: TenantContext): Promise<void> {
  const day = today(ctx.clock);
  const items = await readItemsInUse(tx);
  const holders = items.flatMap(({ keeper, borrower }) => [personIn(keeper) ?? [], personIn(borrower) ?? []].flat());
  const leavers = await readLeavers(tx, holders, day);
  for (const { id, label, keeper, borrower, loanDueOn, version } of items) {
    const about = {
      kind: 'custody' as const,
      subject: { type: 'custody' as const, id },
      recipients: 'managers' as const,
      path: `/custody/${publicId('custodyItem', id)}`,
    };
    if (loanDueOn !== null && loanDueOn < day) {
      const week = Math.floor((daysBetween(loanDueOn, day) - 1) / AGAIN_EVERY_DAYS);
      await notify(tx, ctx, {
        ...about,
        stage: `overdue${week}@${loanDueOn}`,
        title: { zh: `借出逾期未还：${label}`, en: `Lent and not given back: ${label}` },
        detail: { zh: `应于 ${loanDueOn} 归还。`, en: `It was to be back on ${loanDueOn}.` },
      });
    }
    if ([keeper, borrower].some((holder) => leavers.has(personIn(holder) ?? ''))) {
      await notify(tx, ctx, {
        ...about,
        stage: `left:${version}`,
        title: { zh: `保管人已离职，请交接：${label}`, en: `Its keeper has left, hand it over: ${label}` },
        detail: null,
      });
    }
  }
}
