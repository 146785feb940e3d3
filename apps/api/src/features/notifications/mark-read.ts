import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { withPortfolio } from '../../db/portfolio-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { ReaderContext } from './list-notifications.ts';
import { organisationsWithUnread } from './queries.ts';
import { MarkAllReadInput, type MarkedRead, MarkReadInput } from './schemas.ts';

type Marked = z.infer<typeof MarkedRead>;

/**
 * Notes that the person has read messages of their own: the proof of reading. It is no change of the organisation, so
 * that who may only read there, or whose organisation is closing, can do it too; the row itself is the record of it.
 * @throws AppError `not-found` when the organisation is not open to the person
 */
export async function markRead(ctx: ReaderContext, raw: unknown): Promise<Marked> {
  const { organisationId, ids } = parseInput(MarkReadInput, raw);
  const marked = await mark(ctx, organisationId, ids);
  if (marked === null) throw notFound();
  return { marked };
}

/** The same for all messages, of one organisation or of all that are open to the person. */
export async function markAllRead(ctx: ReaderContext, raw: unknown): Promise<Marked> {
  const { organisationId } = parseInput(MarkAllReadInput, raw);
  if (organisationId !== undefined) {
    const marked = await mark(ctx, organisationId, null);
    if (marked === null) throw notFound();
    return { marked };
  }
  let marked = 0;
  for (const id of await withPortfolio(ctx, (db) => organisationsWithUnread(db, ctx.userId)))
    marked += (await mark(ctx, id, null)) ?? 0;
  return { marked };
}

async function mark(ctx: ReaderContext, tenantId: string, ids: readonly string[] | null): Promise<number | null> {
  const credential = Buffer.from(ctx.credentialHash, 'hex');
  const { rows } = await ctx.authPool.query<{ n: number | null }>(
    'select authz.mark_notices_read($1, $2, $3, $4) as n',
    [credential, tenantId, ids, nowInstant(ctx.clock)],
  );
  return rows[0]?.n ?? null;
}
