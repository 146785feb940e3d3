import type { RequestContext } from '../context.ts';
import { endPendingSignIn, findPendingSignIn } from './pending-sign-in.ts';
import { noteSecurityEvent } from './security-event.ts';

/** Ends the session of this request, in the database and in the browser. A sign-in that waits for its second step is given up. */
export async function signOut(ctx: RequestContext): Promise<void> {
  const pending = await findPendingSignIn(ctx);
  if (pending) await endPendingSignIn(ctx, pending);
  if (!ctx.session) return;
  ctx.setCookie(await ctx.services.sessions.end(ctx.session.credentialHash));
  await noteSecurityEvent(ctx, 'signed-out', { userId: ctx.session.user.id });
}
