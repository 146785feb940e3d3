import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { AppError, notFound } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { takeAttempts } from './attempts.ts';
import { verifyPassword } from './password.ts';
import { hashBytes } from './token.ts';

export const VerifyEmailInput = z.strictObject({
  token: z.string().min(1).max(200),
  password: z.string().min(1).max(1024),
});
export type VerifyEmailInput = z.input<typeof VerifyEmailInput>;

/**
 * Makes the account that was asked for, once its address is proven. The password is asked again: whoever signed up with
 * the address of somebody else does not get an account by that person's click.
 * @throws AppError `not-found` for a link that is unknown, used or over; `unauthenticated` for another password;
 * `conflict` when the address has got an account meanwhile; `too-many-attempts`
 */
export async function verifyEmail(ctx: RequestContext, raw: VerifyEmailInput): Promise<void> {
  const { token, password } = parseInput(VerifyEmailInput, raw);
  const { authPool, clock, newId } = ctx.services;
  const id = hashBytes(token);
  await takeAttempts(authPool, clock, [
    { name: 'verify-token', of: token, limit: 10, seconds: 3_600 },
    { name: 'verify-address', of: ctx.address, limit: 60, seconds: 900 },
  ]);
  const { rows } = await authPool.query<{ hash: string | null }>('select authz.sign_up_password($1) as hash', [id]);
  const stored = rows[0]?.hash ?? null;
  const isRight = await verifyPassword(stored, password);
  if (stored === null) throw notFound();
  if (!isRight) {
    throw new AppError('unauthenticated', {
      zh: '密码与注册时填写的不一致。',
      en: 'The password is not the one given at sign-up.',
    });
  }
  const done = await authPool.query<{ outcome: string }>('select authz.complete_sign_up($1, $2, $3, $4) as outcome', [
    id,
    newId(),
    newId(),
    ctx.requestId,
  ]);
  if (done.rows[0]?.outcome === 'taken') {
    throw new AppError('conflict', { zh: '该邮箱已有账号，请直接登录。', en: 'The address has an account; sign in.' });
  }
  if (done.rows[0]?.outcome !== 'done') throw notFound();
}
