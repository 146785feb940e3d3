import type { z } from 'zod';
import { hashBytes, newSecret } from '../../auth/token.ts';
import { type Clock, nowInstant } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import type { Pool } from '../../db/pool.ts';
import { notFound, notOpen } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { CreateFeedInput, type FeedCreated, FeedList, type FeedRevoked, RevokeFeedInput } from './schemas.ts';

/** A person's call about their own feeds. */
export interface FeedOwner {
  /** Login zq_auth. */
  authPool: Pool;
  credentialHash: string;
  clock: Clock;
  newId: () => string;
  requestId: string;
}

/** Feeds of the person that are still good. Their addresses are known to nobody any more. */
export async function listFeeds({ authPool, credentialHash }: FeedOwner): Promise<z.infer<typeof FeedList>> {
  const { rows } = await authPool.query('select * from authz.calendar_feeds($1)', [Buffer.from(credentialHash, 'hex')]);
  return FeedList.parse({
    items: rows.map((row) => ({
      id: publicId('calendarFeed', row.id),
      scope: row.tenant_id === null ? 'mine' : 'company',
      organisation:
        row.tenant_id === null ? null : { id: publicId('organisation', row.tenant_id), name: row.organisation_name },
      language: row.language,
      createdAt: new Date(row.created_at).toISOString(),
      expiresAt: new Date(row.expires_at).toISOString(),
      lastReadAt: row.last_used_at === null ? null : new Date(row.last_used_at).toISOString(),
    })),
  });
}

/**
 * Makes a feed. There is one for each person and scope: the older address dies.
 * @throws AppError `not-found` when the organisation is not open to the person
 */
export async function createFeed(ctx: FeedOwner, raw: unknown): Promise<z.infer<typeof FeedCreated>> {
  const input = parseInput(CreateFeedInput, raw);
  const tenantId = input.scope === 'company' ? input.organisationId : null;
  const [id, token] = [ctx.newId(), newSecret()];
  const { rows } = await ctx.authPool.query<{ at: Date | null }>(
    'select authz.create_calendar_feed($1, $2, $3, $4, $5, $6, $7) as at',
    [
      Buffer.from(ctx.credentialHash, 'hex'),
      id,
      hashBytes(token),
      tenantId,
      input.language,
      nowInstant(ctx.clock),
      ctx.requestId,
    ],
  );
  const at = rows[0]?.at;
  if (!at) throw notOpen();
  const place = tenantId === null ? 'mine' : publicId('organisation', tenantId);
  return {
    id: publicId('calendarFeed', id),
    path: `/api/calendar/${place}/${token}.ics`,
    expiresAt: new Date(at).toISOString(),
  };
}

/** Ends a feed. @throws AppError `not-found` when it is not one of the person's, or has ended */
export async function revokeFeed(ctx: FeedOwner, raw: unknown): Promise<z.infer<typeof FeedRevoked>> {
  const { feedId } = parseInput(RevokeFeedInput, raw);
  const { rows } = await ctx.authPool.query<{ done: boolean }>(
    'select authz.revoke_calendar_feed($1, $2, $3, $4) as done',
    [Buffer.from(ctx.credentialHash, 'hex'), feedId, nowInstant(ctx.clock), ctx.requestId],
  );
  if (rows[0]?.done !== true) throw notFound();
  return { revoked: true };
}
