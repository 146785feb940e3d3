import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, forbidden, invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { OwnerContext } from './owner-context.ts';
import { RequestErasureInput, type RequestErasureOutput } from './schemas.ts';

/**
 * Asks for the deletion of everything of an organisation. From now on it is closing: it can be read and exported, and
 * its owners can take the request back for thirty days.
 */
export async function requestErasure(ctx: OwnerContext, raw: unknown): Promise<z.infer<typeof RequestErasureOutput>> {
  const { name, reason } = parseInput(RequestErasureInput, raw);
  const { tenant, authPool, credential } = ctx;
  await withTenant(tenant, 'read', async ({ access }) => {
    if (access.role !== 'owner') throw forbidden();
  });
  const { rows } = await authPool.query<{
    outcome: 'done' | 'not-owner' | 'other-name' | 'unchanged';
    eraseAfter: string;
  }>('select outcome, erase_after as "eraseAfter" from authz.request_erasure($1, $2, $3, $4, $5, $6)', [
    credential,
    tenant.tenantId,
    name,
    reason,
    nowInstant(tenant.clock),
    tenant.requestId,
  ]);
  const row = rows[0];
  if (row?.outcome === 'other-name')
    throw invalidField('name', '与组织名称不一致。', 'This is not the name of the organisation.');
  if (row?.outcome === 'unchanged') throw conflict('已申请删除。', 'The deletion has been asked for already.');
  if (row?.outcome !== 'done') throw forbidden();
  return { eraseAfter: new Date(row.eraseAfter).toISOString() };
}
