import type { z } from 'zod';
import { type Clock, nowInstant } from '../../clock.ts';
import type { Pool } from '../../db/pool.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { UnsubscribeInput, type Unsubscribed } from './schemas.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

/** A call of somebody who has nothing but the link in a mail. */
export interface UnsubscribeContext {
  /** Login zq_auth. */
  authPool: Pool;
  sealingKey: Buffer | null;
  clock: Clock;
}

/**
 * Ends the mails of notices to the person whom the link was sent to. What is in the product stays, and signed in they
 * can switch mails on again. Doing it twice is no harm.
 * @throws AppError `not-found` for a link that is not ours
 */
export async function unsubscribe(ctx: UnsubscribeContext, raw: unknown): Promise<z.infer<typeof Unsubscribed>> {
  const { token } = parseInput(UnsubscribeInput, raw);
  const userId = ctx.sealingKey === null ? null : readUnsubscribeToken(ctx.sealingKey, token);
  if (userId === null) throw notFound();
  const { rows } = await ctx.authPool.query<{ done: boolean }>('select authz.unsubscribe_notices($1, $2) as done', [
    userId,
    nowInstant(ctx.clock),
  ]);
  if (rows[0]?.done !== true) throw notFound();
  return { ok: true };
}
