import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { AppError, invalidInput } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { MailLanguage } from '../mail/templates.ts';
import { parseInput } from '../parse-input.ts';
import { takeAttempts } from './attempts.ts';
import { emailKey } from './email.ts';
import { MailAddress } from './mail-address.ts';
import { hashPassword } from './password.ts';
import { passwordProblem } from './password-rules.ts';
import { hashBytes, newSecret } from './token.ts';

/** An organisation that somebody founds here. */
export const NewOrganisation = z.strictObject({
  kind: z.enum(['company', 'consultancy']),
  name: z.string().trim().min(1).max(200),
  uscc: z.string().trim().min(1).max(40).nullable(),
});

export const SignUpInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  email: MailAddress,
  password: z.string().max(1024),
  language: MailLanguage,
  /** Null: an account alone, for somebody who was invited. */
  organisation: NewOrganisation.nullable(),
});
export type SignUpInput = z.input<typeof SignUpInput>;

const HOUR = 3_600;

/**
 * Asks for an account. Nothing exists until the address is confirmed; the answer is the same, after the same work,
 * whether the address is known or not: only its mailbox learns which.
 * @throws AppError `invalid-input`, `too-many-attempts`, `conflict` before the first set-up
 */
export async function signUp(ctx: RequestContext, raw: SignUpInput): Promise<void> {
  const { name, email, password, language, organisation } = parseInput(SignUpInput, raw);
  const problem = passwordProblem(password, [email.split('@')[0] ?? '', name]);
  if (problem) throw invalidInput([{ path: 'password', message: problem }]);
  const { authPool, clock } = ctx.services;
  const key = emailKey(email);
  await takeAttempts(authPool, clock, [
    { name: 'sign-up-address', of: ctx.address, limit: 30, seconds: HOUR },
    { name: 'sign-up-account', of: key, limit: 5, seconds: HOUR },
  ]);
  const token = newSecret();
  const passwordHash = await hashPassword(password);
  const { rows } = await authPool.query<{ outcome: string }>(
    'select authz.start_sign_up($1, $2, $3, $4, $5, $6, $7, $8, $9) as outcome',
    [
      hashBytes(token),
      email,
      key,
      name,
      passwordHash,
      organisation?.kind ?? null,
      organisation?.name ?? null,
      organisation?.uscc ?? null,
      language,
    ],
  );
  if (rows[0]?.outcome === 'set-up') {
    throw new AppError('conflict', {
      zh: '系统尚未完成初始设置，暂不能注册。',
      en: 'The first set-up is not done yet, so nobody can sign up.',
    });
  }
  const mail = { to: email, language };
  if (rows[0]?.outcome === 'taken') await enqueueMail(authPool, { ...mail, template: 'account-exists', data: {} });
  else await enqueueMail(authPool, { ...mail, template: 'verify-email', data: { token } });
}
