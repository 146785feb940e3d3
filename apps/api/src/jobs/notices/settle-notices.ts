import { and, eq, sql } from 'drizzle-orm';
import { noticeChannel, notice } from '../../db/schema/notices.ts';
import { withTenant, type TenantTransaction } from '../../db/tenant-transaction.ts';
import type { TenantContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { disableBrokenChannel } from '../../features/notice-channels/disable-broken-channel.ts';
import { jobContext, type WorkerServices } from '../worker-services.ts';
import { lockDue, settleDue } from './settle-due.ts';
import type { Turn } from './turn.ts';

/** What became of a message. */
export type MessageOutcome =
  | { result: 'sent'; text: string }
  | { result: 'failed'; code: string; text: string; isPermanent: boolean }
  | { result: 'waits'; code: string; text: string };

/** Notes in one organisation what became of the message, on each notice it holds. */
export async function settleNotices(
  services: WorkerServices,
  turn: Turn,
  tenantId: string,
  outcome: MessageOutcome,
): Promise<void> {
  const ctx = jobContext(services, { id: `notices-${turn.messageId}`, tenantId, actorId: null });
  const now = services.clock().toISOString();
  const words = outcome.result === 'sent' ? outcome.text : `${outcome.code} ${outcome.text}`.trim();
  try {
    await withTenant(ctx, 'write', async (tx) => {
      await lockDue(tx, turn);
      const mine = and(
        eq(notice.channel, turn.channel),
        eq(notice.recipientId, turn.recipientId),
        eq(notice.messageId, turn.messageId),
        eq(notice.state, 'claimed'),
      );
      const change = { waits: {}, sent: { state: 'sent', sentAt: now }, failed: { state: 'failed' } }[outcome.result];
      await tx.db
        .update(notice)
        .set({ ...change, vendorText: words, attempts: sql`${notice.attempts} + 1` })
        .where(mine);
      if (turn.channel === 'robot') await noteOnChannel(tx, ctx, turn, outcome, now);
      if (outcome.result !== 'waits') await settleDue(tx, turn);
    });
  } catch (error) {
    // Closed meanwhile: what was claimed there is looked at when it is open again.
    if (!(error instanceof AppError) || (error.code !== 'not-found' && error.code !== 'forbidden')) throw error;
  }
}

async function noteOnChannel(
  tx: TenantTransaction,
  ctx: TenantContext,
  { recipientId, messageId }: Turn,
  outcome: MessageOutcome,
  now: string,
): Promise<void> {
  const change =
    outcome.result === 'sent'
      ? { lastSentAt: now, lastErrorCode: null, lastErrorText: null, lastErrorAt: null }
      : { lastErrorCode: outcome.code, lastErrorText: outcome.text, lastErrorAt: now };
  await tx.db.update(noticeChannel).set(change).where(eq(noticeChannel.id, recipientId));
  if (outcome.result === 'failed' && outcome.isPermanent) await disableBrokenChannel(tx, ctx, recipientId, messageId);
}
