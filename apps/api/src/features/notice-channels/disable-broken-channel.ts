import { eq } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { noticeChannel } from '../../db/schema/notices.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notify } from '../notifications/notify.ts';
import { recordAudit } from '../record-audit.ts';
import { lockChannel } from './queries.ts';

/**
 * The vendor says that a robot is gone or was set up differently: nothing more is sent to it, and those who answer for
 * the organisation are told.
 * @param occasion makes the notice of it unique
 */
export async function disableBrokenChannel(
  tx: TenantTransaction,
  ctx: TenantContext,
  id: string,
  occasion: string,
): Promise<void> {
  const row = await lockChannel(tx, id);
  if (row.state !== 'ok') return;
  await tx.db
    .update(noticeChannel)
    .set({ state: 'disabled', version: row.version + 1 })
    .where(eq(noticeChannel.id, id));
  await recordAudit(tx, ctx, 'channel.disabled', { type: 'channel', id }, { by: 'vendor' });
  const said = [row.lastErrorCode, row.lastErrorText].filter(Boolean).join(' ');
  await notify(tx, ctx, {
    kind: 'channel-problem',
    subject: { type: 'channel', id },
    stage: `disabled:${occasion}`,
    recipients: 'managers',
    title: { zh: `通知渠道“${row.name}”已停用`, en: `The channel "${row.name}" was switched off` },
    detail: {
      zh: `平台答复：${said || '无'}。请检查机器人后重新填写地址或启用。`,
      en: `The vendor said: ${said || 'nothing'}. Check the robot, then set its address or enable it again.`,
    },
    path: '/settings/channels',
    urgent: true,
  });
}
