import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { conflict, invalidField, invalidInput } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { parseInput } from '../parse-input.ts';
import { confirmPassword } from './confirm-password.ts';
import { renewSessions } from './open-session.ts';
import { hashPassword } from './password.ts';
import { passwordProblem } from './password-rules.ts';
import { secondFactorState } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

export const ChangePasswordInput = z.strictObject({
  currentPassword: z.string().min(1).max(1024),
  newPassword: z.string().max(1024),
});

/**
 * Gives the person who asks a new password. All other sessions end, and this one goes on under a new token.
 * @throws AppError `invalid-input` at `currentPassword` or `newPassword`, `too-many-attempts`
 */
export async function changePassword(
  ctx: RequestContext & { session: LiveSession },
  raw: z.input<typeof ChangePasswordInput>,
): Promise<void> {
  const { currentPassword, newPassword } = parseInput(ChangePasswordInput, raw);
  const { id } = ctx.session.user;
  const { email, name, hash } = await confirmPassword(ctx, id, currentPassword, 'currentPassword');
  const problem = passwordProblem(newPassword, [email.split('@')[0] ?? '', name]);
  if (problem) throw invalidInput([{ path: 'newPassword', message: problem }]);
  if (newPassword.normalize('NFKC') === currentPassword.normalize('NFKC'))
    throw invalidField('newPassword', '新密码与当前密码相同。', 'The new password is the current one.');
  const { authPool } = ctx.services;
  const { rows } = await authPool.query<{ changed: boolean }>('select authz.change_password($1, $2, $3) as changed', [
    id,
    hash,
    await hashPassword(newPassword),
  ]);
  if (rows[0]?.changed !== true) throw conflict('密码刚刚已被更改。', 'The password was changed just now.');
  await renewSessions(ctx, id, (await secondFactorState(ctx, id)).enrolled);
  await noteSecurityEvent(ctx, 'password-changed', { userId: id });
  await enqueueMail(authPool, {
    to: email,
    template: 'security-notice',
    data: { change: 'password-changed' },
  });
}
