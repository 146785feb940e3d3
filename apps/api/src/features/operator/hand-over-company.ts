import type { z } from 'zod';
import { emailKey } from '../../auth/email.ts';
import { hashBytes } from '../../auth/token.ts';
import { nowInstant } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { withConnectionOf } from '../../db/pool.ts';
import { conflict } from '../../errors.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import { parseInput } from '../../parse-input.ts';
import { invitationSecret } from '../invitations/send-invitation.ts';
import { type OperatorContext, requireDone } from './operator-context.ts';
import { HandOverInput, type HandOverOutput } from './schemas.ts';

interface Handed {
  outcome: 'done' | 'not-operator' | 'not-found' | 'owned' | 'closed';
  organisation: string;
  inviter: string;
}

/**
 * Hands a company that nobody can act for any more, because the consultancy that entered it is gone, over to a person of
 * its own: an invitation as its owner. It stands with its reason in the audit of the company; the operator gets no way in.
 * @throws AppError `forbidden`, `not-found`; `conflict` for a company that has an owner or a consultancy to hand it over
 */
export async function handOverCompany(ctx: OperatorContext, raw: unknown): Promise<z.infer<typeof HandOverOutput>> {
  const { organisationId, email, reason, language } = parseInput(HandOverInput, raw);
  const [id, token] = [ctx.newId(), invitationSecret()];
  await withConnectionOf(ctx.pool, async (client) => {
    const { rows } = await client.query<Handed>(
      'select * from authz.operator_hand_over($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        ctx.credential,
        organisationId,
        id,
        hashBytes(token),
        email,
        emailKey(email),
        reason,
        nowInstant(ctx.clock),
        ctx.requestId,
      ],
    );
    const { outcome, organisation = '', inviter = '' } = rows[0] ?? {};
    requireDone(outcome);
    if (outcome === 'owned') {
      throw conflict(
        '该机构已有所有者，或由录入它的咨询机构移交。',
        'The organisation has an owner, or a consultancy that hands it over itself.',
      );
    }
    if (outcome === 'closed') throw conflict('该机构已停用或正在关闭。', 'The organisation is suspended or closing.');
    await enqueueMail(client, { to: email, template: 'invitation', language, data: { token, organisation, inviter } });
  });
  return { organisationId: publicId('organisation', organisationId), invitationId: publicId('invitation', id) };
}
