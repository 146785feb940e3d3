import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { EngagementList, ListEngagementsInput } from './schemas.ts';

interface Row extends Record<string, unknown> {
  id: string;
  company_id: string;
  company_name: string;
  consultancy_id: string;
  consultancy_name: string;
  level: string;
  starts_at: string;
  ends_at: string;
  revoked_at: string | null;
  active: boolean;
  people: { id: string; name: string }[];
  you: boolean;
}

/** Engagements of a company, or of a consultancy; of those who are not owners or admins there, only their own. */
export async function listEngagements(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof EngagementList>> {
  parseInput(ListEngagementsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const { rows } = await tx.db.execute<Row>(sql`select * from authz.engagements()`);
    return EngagementList.parse({
      items: rows.map((row) => ({
        id: publicId('engagement', row.id),
        company: { id: publicId('organisation', row.company_id), name: row.company_name },
        consultancy: { id: publicId('organisation', row.consultancy_id), name: row.consultancy_name },
        level: row.level,
        startsAt: new Date(row.starts_at).toISOString(),
        endsAt: new Date(row.ends_at).toISOString(),
        endedAt: row.revoked_at && new Date(row.revoked_at).toISOString(),
        active: row.active,
        people: row.people.map(({ id, name }) => ({ id: publicId('user', id), name })),
        you: row.you,
      })),
    });
  });
}
