import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { publicId } from '../db/ids.ts';
import { AppError, invalidField, invalidInput } from '../errors.ts';
import { MailLanguage } from '../mail/templates.ts';
import { parseInput } from '../parse-input.ts';
import { setUpLimits, takeAttempts } from './attempts.ts';
import { sendVerification } from './confirm-address.ts';
import { Email, emailKey } from './email.ts';
import { hashPassword } from './password.ts';
import { openSession } from './open-session.ts';
import { passwordProblem } from './password-rules.ts';
import { requireProtectedOrigin } from './require-protected-origin.ts';
import { beginGrace, secondFactorState } from './second-factor.ts';
import { noteSecurityEvent } from './security-event.ts';
import { hashBytes } from './token.ts';

export const SetUpInput = z.strictObject({
  /** The one-time token shown in the terminal. */
  token: z.string().trim().min(1).max(200),
  company: z.strictObject({
    name: z.string().trim().min(1).max(200),
    uscc: z.string().trim().min(1).max(40).nullable(),
  }),
  owner: z.strictObject({ name: z.string().trim().min(1).max(100), email: Email, password: z.string().max(1024) }),
  /** Of the screen, and from now on of the mails to the owner. */
  language: MailLanguage.default('zh'),
});
export type SetUpInput = z.input<typeof SetUpInput>;

/**
 * First run: makes the first company and its owner, and signs the owner in. The owner's address is still to be proven: a
 * mail with a link goes there.
 * @throws AppError `invalid-input` (token, password), `set-up-closed` once anybody exists, `insecure-origin`,
 * `too-many-attempts`
 */
export async function setUp(ctx: RequestContext, raw: SetUpInput): Promise<{ organisationId: string }> {
  const { token, company, owner, language } = parseInput(SetUpInput, raw);
  requireProtectedOrigin(ctx);
  const problem = passwordProblem(owner.password, [owner.email.split('@')[0] ?? '', owner.name]);
  if (problem) throw invalidInput([{ path: 'owner.password', message: problem }]);
  const { authPool, clock, newId } = ctx.services;
  await takeAttempts(authPool, clock, setUpLimits(ctx.address));
  const [organisationId, userId] = [newId(), newId()];
  const { rows } = await authPool.query<{ outcome: 'done' | 'closed' | 'wrong-token' }>(
    'select authz.set_up($1, $2, $3, $4, $5, $6, $7, $8, $9) as outcome',
    [
      hashBytes(token),
      organisationId,
      company.name,
      company.uscc,
      userId,
      owner.email,
      emailKey(owner.email),
      owner.name,
      await hashPassword(owner.password),
    ],
  );
  const outcome = rows[0]?.outcome;
  if (outcome !== 'done') await noteSecurityEvent(ctx, 'set-up-refused', {});
  if (outcome === 'wrong-token') {
    throw invalidField(
      'token',
      '设置令牌不正确，请使用终端中显示的令牌。',
      'The token is wrong; use the one shown in the terminal.',
    );
  }
  if (outcome !== 'done') {
    throw new AppError('set-up-closed', {
      zh: '初始设置已完成，请直接登录。',
      en: 'The set-up is done already; please sign in.',
    });
  }
  await authPool.query('select authz.choose_language($1, $2)', [userId, language]);
  await sendVerification(ctx, { id: userId, email: owner.email }, language);
  await beginGrace(ctx, userId, await secondFactorState(ctx, userId));
  await openSession(ctx, userId, false);
  await noteSecurityEvent(ctx, 'set-up', { userId, tenantId: organisationId });
  return { organisationId: publicId('organisation', organisationId) };
}
