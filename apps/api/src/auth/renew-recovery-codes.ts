import type { RequestContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { secondFactorState } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

/**
 * New recovery codes in the place of the old ones, used or not.
 * @throws AppError `conflict` without a second factor
 */
export async function renewRecoveryCodes(
  ctx: RequestContext & { session: LiveSession },
): Promise<{ recoveryCodes: string[] }> {
  const { id, email } = ctx.session.user;
  if (!(await secondFactorState(ctx, id)).enrolled)
    throw conflict('尚未启用两步验证。', 'There is no second factor yet.');
  const { codes, hashes } = newRecoveryCodes();
  const { authPool } = ctx.services;
  await authPool.query('select authz.replace_recovery_codes($1, $2)', [id, hashes]);
  await noteSecurityEvent(ctx, 'recovery-codes-new', { userId: id });
  await enqueueMail(authPool, {
    to: email,
    template: 'security-notice',
    data: { change: 'recovery-codes-new' },
  });
  return { recoveryCodes: codes };
}
