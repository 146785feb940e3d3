import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { fillSandbox } from '../sandbox/fill-sandbox.ts';
import { listSandboxes } from './list-sandboxes.ts';
import { CreateSandboxInput, type CreateOrganisationOutput } from './schemas.ts';

/**
 * Makes a company to rehearse with, with the caller as its owner and a fictional licence in it. The company is there
 * before its licence is: when that fails, it is an empty one, and a licence can be registered as in any other.
 * @throws AppError `forbidden` for others than owners and admins; `conflict` when there are enough, or this is one itself
 */
export async function createSandbox(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof CreateOrganisationOutput>> {
  const { name } = parseInput(CreateSandboxInput, raw);
  const id = ctx.newId();
  await withTenant(ctx, 'write', async (tx) => {
    const { items, limit } = await listSandboxes(ctx, {});
    const called = name ?? `沙盒企业 ${items.length + 1}`;
    const outcome = await outcomeOf(
      tx,
      sql`select authz.create_sandbox(${id}, ${called}, ${ctx.requestId}) as outcome`,
    );
    if (outcome === 'sandbox') throw conflict('沙盒企业不能再建立沙盒。', 'A sandbox company makes no further ones.');
    if (outcome === 'full') {
      throw conflict(
        `每个机构最多 ${limit} 个沙盒企业，请先删除不用的。`,
        `An organisation may have ${limit} sandbox companies; delete one first.`,
      );
    }
  });
  await fillSandbox({ ...ctx, tenantId: id });
  return { organisationId: publicId('organisation', id) };
}
