import { z } from 'zod';
import type { RequestContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { passkeyLimits, takeAttempts } from '../attempts.ts';
import { openSession } from '../open-session.ts';
import { noteSecurityEvent } from '../security-event.ts';
import { PasskeyResponse } from './responses.ts';
import { takePasskey } from './take-passkey.ts';

export const SignInWithPasskeyInput = z.strictObject({ passkey: PasskeyResponse });

/**
 * Signs somebody in by a passkey alone. The device has it and has verified the person, which is both factors.
 * @throws AppError `unauthenticated` in the same words whatever is wrong; `insecure-origin`, `too-many-attempts`
 */
export async function signInWithPasskey(
  ctx: RequestContext,
  raw: z.input<typeof SignInWithPasskeyInput>,
): Promise<void> {
  const { passkey } = parseInput(SignInWithPasskeyInput, raw);
  await takeAttempts(ctx.services.authPool, ctx.services.clock, passkeyLimits(`use ${ctx.address}`));
  const userId = await takePasskey(ctx, passkey, { purpose: 'sign-in', boundTo: null });
  if (userId === null) {
    throw new AppError('unauthenticated', {
      zh: '该通行密钥未被接受，请重试，或用密码登录。',
      en: 'The passkey was not accepted; try again, or sign in with your password.',
    });
  }
  await openSession(ctx, userId, true);
  await noteSecurityEvent(ctx, 'signed-in', { userId, detail: { by: 'passkey' } });
}
