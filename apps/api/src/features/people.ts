import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { publicId } from '../db/ids.ts';
import type { TenantTransaction } from '../db/tenant-transaction.ts';

/** Somebody who did something; null when the product itself did it. */
export const PersonView = z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable();
export type PersonView = z.infer<typeof PersonView>;

/** Names of the people who act or acted in the tenant. */
export async function readPeople(tx: TenantTransaction): Promise<(id: string | null) => PersonView> {
  const { rows } = await tx.db.execute<{ id: string; name: string }>(sql`select id, name from authz.people()`);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null ? null : { id: publicId('user', id), name: names.get(id) ?? null });
}
