import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { askAuthority } from '../ask-authority.ts';
import { Nothing, SandboxList } from './schemas.ts';

/** As the database counts them too. */
const LIMIT = 5;

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  created_at: string;
  status: string;
  open: boolean;
}

/** The companies that this organisation rehearses with, oldest first. @throws AppError `forbidden` for consultants */
export async function listSandboxes(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof SandboxList>> {
  parseInput(Nothing, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await askAuthority<Row>(tx, sql`select * from authz.sandboxes()`);
    return SandboxList.parse({
      items: rows.map(({ id, name, created_at: createdAt, status, open }) => ({
        id: publicId('organisation', id),
        name,
        createdAt: new Date(createdAt).toISOString(),
        status,
        open,
      })),
      limit: LIMIT,
    });
  });
}
