import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { dataKey } from '../../db/schema/audit.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { rotateDataKey } from './data-keys.ts';
import { countSealed } from './sealed-columns.ts';
import { masterKeyOf, tenantCipher } from './tenant-cipher.ts';

export const KeyStateInput = z.strictObject({});
export const KeyState = z.strictObject({
  /** Version of the key that seals; null while nothing was ever sealed. */
  version: z.int().nullable(),
  since: z.string().nullable(),
  fields: z.int(),
  /** Fields that an older key sealed and that wait for being sealed again. */
  waiting: z.int(),
});
type KeyState = z.infer<typeof KeyState>;

/** Which key of the organisation seals, and how far a change of keys has come. */
export async function keyState(ctx: TenantContext, raw: unknown): Promise<KeyState> {
  parseInput(KeyStateInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    requirePermission(tx.access, 'data-key:rotate');
    return readState(tx);
  });
}

/**
 * Makes a new key that seals from now on, and has the worker seal again what the older one sealed. What is not done yet
 * opens as before.
 * @throws AppError `conflict` while an earlier change goes on
 */
export async function rotateKey(ctx: TenantContext, raw: unknown): Promise<KeyState> {
  parseInput(KeyStateInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'data-key:rotate');
    await tenantCipher(tx, ctx);
    if ((await readState(tx)).waiting > 0)
      throw conflict('上一次更换密钥尚未完成。', 'The change of keys before this one is not done yet.');
    const { version } = await rotateDataKey(tx, ctx, masterKeyOf(ctx));
    await recordAudit(tx, ctx, 'data-key.rotated', { type: 'data-key', id: null }, { version });
    await enqueue(tx, ctx, 're-seal-fields', {});
    return readState(tx);
  });
}

async function readState(tx: TenantTransaction): Promise<KeyState> {
  const [key] = await tx.db
    .select()
    .from(dataKey)
    .where(eq(dataKey.kind, 'field'))
    .orderBy(desc(dataKey.version))
    .limit(1);
  if (!key) return { version: null, since: null, fields: 0, waiting: 0 };
  const { total, waiting } = await countSealed(tx, key.version);
  return { version: key.version, since: key.createdAt, fields: total, waiting };
}
