import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { type AppError, invalidField, invalidInput } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { parseInput } from '../parse-input.ts';
import { resetTokenLimits, takeAttempts } from './attempts.ts';
import { hashPassword } from './password.ts';
import { passwordProblem } from './password-rules.ts';
import { noteSecurityEvent } from './security-event.ts';
import { hashBytes } from './token.ts';

export const ResetPasswordInput = z.strictObject({
  token: z.string().trim().min(1).max(200),
  newPassword: z.string().max(1024),
});

/**
 * Replaces a forgotten password by the link of a mail. It signs nobody in and leaves the second factor as it is: who
 * reads the mails of somebody has one of two factors.
 * @throws AppError `invalid-input` at `token` or `newPassword`, `too-many-attempts`
 */
export async function resetPassword(ctx: RequestContext, raw: z.input<typeof ResetPasswordInput>): Promise<void> {
  const { token, newPassword } = parseInput(ResetPasswordInput, raw);
  const { authPool, clock } = ctx.services;
  await takeAttempts(authPool, clock, resetTokenLimits(ctx.address));
  const id = hashBytes(token);
  const { rows } = await authPool.query<{ email: string; name: string }>(
    'select email, name from authz.read_password_reset($1, $2)',
    [id, clock()],
  );
  const [person] = rows;
  if (!person) throw await refused(ctx);
  const problem = passwordProblem(newPassword, [person.email.split('@')[0] ?? '', person.name]);
  if (problem) throw invalidInput([{ path: 'newPassword', message: problem }]);
  const finished = await authPool.query<{ user_id: string | null }>(
    'select authz.finish_password_reset($1, $2, $3) as user_id',
    [id, await hashPassword(newPassword), clock()],
  );
  const userId = finished.rows[0]?.user_id ?? null;
  if (userId === null) throw await refused(ctx);
  await noteSecurityEvent(ctx, 'password-reset', { userId });
  await enqueueMail(authPool, {
    to: person.email,
    template: 'security-notice',
    data: { change: 'password-changed' },
  });
}

async function refused(ctx: RequestContext): Promise<AppError> {
  await noteSecurityEvent(ctx, 'password-reset-refused', {});
  return invalidField(
    'token',
    '链接无效、已使用或已过期，请重新申请。',
    'The link is wrong, was used or has expired; ask for a new one.',
  );
}
