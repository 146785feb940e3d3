import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { invalidField } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { confirmPassword } from './confirm-password.ts';
import { SecondFactorCode, secondFactorState, takeSecondFactor } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

export const ProveSessionInput = z.strictObject({
  code: SecondFactorCode.optional(),
  password: z.string().min(1).max(1024).optional(),
});

/**
 * Proves again who sits here: by the second factor where there is one, else by the password.
 * @returns until when the proof is good
 * @throws AppError `invalid-input` at `code` or `password`, `too-many-attempts`
 */
export async function proveSession(
  ctx: RequestContext & { session: LiveSession },
  raw: z.input<typeof ProveSessionInput>,
): Promise<{ provenUntil: string }> {
  const { code, password } = parseInput(ProveSessionInput, raw);
  const { id } = ctx.session.user;
  const { enrolledAt } = await secondFactorState(ctx, id);
  if (enrolledAt) {
    if (code === undefined) throw invalidField('code', '请输入验证码。', 'Enter the code of your authenticator app.');
    await takeSecondFactor(ctx, id, code);
  } else {
    if (password === undefined) throw invalidField('password', '请输入密码。', 'Enter your password.');
    await confirmPassword(ctx, id, password, 'password');
  }
  const provenUntil = await ctx.services.sessions.prove(ctx.session.credentialHash);
  await noteSecurityEvent(ctx, 'stepped-up', { userId: id });
  return { provenUntil: provenUntil.toISOString() };
}
