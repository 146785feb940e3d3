import type { RequestContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { renewSessions } from './open-session.ts';
import { secondFactorState } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

/**
 * Switches the authenticator app off; without a passkey the recovery codes go with it. All other sessions end.
 * @throws AppError `conflict` for people who must have a second factor and have no passkey
 */
export async function removeTotp(ctx: RequestContext & { session: LiveSession }): Promise<void> {
  const { id, email } = ctx.session.user;
  const { required, appSince, passkeys } = await secondFactorState(ctx, id);
  if (appSince === null) return;
  if (required && passkeys === 0) {
    throw conflict(
      '您的角色必须使用两步验证；如需更换手机，请重新绑定。',
      'Your role needs a second factor; to change the phone, set it up again instead.',
    );
  }
  const { authPool } = ctx.services;
  await authPool.query('select authz.remove_totp($1)', [id]);
  await renewSessions(ctx, id, passkeys > 0);
  await noteSecurityEvent(ctx, 'second-factor-off', { userId: id });
  await enqueueMail(authPool, {
    to: email,
    template: 'security-notice',
    data: { change: 'second-factor-off' },
  });
}
