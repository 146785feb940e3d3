import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { readApiKey } from './queries.ts';
import { ApiKeyInput, type ApiKeyOutput } from './schemas.ts';

/**
 * Ends a key for good; the next request with it is refused. Ending it twice changes nothing more.
 * @throws AppError `not-found`
 */
export async function revokeApiKey(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ApiKeyOutput>> {
  const { keyId } = parseInput(ApiKeyInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'api-key:manage');
    const { rows } = await tx.db.execute<{ outcome: 'revoked' | 'unchanged' | 'missing' }>(
      sql`select authz.revoke_api_key(${keyId}, ${ctx.requestId}) as outcome`,
    );
    const outcome = rows[0]?.outcome;
    if (outcome === 'revoked') await recordAudit(tx, ctx, 'api-key.revoked', { type: 'api-key', id: keyId });
    else if (outcome !== 'unchanged') throw notFound();
    return { key: await readApiKey(tx, keyId) };
  });
}
