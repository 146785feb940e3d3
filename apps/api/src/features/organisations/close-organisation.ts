import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { askAuthority } from '../ask-authority.ts';
import { readOrganisation } from './queries.ts';
import { CloseOrganisationInput, type CloseOrganisationOutput } from './schemas.ts';

/**
 * Begins the end of an organisation: from now on it can be read and taken out, not changed.
 * @throws AppError `forbidden` unless an owner asks; `invalid-input` for another name
 */
export async function closeOrganisation(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof CloseOrganisationOutput>> {
  const { name } = parseInput(CloseOrganisationInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    if ((await readOrganisation(tx)).name !== name) {
      throw invalidField('name', '请输入完整的机构名称以确认。', 'Type the full name of the organisation to confirm.');
    }
    await askAuthority(tx, sql`select authz.close_organisation(${ctx.requestId})`);
    return { status: 'closing' };
  });
}
