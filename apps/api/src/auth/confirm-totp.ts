import { z } from 'zod';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import type { RequestContext } from '../context.ts';
import { conflict, invalidField } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { clearAttempts, secondFactorLimits, takeAttempts } from './attempts.ts';
import { enrollingPerson } from './enrolling-person.ts';
import { renewSessions } from './open-session.ts';
import { endPendingSignIn } from './pending-sign-in.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { unseal } from './sealing.ts';
import { SecondFactorCode, secondFactorState, totpPurpose } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import { requireStepUp } from './step-up.ts';
import { stepOfCode } from './totp.ts';

export const ConfirmTotpInput = z.strictObject({ code: SecondFactorCode });

/**
 * Switches a second factor on after its first code. All other sessions end; who was not in yet is in now.
 * @returns recovery codes, which nothing can show again
 * @throws AppError `invalid-input` at `code`, `conflict` when no set-up was begun, `step-up-required`
 */
export async function confirmTotp(
  ctx: RequestContext,
  raw: z.input<typeof ConfirmTotpInput>,
): Promise<{ recoveryCodes: string[] }> {
  const { code } = parseInput(ConfirmTotpInput, raw);
  const { userId, email, pending } = await enrollingPerson(ctx);
  const { enrolled } = await secondFactorState(ctx, userId);
  if (enrolled && ctx.session) await requireStepUp(ctx, ctx.session);
  const { authPool, clock, sealingKey } = ctx.services;
  await takeAttempts(authPool, clock, secondFactorLimits(userId));
  const { rows } = await authPool.query<{ sealed: Buffer | null }>(`select authz.totp_of($1, 'trial') as sealed`, [
    userId,
  ]);
  const sealed = rows[0]?.sealed;
  if (!sealed) throw notBegun();
  const step = stepOfCode(unseal(sealingKey, totpPurpose(userId), sealed), code.replace(/\s/g, ''), clock());
  if (step === null) {
    throw invalidField(
      'code',
      '验证码不正确，请核对手机时间后重试。',
      'The code is wrong; check the clock of the phone and try again.',
    );
  }
  if (pending) await endPendingSignIn(ctx, pending);
  const { codes, hashes } = newRecoveryCodes();
  const activated = await authPool.query<{ done: boolean }>('select authz.activate_totp($1, $2, $3, $4, $5) as done', [
    userId,
    sealed,
    step,
    hashes,
    clock(),
  ]);
  if (activated.rows[0]?.done !== true) throw notBegun();
  await clearAttempts(authPool, secondFactorLimits(userId));
  await renewSessions(ctx, userId, true);
  await noteSecurityEvent(ctx, 'second-factor-on', { userId });
  await enqueueMail(authPool, {
    to: email,
    template: 'security-notice',
    data: { change: 'second-factor-on' },
  });
  return { recoveryCodes: codes };
}

const notBegun = () =>
  conflict('请先重新获取密钥。', 'Begin the set-up again: there is no secret that this code could belong to.');
