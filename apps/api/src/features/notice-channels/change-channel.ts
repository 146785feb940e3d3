import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { noticeChannel } from '../../db/schema/notices.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { RobotKind } from '../../robots/model.ts';
import { type AuditAction, recordAudit } from '../record-audit.ts';
import { channelView, type ChannelRow, lockChannel } from './queries.ts';
import {
  ChangeChannelInput,
  ChannelInput,
  type ChannelOutput,
  type ChannelRemoved,
  type ChannelView,
  SetAddressInput,
} from './schemas.ts';
import { sealAddress } from './seal-address.ts';

/** Name, language, and what the robot is told of. @throws AppError `not-found`, `conflict` */
export async function changeChannel(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelOutput>> {
  const { channelId, version, ...change } = parseInput(ChangeChannelInput, raw);
  return changing(ctx, channelId, version, 'channel.changed', async () => change);
}

/**
 * Another robot in the place of this one, or a new secret of the same. It is taken into use again.
 * @throws AppError `not-found`, `conflict`, `invalid-input` at `url` or `secret`
 */
export async function setAddress(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelOutput>> {
  const { channelId, version, url, secret } = parseInput(SetAddressInput, raw);
  return changing(ctx, channelId, version, 'channel.address-set', async (tx, { kind }) => ({
    ...(await sealAddress(tx, ctx, channelId, { kind: kind as RobotKind, url, secret: secret ?? null })),
    state: 'ok',
    lastErrorCode: null,
    lastErrorText: null,
    lastErrorAt: null,
  }));
}

/** Nothing is sent to it any more, until it is enabled again. @throws AppError `not-found`, `conflict` */
export async function disableChannel(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelOutput>> {
  const { channelId } = parseInput(ChannelInput, raw);
  return changing(ctx, channelId, undefined, 'channel.disabled', async (_tx, { state }) => {
    if (state === 'disabled') throw conflict('渠道已停用。', 'The channel is disabled already.');
    return { state: 'disabled' };
  });
}

/** It is sent to again. @throws AppError `not-found`, `conflict` */
export async function enableChannel(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelOutput>> {
  const { channelId } = parseInput(ChannelInput, raw);
  return changing(ctx, channelId, undefined, 'channel.enabled', async (_tx, { state }) => {
    if (state === 'ok') throw conflict('渠道已启用。', 'The channel is enabled already.');
    return { state: 'ok' };
  });
}

/** Its address and secret are deleted; what it was told stays in the ledger. @throws AppError `not-found` */
export async function removeChannel(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelRemoved>> {
  const { channelId } = parseInput(ChannelInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'channel:manage');
    const row = await lockChannel(tx, channelId);
    await tx.db
      .update(noticeChannel)
      .set({
        state: 'removed',
        removedAt: nowInstant(ctx.clock),
        sealedUrl: '',
        sealedSecret: null,
        display: '',
        version: row.version + 1,
      })
      .where(eq(noticeChannel.id, channelId));
    await recordAudit(tx, ctx, 'channel.removed', { type: 'channel', id: channelId });
    return { ok: true };
  });
}

async function changing(
  ctx: TenantContext,
  id: string,
  version: number | undefined,
  action: AuditAction,
  change: (tx: TenantTransaction, row: ChannelRow) => Promise<Partial<ChannelRow>>,
): Promise<{ channel: ChannelView }> {
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'channel:manage');
    const row = await lockChannel(tx, id, version);
    const changed = await change(tx, row);
    await tx.db
      .update(noticeChannel)
      .set({ ...changed, version: row.version + 1 })
      .where(eq(noticeChannel.id, id));
    await recordAudit(tx, ctx, action, { type: 'channel', id }, { fields: Object.keys(changed) });
    return { channel: channelView(await lockChannel(tx, id)) };
  });
}
