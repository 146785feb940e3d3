import { z } from 'zod';
import type { RequestContext } from '../../context.ts';
import { PasskeyId } from '../../db/ids.ts';
import { conflict, notFound } from '../../errors.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import { parseInput } from '../../parse-input.ts';
import { renewSessions } from '../open-session.ts';
import { secondFactorState } from '../second-factor.ts';
import { noteSecurityEvent } from '../security-event.ts';
import type { LiveSession } from '../session.ts';

export const RemovePasskeyInput = z.strictObject({ passkeyId: z.string() });
const Input = z.strictObject({ passkeyId: PasskeyId });

/**
 * Takes a passkey away: nobody comes in with it any more. All other sessions end.
 * @throws AppError `not-found`, also for one of somebody else; `conflict` for the last second factor of people who must
 * have one
 */
export async function removePasskey(
  ctx: RequestContext & { session: LiveSession },
  raw: z.input<typeof RemovePasskeyInput>,
): Promise<void> {
  const { passkeyId } = parseInput(Input, raw);
  const { id: userId, email } = ctx.session.user;
  const { authPool } = ctx.services;
  const { required } = await secondFactorState(ctx, userId);
  const { rows } = await authPool.query<{ outcome: string }>('select authz.remove_passkey($1, $2, $3) as outcome', [
    userId,
    passkeyId,
    required,
  ]);
  if (rows[0]?.outcome === 'missing') throw notFound();
  if (rows[0]?.outcome === 'last') {
    throw conflict(
      '您的角色必须使用两步验证，这是最后一种；请先添加另一种。',
      'Your role needs a second factor and this is the last one; add another first.',
    );
  }
  await renewSessions(ctx, userId, (await secondFactorState(ctx, userId)).enrolled);
  await noteSecurityEvent(ctx, 'passkey-removed', { userId });
  await enqueueMail(authPool, { to: email, template: 'security-notice', data: { change: 'passkey-removed' } });
}
