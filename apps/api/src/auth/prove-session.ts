import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { invalidField } from '../errors.ts';
import { parseInput } from '../parse-input.ts';
import { confirmPassword } from './confirm-password.ts';
import { PasskeyResponse } from './passkeys/responses.ts';
import { takePasskeyOf } from './passkeys/take-passkey-of.ts';
import { codeMissing, SecondFactorCode, secondFactorState, takeSecondFactor } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import type { LiveSession } from './session.ts';

export const ProveSessionInput = z.strictObject({
  code: SecondFactorCode.optional(),
  password: z.string().min(1).max(1024).optional(),
  passkey: PasskeyResponse.optional(),
});

/**
 * Proves again who sits here: by the second factor where there is one, else by the password.
 * @returns until when the proof is good
 * @throws AppError `invalid-input` at `code`, `passkey` or `password`, `too-many-attempts`
 */
export async function proveSession(
  ctx: RequestContext & { session: LiveSession },
  raw: z.input<typeof ProveSessionInput>,
): Promise<{ provenUntil: string }> {
  const { code, password, passkey } = parseInput(ProveSessionInput, raw);
  const { id } = ctx.session.user;
  if (passkey) {
    const boundTo = Buffer.from(ctx.session.credentialHash, 'hex');
    await takePasskeyOf(ctx, id, passkey, { purpose: 'step-up', boundTo });
  } else if ((await secondFactorState(ctx, id)).enrolled) {
    if (code === undefined) throw codeMissing();
    await takeSecondFactor(ctx, id, code);
  } else {
    if (password === undefined) throw invalidField('password', '请输入密码。', 'Enter your password.');
    await confirmPassword(ctx, id, password, 'password');
  }
  const provenUntil = await ctx.services.sessions.prove(ctx.session.credentialHash);
  await noteSecurityEvent(ctx, 'stepped-up', { userId: id });
  return { provenUntil: provenUntil.toISOString() };
}
