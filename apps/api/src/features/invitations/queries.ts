import { civilDateOf } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { askAuthority } from '../ask-authority.ts';
import { InvitationList, ListInvitationsInput } from './schemas.ts';

interface Row extends Record<string, unknown> {
  id: string;
  purpose: string;
  email: string;
  role: string | null;
  level: string | null;
  ends_at: string | null;
  status: string;
  created_at: string;
  expires_at: string;
  invited_by: string;
  invited_by_name: string;
  organisation_name: string;
}

/**
 * Invitations to the organisation and from it, newest first.
 * @throws AppError `forbidden` for others than owners and admins
 */
export async function listInvitations(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof InvitationList>> {
  parseInput(ListInvitationsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await askAuthority<Row>(tx, sql`select * from authz.invitations()`);
    return InvitationList.parse({
      items: rows.map((row) => ({
        id: publicId('invitation', row.id),
        purpose: row.purpose,
        organisationName: row.organisation_name,
        email: row.email,
        role: row.role,
        level: row.level,
        endsOn: lastDayBefore(row.ends_at),
        status: row.status,
        createdAt: new Date(row.created_at).toISOString(),
        expiresAt: new Date(row.expires_at).toISOString(),
        by: { id: publicId('user', row.invited_by), name: row.invited_by_name },
      })),
    });
  });
}

/** The last day of a period that ends at a moment. */
export function lastDayBefore(moment: string | Date | null): string | null {
  return moment === null ? null : civilDateOf(new Date(new Date(moment).getTime() - 1).toISOString());
}
