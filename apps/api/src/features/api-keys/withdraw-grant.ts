import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { readApiKey } from './queries.ts';
import { ApiKeyInput, type ApiKeyOutput, type EndForeignOutput, WithdrawGrantInput } from './schemas.ts';

/** Takes a company from a key of this organisation. @throws AppError `not-found` */
export async function withdrawGrant(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ApiKeyOutput>> {
  const { keyId, companyId } = parseInput(WithdrawGrantInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    await withdraw(tx, ctx, keyId, companyId);
    return { key: await readApiKey(tx, keyId) };
  });
}

/** Takes this company from the key of a consultancy: the company ends what it sees. @throws AppError `not-found` */
export async function endForeignGrant(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof EndForeignOutput>> {
  const { keyId } = parseInput(ApiKeyInput, raw);
  await withTenant(ctx, 'write', (tx) => withdraw(tx, ctx, keyId, tx.tenantId));
  return { ok: true };
}

async function withdraw(tx: TenantTransaction, ctx: TenantContext, keyId: string, companyId: string): Promise<void> {
  requirePermission(tx.access, 'api-key:manage');
  const { rows } = await tx.db.execute<{ done: boolean }>(
    sql`select authz.withdraw_api_key_grant(${keyId}, ${companyId}, ${ctx.requestId}) as done`,
  );
  if (rows[0]?.done !== true) throw notFound();
  const detail = { companyId: publicId('organisation', companyId) };
  await recordAudit(tx, ctx, 'api-key.grant-withdrawn', { type: 'api-key', id: keyId }, detail);
}
