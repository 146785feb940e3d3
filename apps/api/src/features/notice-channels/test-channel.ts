import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { noticeChannel } from '../../db/schema/notices.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { AppError, conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { RobotMessage } from '../../robots/model.ts';
import { sendRobot } from '../../robots/send-robot.ts';
import { VENDORS } from '../../robots/vendors.ts';
import { recordAudit } from '../record-audit.ts';
import { lockChannel } from './queries.ts';
import { ChannelInput, type ChannelTested } from './schemas.ts';
import { openAddress } from './seal-address.ts';

const WORDS = {
  zh: { title: '证期测试消息', line: '收到本消息，说明该群机器人可用。', link: '打开证期' },
  en: { title: 'Test message of Zhengqi', line: 'You read this, so the robot works.', link: 'Open Zhengqi' },
} as const;

/**
 * Says something harmless through a robot, and tells what the vendor answered. It counts towards the vendor's limit. No
 * transaction is open while the message travels.
 * @throws AppError `not-found`; `conflict` in a sandbox, from which nothing leaves; `too-many-attempts` with the time to wait when the robot has spoken too often
 */
export async function testChannel(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelTested>> {
  const { channelId } = parseInput(ChannelInput, raw);
  const { robots } = ctx;
  if (!robots) throw new Error('this process has no way out to robots');
  const { row, address, waits } = await withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'channel:manage');
    const [leaving] = (await tx.db.execute<{ leave: boolean }>(sql`select authz.notices_leave() as leave`)).rows;
    if (!leaving?.leave)
      throw conflict('沙盒企业的消息不会发出。', 'Messages of a sandbox company do not leave the product.');
    const found = await lockChannel(tx, channelId);
    const opened = await openAddress(tx, ctx, found);
    const { perMinute, perSecond } = VENDORS[opened.kind].limits;
    const hash = createHash('sha256').update(opened.url).digest();
    const { rows } = await tx.db.execute<{ until: string | null }>(
      sql`select authz.take_robot_turn(${hash}, ${perMinute}, ${perSecond}, ${nowInstant(ctx.clock)}) as until`,
    );
    return { row: found, address: opened, waits: rows[0]?.until ?? null };
  });
  if (waits !== null) throw tooOften(Math.ceil((new Date(waits).getTime() - ctx.clock().getTime()) / 1000));
  const words = WORDS[row.language === 'en' ? 'en' : 'zh'];
  const message: RobotMessage = {
    title: words.title,
    lines: [words.line],
    more: String,
    link: { text: words.link, url: ctx.publicUrl ?? 'http://localhost:3000' },
  };
  const outcome = await sendRobot(robots, address, message, ctx.clock());
  return withTenant(ctx, 'write', async (tx) => {
    await lockChannel(tx, channelId);
    const at = nowInstant(ctx.clock);
    const isSent = outcome.result === 'sent';
    await tx.db
      .update(noticeChannel)
      .set(
        isSent
          ? { lastSentAt: at, lastErrorCode: null, lastErrorText: null, lastErrorAt: null }
          : { lastErrorCode: outcome.code, lastErrorText: outcome.text, lastErrorAt: at },
      )
      .where(eq(noticeChannel.id, channelId));
    await recordAudit(tx, ctx, 'channel.tested', { type: 'channel', id: channelId }, { ok: isSent });
    return { ok: isSent, code: isSent ? null : outcome.code, text: outcome.text };
  });
}

function tooOften(seconds: number): AppError {
  return new AppError(
    'too-many-attempts',
    {
      zh: `该机器人发送过于频繁，请 ${seconds} 秒后再试。`,
      en: `The robot has spoken too often; try again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  );
}
