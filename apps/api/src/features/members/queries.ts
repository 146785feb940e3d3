import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { ListMembersInput, type MemberList, Role } from './schemas.ts';

interface Row extends Record<string, unknown> {
  user_id: string;
  name: string;
  email: string | null;
  role: string;
  since: string;
  you: boolean;
}

/** People of the organisation. */
export async function listMembers(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof MemberList>> {
  parseInput(ListMembersInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const { rows } = await tx.db.execute<Row>(sql`select * from authz.members()`);
    const items = rows.map((row) => ({
      userId: publicId('user', row.user_id),
      name: row.name,
      email: row.email,
      role: Role.parse(row.role),
      since: new Date(row.since).toISOString(),
      you: row.you,
    }));
    const { role, level } = tx.access;
    return { items, mayManage: level === 'write' && (role === 'owner' || role === 'admin') };
  });
}
