import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { AppError } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { clearAttempts, signInLimits, takeAttempts } from './attempts.ts';
import { Email, emailKey } from './email.ts';
import { requireProtectedOrigin } from './require-protected-origin.ts';
import { openSession } from './open-session.ts';
import { hashPassword, needsRehash, verifyPassword } from './password.ts';
import { beginPendingSignIn } from './pending-sign-in.ts';
import { beginGrace, secondFactorState } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';

export const SignInInput = z.strictObject({ email: Email, password: z.string().min(1).max(1024) });
export type SignInInput = z.input<typeof SignInInput>;

export const SignInResult = z.strictObject({
  /** `none`: signed in. Else signed in only after the next step: a code, or setting the second factor up. */
  secondFactor: z.enum(['none', 'needed', 'enrol']),
  /** Until when somebody who needs a second factor may do without. */
  enrolBy: z.string().nullable(),
});
export type SignInResult = z.infer<typeof SignInResult>;

/**
 * Signs a person in: a new session under a new token. With a second factor, or where one must be set up first, that is
 * only the first step.
 * @throws AppError `unauthenticated` in the same words and after the same time for a wrong address and a wrong password;
 * `too-many-attempts`; `insecure-origin`
 */
export async function signIn(ctx: RequestContext, raw: SignInInput): Promise<SignInResult> {
  const input = parseInput(SignInInput, raw);
  requireProtectedOrigin(ctx);
  const { authPool, clock } = ctx.services;
  const key = emailKey(input.email);
  const limits = signInLimits(key, ctx.address);
  await takeAttempts(authPool, clock, limits);
  const { rows } = await authPool.query<{ user_id: string; password_hash: string }>(
    'select * from authz.password_of($1)',
    [key],
  );
  const found = rows[0];
  const isRight = await verifyPassword(found?.password_hash ?? null, input.password);
  if (found === undefined || !isRight) {
    await noteSecurityEvent(ctx, 'sign-in-refused', { userId: found?.user_id ?? null });
    throw new AppError('unauthenticated', { zh: '邮箱或密码不正确。', en: 'E-mail or password is wrong.' });
  }
  if (needsRehash(found.password_hash)) {
    const renewed = await hashPassword(input.password);
    await authPool.query('select authz.rehash_password($1, $2, $3)', [found.user_id, found.password_hash, renewed]);
  }
  await clearAttempts(authPool, limits);
  return enter(ctx, found.user_id);
}

/** Lets somebody in whose password was right, or says what is still to come. */
async function enter(ctx: RequestContext, userId: string): Promise<SignInResult> {
  const state = await secondFactorState(ctx, userId);
  if (state.enrolled || state.mustEnrolNow) {
    if (ctx.session) ctx.setCookie(await ctx.services.sessions.end(ctx.session.credentialHash));
    await beginPendingSignIn(ctx, userId, state.enrolled ? 'second-factor' : 'enrol');
    return { secondFactor: state.enrolled ? 'needed' : 'enrol', enrolBy: null };
  }
  await beginGrace(ctx, userId, state);
  await openSession(ctx, userId, false);
  await noteSecurityEvent(ctx, 'signed-in', { userId });
  return { secondFactor: 'none', enrolBy: state.enrolBy?.toISOString() ?? null };
}
