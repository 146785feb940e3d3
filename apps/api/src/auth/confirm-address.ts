import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { MailLanguage } from '../mail/templates.ts';
import { parseInput } from '../parse-input.ts';
import { takeAttempts } from './attempts.ts';
import type { LiveSession } from './session.ts';
import { hashBytes, newSecret } from './token.ts';

export const RequestVerificationInput = z.strictObject({ language: MailLanguage });
export const ConfirmAddressInput = z.strictObject({ token: z.string().min(1).max(200) });
export const AccountStatus = z.strictObject({
  email: z.string(),
  emailVerified: z.boolean(),
  /** Of mails; null for somebody who never chose one. */
  language: MailLanguage.nullable(),
});
export type AccountStatus = z.infer<typeof AccountStatus>;

/** Somebody who is signed in. */
export type SignedIn = RequestContext & { session: LiveSession };

/** Whether the address of the one who is signed in is proven, and in which language mails go there. */
export async function accountStatus({ services, session }: SignedIn): Promise<AccountStatus> {
  const { rows } = await services.authPool.query<{ email: string; verified: boolean; language: MailLanguage | null }>(
    'select email, verified, language from authz.email_of($1)',
    [session.user.id],
  );
  const [row] = rows;
  if (!row) throw notFound();
  return { email: row.email, emailVerified: row.verified, language: row.language };
}

/** Sends a link to prove the address of an account that came about without one: the owner of the first set-up. */
export async function requestVerification(ctx: SignedIn, raw: unknown): Promise<void> {
  const { language } = parseInput(RequestVerificationInput, raw);
  const { authPool, clock } = ctx.services;
  const { email, emailVerified } = await accountStatus(ctx);
  if (emailVerified) return;
  await takeAttempts(authPool, clock, [{ name: 'verification', of: ctx.session.user.id, limit: 5, seconds: 3_600 }]);
  await sendVerification(ctx, { id: ctx.session.user.id, email }, language);
}

/** Leaves the mail with a new link for an address. Earlier links of the same person end. */
export async function sendVerification(
  { services: { authPool } }: Pick<RequestContext, 'services'>,
  user: { id: string; email: string },
  language: MailLanguage,
): Promise<void> {
  const token = newSecret();
  await authPool.query('select authz.start_email_proof($1, $2)', [hashBytes(token), user.id]);
  await enqueueMail(authPool, { to: user.email, template: 'verify-email', language, data: { token } });
}

/** @throws AppError `not-found` for a link of somebody else, or one that is used or over */
export async function confirmAddress(ctx: SignedIn, raw: unknown): Promise<void> {
  const { token } = parseInput(ConfirmAddressInput, raw);
  const { rows } = await ctx.services.authPool.query<{ done: boolean }>('select authz.prove_email($1, $2) as done', [
    hashBytes(token),
    ctx.session.user.id,
  ]);
  if (rows[0]?.done !== true) throw notFound();
}
