import { sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { refuseMemberOutcome } from './member-outcome.ts';
import { type Done, RemoveMemberInput } from './schemas.ts';

/**
 * Ends a membership at once, with the person's sessions and every engagement that the person was named in here.
 * @throws AppError as `changeRole`
 */
export async function removeMember(ctx: TenantContext, raw: unknown): Promise<Done> {
  const { userId } = parseInput(RemoveMemberInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    refuseMemberOutcome(await outcomeOf(tx, sql`select authz.remove_member(${userId}, ${ctx.requestId}) as outcome`));
    return { ok: true };
  });
}
