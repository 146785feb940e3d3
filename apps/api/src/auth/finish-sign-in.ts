import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { unauthenticated } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { openSession } from './open-session.ts';
import { takePasskeyOf } from './passkeys/take-passkey-of.ts';
import { PasskeyResponse } from './passkeys/responses.ts';
import { endPendingSignIn, findPendingSignIn } from './pending-sign-in.ts';
import { codeMissing, SecondFactorCode, takeSecondFactor } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';

export const FinishSignInInput = z.strictObject({
  code: SecondFactorCode.optional(),
  passkey: PasskeyResponse.optional(),
});

/**
 * Second step of a sign-in: the code, or a passkey. Only now there is a session.
 * @returns how many recovery codes are left when one was used
 * @throws AppError `unauthenticated` when no sign-in waits, `invalid-input` at `code` or `passkey`, `too-many-attempts`
 */
export async function finishSignIn(
  ctx: RequestContext,
  raw: z.input<typeof FinishSignInInput>,
): Promise<{ recoveryCodesLeft: number | null }> {
  const { code, passkey } = parseInput(FinishSignInInput, raw);
  const pending = await findPendingSignIn(ctx);
  if (pending?.step !== 'second-factor') throw unauthenticated();
  let recoveryCodesLeft: number | null = null;
  if (passkey) await takePasskeyOf(ctx, pending.userId, passkey, { purpose: 'second-factor', boundTo: pending.id });
  else if (code !== undefined) recoveryCodesLeft = await takeSecondFactor(ctx, pending.userId, code);
  else throw codeMissing();
  await endPendingSignIn(ctx, pending);
  await openSession(ctx, pending.userId, true);
  await noteSecurityEvent(ctx, 'signed-in', { userId: pending.userId });
  return { recoveryCodesLeft };
}
