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
import { listEngagements } from './queries.ts';
import { endOfPeriod } from './period.ts';
import { type OfferSent, OfferTransferInput } from './schemas.ts';

/**
 * A consultancy offers a company that it entered, and that has no owner, to another consultancy. The data stays where it
 * is: with the company. When the offer is accepted the one's engagement begins and the other's ends, in one step.
 * @throws AppError `not-found`; `conflict` when the company has an owner, who alone decides then
 */
export async function offerTransfer(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OfferSent>> {
  const { engagementId, email, endsOn, language } = parseInput(OfferTransferInput, raw);
  const endsAt = endOfPeriod(ctx.clock, endsOn);
  return withTenant(ctx, 'write', async (tx) => {
    const [id, token] = [ctx.newId(), invitationSecret()];
    const outcome = await outcomeOf(
      tx,
      sql`select authz.offer_transfer(${id}, ${hashBytes(token)}, ${email}, ${emailKey(email)}, ${engagementId}, ${endsAt}, ${ctx.requestId}) as outcome`,
    );
    if (outcome === 'owned') {
      throw conflict(
        '该企业已有自己的所有者，应由其委托新的咨询机构。',
        'The company has an owner of its own, who decides about its consultancies.',
      );
    }
    const engagements = await listEngagements(ctx, {});
    const of = engagements.items.find((item) => item.id === publicId('engagement', engagementId));
    await sendInvitation(tx, {
      to: email,
      language,
      template: 'engagement-offer',
      token,
      ...(of ? { organisation: of.company.name } : {}),
    });
    return { id: publicId('invitation', id) };
  });
}
