import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { refusePeople } from './people-outcome.ts';
import { endOfPeriod } from './period.ts';
import { CreateClientInput, type CreateClientOutput } from './schemas.ts';

/**
 * A consultancy enters a company that is not here yet, with the people who will work for it. The company has no owner
 * until it is handed over.
 * @throws AppError `forbidden` for others than owners and admins; `invalid-input` at `endsOn`, `people`
 */
export async function createClient(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CreateClientOutput>> {
  const { name, uscc, endsOn, people } = parseInput(CreateClientInput, raw);
  const endsAt = endOfPeriod(ctx.clock, endsOn);
  return withTenant(ctx, 'write', async (tx) => {
    const [companyId, engagementId] = [ctx.newId(), ctx.newId()];
    const outcome = await outcomeOf(
      tx,
      sql`select authz.create_client(${companyId}, ${engagementId}, ${name}, ${uscc}, ${endsAt}, ${sql.param(people)}, ${ctx.requestId}) as outcome`,
    );
    if (outcome === 'no-consultancy')
      throw conflict('只有咨询机构可以建立客户。', 'Only a consultancy enters clients.');
    refusePeople(outcome);
    return {
      organisationId: publicId('organisation', companyId),
      engagementId: publicId('engagement', engagementId),
    };
  });
}
