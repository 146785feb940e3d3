import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { AppError } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { clearAttempts, signInLimits, takeAttempts } from './attempts.ts';
import { Email, emailKey } from './email.ts';
import { requireProtectedOrigin } from './require-protected-origin.ts';
import { hashPassword, needsRehash, verifyPassword } from './password.ts';
import { noteSecurityEvent } from './security-event.ts';

export const SignInInput = z.strictObject({ email: Email, password: z.string().min(1).max(1024) });
export type SignInInput = z.input<typeof SignInInput>;

/**
 * Signs a person in: a new session under a new token.
 * @throws AppError `unauthenticated` in the same words and after the same time for a wrong address and a wrong password;
 * `too-many-attempts`; `insecure-origin`
 */
export async function signIn(ctx: RequestContext, raw: SignInInput): Promise<void> {
  const input = parseInput(SignInInput, raw);
  requireProtectedOrigin(ctx);
  const { authPool, clock, sessions } = ctx.services;
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
  if (ctx.session) await sessions.end(ctx.session.credentialHash);
  const { cookie } = await sessions.start(found.user_id);
  await clearAttempts(authPool, limits);
  await noteSecurityEvent(ctx, 'signed-in', { userId: found.user_id });
  ctx.setCookie(cookie);
}
