import type { RequestContext } from '../context.ts';
import { AppError, invalidField } from '../errors.ts';
import { clearAttempts, passwordLimits, takeAttempts } from './attempts.ts';
import { verifyPassword } from './password.ts';
import { noteSecurityEvent } from './security-event.ts';

/** What is stored of a person for whom the password was right. */
export interface ConfirmedPassword {
  email: string;
  name: string;
  hash: string;
}

/**
 * Checks the password of somebody who is signed in: whoever took over an open browser must not guess it here.
 * @param path place of the password in the input
 * @throws AppError `invalid-input` at that place, `too-many-attempts`
 */
export async function confirmPassword(
  ctx: Pick<RequestContext, 'services' | 'requestId'>,
  userId: string,
  password: string,
  path: string,
): Promise<ConfirmedPassword> {
  const { authPool, clock } = ctx.services;
  const limits = passwordLimits(userId);
  await takeAttempts(authPool, clock, limits);
  const { rows } = await authPool.query<{ email: string; name: string; password_hash: string }>(
    'select * from authz.password_of_user($1)',
    [userId],
  );
  const [row] = rows;
  if (!row) throw new AppError('unauthenticated', { zh: '请先登录。', en: 'Please sign in.' });
  if (!(await verifyPassword(row.password_hash, password))) {
    await noteSecurityEvent(ctx, 'sign-in-refused', { userId });
    throw invalidField(path, '密码不正确。', 'The password is wrong.');
  }
  await clearAttempts(authPool, limits);
  return { email: row.email, name: row.name, hash: row.password_hash };
}
