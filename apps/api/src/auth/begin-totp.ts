import type { RequestContext } from '../context.ts';
import { enrollingPerson } from './enrolling-person.ts';
import { seal } from './sealing.ts';
import { secondFactorState, totpPurpose } from './second-factor.ts';
import { requireStepUp } from './step-up.ts';
import { newTotpSecret, totpEnrolment } from './totp.ts';

/**
 * Gives a new secret for an authenticator app. It counts only once a code of it came back; until then the one in use,
 * if any, stays.
 * @throws AppError `unauthenticated`; `step-up-required` when it would take the place of another; `unavailable`
 */
export async function beginTotp(ctx: RequestContext): Promise<{ secret: string; uri: string }> {
  const person = await enrollingPerson(ctx);
  const { enrolled } = await secondFactorState(ctx, person.userId);
  if (enrolled && ctx.session) await requireStepUp(ctx, ctx.session);
  const { authPool, clock, sealingKey } = ctx.services;
  const secret = newTotpSecret();
  const sealed = seal(sealingKey, totpPurpose(person.userId), secret);
  await authPool.query('select authz.try_totp($1, $2, $3)', [person.userId, sealed, clock()]);
  return totpEnrolment(secret, person.email);
}
