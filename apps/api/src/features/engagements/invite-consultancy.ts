import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { emailKey } from '../../auth/email.ts';
import { hashBytes } from '../../auth/token.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { invitationSecret, sendInvitation } from '../invitations/send-invitation.ts';
import { endOfPeriod } from './period.ts';
import { InviteConsultancyInput, type OfferSent } from './schemas.ts';

/**
 * A company asks a consultancy to work for it. Nothing is open to anybody until the offer is accepted.
 * @throws AppError `forbidden` for others than owners and admins; `invalid-input` at `endsOn`; `conflict` for a
 * sandbox
 */
export async function inviteConsultancy(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OfferSent>> {
  const { email, level, endsOn, language } = parseInput(InviteConsultancyInput, raw);
  const endsAt = endOfPeriod(ctx.clock, endsOn);
  return withTenant(ctx, 'write', async (tx) => {
    const [id, token] = [ctx.newId(), invitationSecret()];
    const outcome = await outcomeOf(
      tx,
      sql`select authz.invite_consultancy(${id}, ${hashBytes(token)}, ${email}, ${emailKey(email)}, ${level}, ${endsAt}, ${ctx.requestId}) as outcome`,
    );
    if (outcome === 'no-company') throw conflict('只有企业可以委托咨询机构。', 'Only a company engages a consultancy.');
    if (outcome === 'sandbox') {
      throw conflict('沙盒企业不能委托咨询机构。', 'A sandbox company engages no consultancy.');
    }
    await sendInvitation(tx, { to: email, language, template: 'engagement-offer', token });
    return { id: publicId('invitation', id) };
  });
}
