import { sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { refuseMemberOutcome } from './member-outcome.ts';
import { ChangeRoleInput, type Done } from './schemas.ts';

/**
 * Gives a member another role.
 * @throws AppError `not-found`; `forbidden` for others than owners and admins, and for admins where an owner is meant;
 * `conflict` for the last owner
 */
export async function changeRole(ctx: TenantContext, raw: unknown): Promise<Done> {
  const { userId, role } = parseInput(ChangeRoleInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const question = sql`select authz.change_role(${userId}, ${role}, ${ctx.requestId}) as outcome`;
    refuseMemberOutcome(await outcomeOf(tx, question));
    return { ok: true };
  });
}
