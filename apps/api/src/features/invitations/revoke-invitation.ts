import { sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { type Done, RevokeInvitationInput } from './schemas.ts';

/** @throws AppError `not-found` for one that is not open any more; `forbidden` */
export async function revokeInvitation(ctx: TenantContext, raw: unknown): Promise<Done> {
  const { invitationId } = parseInput(RevokeInvitationInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    await outcomeOf(tx, sql`select authz.revoke_invitation(${invitationId}, ${ctx.requestId}) as outcome`);
    return { ok: true };
  });
}
