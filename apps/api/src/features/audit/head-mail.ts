import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { askAuthority } from '../ask-authority.ts';
import { AuditStatusInput, HeadMail, SetHeadMailInput } from './schemas.ts';

/** How often the owners get the end of the audit chain by mail. */
export async function readHeadMail(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof HeadMail>> {
  parseInput(AuditStatusInput, raw);
  return withTenant(ctx, 'read', (tx) => {
    requirePermission(tx.access, 'audit:read');
    return headMail(tx);
  });
}

/** Changes that. @throws AppError `forbidden` for others than owners and admins */
export async function setHeadMail(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof HeadMail>> {
  const { frequency } = parseInput(SetHeadMailInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    await askAuthority(tx, sql`select authz.set_audit_mail(${frequency}, ${ctx.requestId})`);
    return headMail(tx);
  });
}

async function headMail(tx: TenantTransaction): Promise<z.infer<typeof HeadMail>> {
  const { rows } = await tx.db.execute<{ frequency: string; sent_on: string | null }>(
    sql`select * from authz.audit_mail()`,
  );
  return HeadMail.parse({ frequency: rows[0]?.frequency, lastSentOn: rows[0]?.sent_on ?? null });
}
