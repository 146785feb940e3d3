import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { emailKey } from '../../auth/email.ts';
import { hashBytes } from '../../auth/token.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { AppError, conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { type InvitationSent, InviteMemberInput } from './schemas.ts';
import { invitationSecret, sendInvitation } from './send-invitation.ts';

/**
 * Invites somebody into the organisation, or hands a company that a consultancy entered over to its first owner. An
 * open invitation to the same address ends.
 * @throws AppError `forbidden`; `conflict` for somebody who is a member already
 */
export async function inviteMember(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof InvitationSent>> {
  const { email, role, language } = parseInput(InviteMemberInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const [id, token] = [ctx.newId(), invitationSecret()];
    const outcome = await outcomeOf(
      tx,
      sql`select authz.invite_member(${id}, ${hashBytes(token)}, ${email}, ${emailKey(email)}, ${role}, ${ctx.requestId}) as outcome`,
    );
    if (outcome === 'member') throw conflict('该邮箱已是成员。', 'The address belongs to a member already.');
    if (outcome === 'owners-only') {
      throw new AppError('forbidden', { zh: '只有所有者可以邀请所有者。', en: 'Only owners invite owners.' });
    }
    await sendInvitation(tx, { to: email, language, template: 'invitation', token });
    return { id: publicId('invitation', id) };
  });
}
