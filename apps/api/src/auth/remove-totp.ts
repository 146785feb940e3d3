import type { RequestContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { renewSessions } from './open-session.ts';
import { secondFactorState } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

/**
 * Switches the second factor off, with its recovery codes. All other sessions end.
 * @throws AppError `conflict` for people who must have one
 */
export async function removeTotp(ctx: RequestContext & { session: LiveSession }): Promise<void> {
  const { id, email } = ctx.session.user;
  const { required, enrolledAt } = await secondFactorState(ctx, id);
  if (enrolledAt === null) return;
  if (required) {
    throw conflict(
      '您的角色必须使用两步验证；如需更换手机，请重新绑定。',
      'Your role needs a second factor; to change the phone, set it up again instead.',
    );
  }
  const { authPool } = ctx.services;
  await authPool.query('select authz.remove_totp($1)', [id]);
  await renewSessions(ctx, id, false);
  await noteSecurityEvent(ctx, 'second-factor-off', { userId: id });
  await enqueueMail(authPool, {
    to: email,
    template: 'security-notice',
    language: 'zh',
    data: { change: 'second-factor-off' },
  });
}
