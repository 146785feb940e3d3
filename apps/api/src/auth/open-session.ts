import type { RequestContext } from '../context.ts';
import { deviceOf } from './device.ts';

/** Gives the browser a new session of a person, under a new token. The session it had is over. */
export async function openSession(ctx: RequestContext, userId: string, secondFactor: boolean): Promise<void> {
  const { sessions } = ctx.services;
  if (ctx.session) await sessions.end(ctx.session.credentialHash);
  const { cookie } = await sessions.start(userId, { device: deviceOf(ctx.userAgent), secondFactor });
  ctx.setCookie(cookie);
}

/** Ends all sessions of a person, and what waits for a second factor; this browser alone goes on, under a new token. */
export async function renewSessions(ctx: RequestContext, userId: string, secondFactor: boolean): Promise<void> {
  await ctx.services.authPool.query('select authz.end_other_sessions($1, null)', [userId]);
  await openSession(ctx, userId, secondFactor);
}
