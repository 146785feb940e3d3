import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
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
  is_sandbox: boolean;
  sandbox_of: string | null;
  sandbox_of_name: string | null;
  closing_by: 'owner' | 'operator' | null;
  closing_since: string | null;
  erase_after: string | null;
}

/** The organisation of the transaction. */
export async function readOrganisation(tx: TenantTransaction): Promise<Row> {
  const { rows } = await tx.db.execute<Row>(sql`select * from authz.organisation()`);
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** What is to be known of an organisation that closes; an owner takes back what an owner began, until its data goes. */
function closingOf(row: Row, role: string, clock: Clock) {
  if (row.status !== 'closing') return null;
  const by = row.closing_by ?? 'owner';
  const eraseAfter = row.erase_after && new Date(row.erase_after);
  return {
    since: row.closing_since && new Date(row.closing_since).toISOString(),
    by,
    eraseAfter: eraseAfter && eraseAfter.toISOString(),
    canReopen: role === 'owner' && by === 'owner' && (eraseAfter === null || eraseAfter > clock()),
  };
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
      isSandbox: row.is_sandbox,
      sandboxOf: row.sandbox_of && { id: publicId('organisation', row.sandbox_of), name: row.sandbox_of_name },
      closing: closingOf(row, tx.access.role, ctx.clock),
      role: tx.access.role,
      level: tx.access.level,
    });
  });
}
