import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { Nothing, OrganisationDetail } from './schemas.ts';

interface Row extends Record<string, unknown> {
  id: string;
  kind: string;
  name: string;
  uscc: string | null;
  status: string;
  created_at: string;
  created_by: string | null;
  created_by_name: string | null;
  has_owner: boolean;
}

/** The organisation of the transaction. */
export async function readOrganisation(tx: TenantTransaction): Promise<Row> {
  const { rows } = await tx.db.execute<Row>(sql`select * from authz.organisation()`);
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** What is known of an organisation, and what the caller is there. */
export async function getOrganisation(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OrganisationDetail>> {
  parseInput(Nothing, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readOrganisation(tx);
    return OrganisationDetail.parse({
      id: publicId('organisation', row.id),
      kind: row.kind,
      name: row.name,
      uscc: row.uscc,
      status: row.status,
      createdAt: new Date(row.created_at).toISOString(),
      createdBy: row.created_by && { id: publicId('organisation', row.created_by), name: row.created_by_name },
      hasOwner: row.has_owner,
      role: tx.access.role,
      level: tx.access.level,
    });
  });
}
