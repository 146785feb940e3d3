import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { SessionId } from '../db/ids.ts';
import { notFound } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

export const EndSessionInput = z.strictObject({ sessionId: SessionId });

/**
 * Ends one session of the person who asks, from the next request on.
 * @throws AppError `not-found`, the same for one that has ended and for one of somebody else
 */
export async function endSession(ctx: RequestContext & { session: LiveSession }, raw: unknown): Promise<void> {
  const { sessionId } = parseInput(EndSessionInput, raw);
  const { id } = ctx.session.user;
  const { rows } = await ctx.services.authPool.query<{ ended: boolean }>(
    'select authz.end_session_of($1, $2) as ended',
    [id, sessionId],
  );
  if (rows[0]?.ended !== true) throw notFound();
  await noteSecurityEvent(ctx, 'session-ended', { userId: id });
}
