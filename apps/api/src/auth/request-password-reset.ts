import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { enqueueMail, NOBODY } from '../mail/enqueue-mail.ts';
import { MailLanguage } from '../mail/templates.ts';
import { parseInput } from '../parse-input.ts';
import { resetLimits, takeAttempts } from './attempts.ts';
import { Email, emailKey } from './email.ts';
import { noteSecurityEvent } from './security-event.ts';
import { hashBytes, newSecret } from './token.ts';

const LIFE_MS = 30 * 60_000;

export const RequestPasswordResetInput = z.strictObject({ email: Email, language: MailLanguage.default('zh') });

/**
 * Sends a link that replaces a forgotten password, when somebody has this address. The answer is the same when nobody
 * has, and after the same work: the mail tells, and only to whoever reads it.
 * @throws AppError `too-many-attempts`
 */
export async function requestPasswordReset(
  ctx: RequestContext,
  raw: z.input<typeof RequestPasswordResetInput>,
): Promise<void> {
  const { email, language } = parseInput(RequestPasswordResetInput, raw);
  const { authPool, clock } = ctx.services;
  const key = emailKey(email);
  await takeAttempts(authPool, clock, resetLimits(key, ctx.address));
  const token = newSecret();
  const now = clock();
  const { rows } = await authPool.query<{ user_id: string; email: string }>(
    'select user_id, email from authz.begin_password_reset($1, $2, $3, $4)',
    [key, hashBytes(token), now, new Date(now.getTime() + LIFE_MS)],
  );
  const [found] = rows;
  await noteSecurityEvent(ctx, 'password-reset-asked', { userId: found?.user_id ?? null });
  // To the address of the account, never to the one typed: two spellings may be two mailboxes. Where nobody has it the
  // same mail is left for nobody, so that the answer takes as long.
  await enqueueMail(authPool, { to: found?.email ?? NOBODY, template: 'password-reset', language, data: { token } });
}
