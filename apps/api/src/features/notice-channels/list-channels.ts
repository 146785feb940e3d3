import type { z } from 'zod';
import { isPermitted } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { channelView, readChannels } from './queries.ts';
import { type ChannelList, ListChannelsInput } from './schemas.ts';

/** Group robots of the organisation, with what went wrong last. */
export async function listChannels(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ChannelList>> {
  parseInput(ListChannelsInput, raw);
  return withTenant(ctx, 'read', async (tx) => ({
    items: (await readChannels(tx)).map(channelView),
    mayManage: tx.access.level === 'write' && isPermitted(tx.access, 'channel:manage'),
  }));
}
