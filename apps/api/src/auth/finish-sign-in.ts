import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { unauthenticated } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { openSession } from './open-session.ts';
import { endPendingSignIn, findPendingSignIn } from './pending-sign-in.ts';
import { SecondFactorCode, takeSecondFactor } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';

export const FinishSignInInput = z.strictObject({ code: SecondFactorCode });

/**
 * Second step of a sign-in: the code. Only now there is a session.
 * @returns how many recovery codes are left when one was used
 * @throws AppError `unauthenticated` when no sign-in waits, `invalid-input` at `code`, `too-many-attempts`
 */
export async function finishSignIn(
  ctx: RequestContext,
  raw: z.input<typeof FinishSignInInput>,
): Promise<{ recoveryCodesLeft: number | null }> {
  const { code } = parseInput(FinishSignInInput, raw);
  const pending = await findPendingSignIn(ctx);
  if (pending?.step !== 'second-factor') throw unauthenticated();
  const recoveryCodesLeft = await takeSecondFactor(ctx, pending.userId, code);
  await endPendingSignIn(ctx, pending);
  await openSession(ctx, pending.userId, true);
  await noteSecurityEvent(ctx, 'signed-in', { userId: pending.userId });
  return { recoveryCodesLeft };
}
