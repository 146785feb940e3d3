import { sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { refusePeople } from './people-outcome.ts';
import { type Done, SetPeopleInput } from './schemas.ts';

/**
 * The consultancy names the people of an engagement; who is not named any more is out at once.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` at `people`
 */
export async function setPeople(ctx: TenantContext, raw: unknown): Promise<Done> {
  const { engagementId, people } = parseInput(SetPeopleInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const question = sql`select authz.set_engagement_people(${engagementId}, ${sql.param(people)}, ${ctx.requestId}) as outcome`;
    refusePeople(await outcomeOf(tx, question));
    return { ok: true };
  });
}
