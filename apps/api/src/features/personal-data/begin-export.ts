import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { forbidden } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { OwnerContext } from './owner-context.ts';
import { BeginExportInput, type BeginExportOutput } from './schemas.ts';

/**
 * Begins the export of everything of an organisation: which tables there are comes from the catalogue, so that none is
 * forgotten. It leaves a row in the audit.
 */
export async function beginExport(ctx: OwnerContext, raw: unknown): Promise<z.infer<typeof BeginExportOutput>> {
  parseInput(BeginExportInput, raw);
  const { tenant, authPool, credential } = ctx;
  return withTenant(tenant, 'read', async (tx) => {
    if (tx.access.role !== 'owner') throw forbidden();
    const { rows } = await authPool.query<{ organisation: Record<string, unknown> | null }>(
      'select authz.begin_export($1, $2, $3, $4) as organisation',
      [credential, tenant.tenantId, nowInstant(tenant.clock), tenant.requestId],
    );
    const organisation = rows[0]?.organisation;
    if (!organisation) throw forbidden();
    const { rows: tables } = await tx.db.execute<{ name: string; rows: string }>(
      sql`select name, app.count_rows(name) as rows from app.export_tables()`,
    );
    return { tables: tables.map(({ name, rows: count }) => ({ name, rows: Number(count) })), organisation };
  });
}
