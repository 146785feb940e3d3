import type { RequestContext } from '../context.ts';
import { noteSecurityEvent } from './security-event.ts';

/** Ends the session of this request, in the database and in the browser. Nothing happens when nobody is signed in. */
export async function signOut(ctx: RequestContext): Promise<void> {
  if (!ctx.session) return;
  ctx.setCookie(await ctx.services.sessions.end(ctx.session.credentialHash));
  await noteSecurityEvent(ctx, 'signed-out', { userId: ctx.session.user.id });
}
