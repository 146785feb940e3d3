import type { z } from 'zod';
import type { SignedIn } from '../../auth/confirm-address.ts';
import { noteSecurityEvent } from '../../auth/security-event.ts';
import { hashBytes } from '../../auth/token.ts';
import { InvitationId, OrganisationId, publicId } from '../../db/ids.ts';
import { AppError, invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { AcceptInvitationInput, type AcceptInvitationOutput } from './schemas.ts';

const Ids = AcceptInvitationInput.extend({ invitationId: InvitationId, consultancyId: OrganisationId.nullable() });

const REFUSALS = {
  unverified: { zh: '请先验证您的邮箱，再接受邀请。', en: 'Confirm your e-mail address first, then accept.' },
  'other-address': {
    zh: '该邀请发给另一个邮箱，请用收到邀请的邮箱账号登录。',
    en: 'The invitation is for another address; sign in with the account of the address that got it.',
  },
} as const;

/**
 * Accepts the invitation that was shown, once, as the verified account of the address it was sent to.
 * @throws AppError `not-found` for one that is used, revoked, over, unknown or another than shown; `forbidden` for other
 * accounts and unverified ones; `invalid-input` at `consultancyId`
 */
export async function acceptInvitation(ctx: SignedIn, raw: unknown): Promise<z.infer<typeof AcceptInvitationOutput>> {
  const { token, invitationId, consultancyId, language } = parseInput(Ids, raw);
  const { rows } = await ctx.services.authPool.query<{ outcome: string; organisation: string | null }>(
    'select * from authz.accept_invitation($1, $2, $3, $4, $5, $6)',
    [
      Buffer.from(ctx.session.credentialHash, 'hex'),
      hashBytes(token),
      invitationId,
      consultancyId,
      ctx.services.newId(),
      ctx.requestId,
    ],
  );
  const outcome = rows[0]?.outcome;
  const organisation = rows[0]?.organisation;
  if (outcome === 'accepted' && organisation) {
    if (language)
      await ctx.services.authPool.query('select authz.suggest_language($1, $2)', [ctx.session.user.id, language]);
    return { organisationId: publicId('organisation', organisation) };
  }
  await noteSecurityEvent(ctx, 'denied', { userId: ctx.session.user.id, detail: { path: 'invitations.accept' } });
  if (outcome === 'unverified' || outcome === 'other-address') throw new AppError('forbidden', REFUSALS[outcome]);
  if (outcome === 'no-consultancy') {
    throw invalidField(
      'consultancyId',
      '请选择一家由您管理的咨询机构。',
      'Choose a consultancy that you are an owner or admin of.',
    );
  }
  throw notFound();
}
