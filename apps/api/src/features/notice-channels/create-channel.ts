import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { noticeChannel } from '../../db/schema/notices.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { channelView, lockChannel, readChannels } from './queries.ts';
import { type ChannelOutput, CreateChannelInput } from './schemas.ts';
import { sealAddress } from './seal-address.ts';

const MAX_CHANNELS = 20;

/**
 * Takes a group robot into use. From now on whoever is in the group reads what the organisation is told.
 * @throws AppError `invalid-input` at `url` or `secret`; `conflict` when there are too many
 */
export async function createChannel(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelOutput>> {
  const { kind, name, url, secret, language, kinds } = parseInput(CreateChannelInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'channel:manage');
    if ((await readChannels(tx)).length >= MAX_CHANNELS)
      throw conflict(`最多 ${MAX_CHANNELS} 个渠道。`, `No more than ${MAX_CHANNELS} channels.`);
    const id = ctx.newId();
    await tx.db.insert(noticeChannel).values({
      tenantId: tx.tenantId,
      id,
      version: 1,
      kind,
      name,
      ...(await sealAddress(tx, ctx, id, { kind, url, secret: secret ?? null })),
      language,
      kinds,
      state: 'ok',
      createdBy: tx.access.userId,
      createdAt: nowInstant(ctx.clock),
    });
    await recordAudit(tx, ctx, 'channel.created', { type: 'channel', id }, { kind });
    return { channel: channelView(await lockChannel(tx, id)) };
  });
}
