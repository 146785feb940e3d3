import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, forbidden } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { OwnerContext } from './owner-context.ts';
import { type ErasureCancelled, ErasureInput } from './schemas.ts';

/** Takes the request for deletion back, and opens the organisation again. */
export async function cancelErasure(ctx: OwnerContext, raw: unknown): Promise<z.infer<typeof ErasureCancelled>> {
  parseInput(ErasureInput, raw);
  const { tenant, authPool, credential } = ctx;
  await withTenant(tenant, 'read', async ({ access }) => {
    if (access.role !== 'owner') throw forbidden();
  });
  const { rows } = await authPool.query<{ outcome: 'done' | 'not-owner' | 'unchanged' }>(
    'select authz.cancel_erasure($1, $2, $3, $4) as outcome',
    [credential, tenant.tenantId, nowInstant(tenant.clock), tenant.requestId],
  );
  if (rows[0]?.outcome === 'not-owner') throw forbidden();
  if (rows[0]?.outcome !== 'done') throw conflict('没有待执行的删除申请。', 'There is no request for deletion.');
  return { ok: true };
}
