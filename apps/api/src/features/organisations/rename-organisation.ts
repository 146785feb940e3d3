import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { RenameOrganisationInput, type RenameOrganisationOutput } from './schemas.ts';

/**
 * Gives an organisation another name. What licences print is not touched.
 * @throws AppError `forbidden` for others than owners and admins; `conflict` for the name that it has
 */
export async function renameOrganisation(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof RenameOrganisationOutput>> {
  const { name } = parseInput(RenameOrganisationInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const outcome = await outcomeOf(tx, sql`select authz.rename_organisation(${name}, ${ctx.requestId}) as outcome`);
    if (outcome === 'unchanged') throw conflict('机构已是此名称。', 'The organisation has this name already.');
    return { name };
  });
}
