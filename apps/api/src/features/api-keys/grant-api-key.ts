import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { type FieldError, invalidInput, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { readApiKey } from './queries.ts';
import { type ApiKeyOutput, GrantApiKeyInput } from './schemas.ts';

/**
 * Lets a key act for one more company, or at another level. Nobody gives a program more than they may do themselves.
 * @throws AppError `not-found` for a key that is not there, `invalid-input` for a company that the caller cannot give
 */
export async function grantApiKey(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ApiKeyOutput>> {
  const input = parseInput(GrantApiKeyInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'api-key:manage');
    const outcome = await grantKey(tx, ctx, input);
    if (outcome === 'missing') throw notFound();
    if (outcome === 'not-open') throw invalidInput([companyNotOpen('companyId')]);
    if (outcome === 'granted') {
      const detail = { companyId: publicId('organisation', input.companyId), level: input.level };
      await recordAudit(tx, ctx, 'api-key.granted', { type: 'api-key', id: input.keyId }, detail);
    }
    return { key: await readApiKey(tx, input.keyId) };
  });
}

/** The grant itself; the database decides whether the caller may give it. */
export async function grantKey(
  tx: TenantTransaction,
  { requestId }: TenantContext,
  { keyId, companyId, level }: z.output<typeof GrantApiKeyInput>,
): Promise<'granted' | 'unchanged' | 'missing' | 'not-open'> {
  const { rows } = await tx.db.execute<{ outcome: 'granted' | 'unchanged' | 'missing' | 'not-open' }>(
    sql`select authz.grant_api_key(${keyId}, ${companyId}, ${level}, ${requestId}) as outcome`,
  );
  return rows[0]?.outcome ?? 'missing';
}

/** The same words for a company that does not exist, is not theirs, or is open at a lower level only. */
export function companyNotOpen(path: string): FieldError {
  return {
    path,
    message: {
      zh: '您不能为该企业授予此级别的权限。',
      en: 'You cannot grant this level for this company.',
    },
  };
}
