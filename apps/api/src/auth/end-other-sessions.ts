import type { RequestContext } from '../context.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

/** Ends every session of the person who asks but the one that asks. */
export async function endOtherSessions(ctx: RequestContext & { session: LiveSession }): Promise<{ ended: number }> {
  const { user, credentialHash } = ctx.session;
  const { rows } = await ctx.services.authPool.query<{ ended: number }>(
    'select authz.end_other_sessions($1, $2) as ended',
    [user.id, Buffer.from(credentialHash, 'hex')],
  );
  const ended = rows[0]?.ended ?? 0;
  if (ended > 0) await noteSecurityEvent(ctx, 'session-ended', { userId: user.id, detail: { count: String(ended) } });
  return { ended };
}
