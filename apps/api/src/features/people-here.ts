import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TenantTransaction } from '../db/tenant-transaction.ts';
import { invalidField } from '../errors.ts';

/** Somebody who may come into the organisation now: a member, or a consultant named for it. */
export interface PersonHere {
  id: string;
  name: string;
  role: 'owner' | 'admin' | 'member' | 'viewer' | 'consultant';
  level: 'read' | 'write';
}

/** The same as callers see it. */
export const PersonHereView = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'admin', 'member', 'viewer', 'consultant']),
  level: z.enum(['read', 'write']),
});

/** Everybody with access now, by id, in the order of names. */
export async function readPeopleHere(tx: TenantTransaction): Promise<Map<string, PersonHere>> {
  const { rows } = await tx.db.execute<PersonHere & Record<string, unknown>>(
    sql`select id, name, role, level from authz.people_here()`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Refuses to name somebody who has no access: an item or a mention must not call a stranger, nor tell who exists.
 * @throws AppError `invalid-input` at `path`
 */
export async function requirePeopleHere(tx: TenantTransaction, ids: readonly string[], path: string): Promise<void> {
  if (ids.length === 0) return;
  const here = await readPeopleHere(tx);
  if (ids.every((id) => here.has(id))) return;
  throw invalidField(
    path,
    '此人无权访问本企业，请从可选人员中选择。',
    'This person has no access to the company; choose one of those who have.',
  );
}
