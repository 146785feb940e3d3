import { randomBytes } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { seal, unseal } from '../../auth/sealing.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { dataKey } from '../../db/schema/audit.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { FieldCipher } from './field-cipher.ts';

type Kind = 'field' | 'index';

/**
 * The cipher of the tenant of the transaction. Its keys are made when they are first needed, so the first call must be
 * in a writing transaction.
 * @param masterKey lies outside of the database and wraps the keys of all tenants
 */
export async function fieldCipher(tx: TenantTransaction, ctx: TenantContext, masterKey: Buffer): Promise<FieldCipher> {
  let rows = await readKeys(tx);
  for (const kind of ['field', 'index'] as const) {
    if (rows.some((row) => row.kind === kind)) continue;
    await addKey(tx, ctx, masterKey, kind, 1);
    // Read again: of two at once one has made it.
    rows = await readKeys(tx);
  }
  const opened = rows.map(({ kind, version, wrapped }) => ({
    kind,
    version,
    key: unseal(masterKey, purposeOf(tx.tenantId, kind as Kind, version), Buffer.from(wrapped)),
  }));
  const fieldKeys = new Map(opened.filter(({ kind }) => kind === 'field').map(({ version, key }) => [version, key]));
  const indexKey = opened.find(({ kind }) => kind === 'index')?.key;
  if (!indexKey) throw new Error('the tenant has no index key');
  return new FieldCipher(tx.tenantId, fieldKeys, indexKey);
}

/** Makes a new key that seals from now on. What older ones sealed opens as before, and is sealed again when written. */
export async function rotateDataKey(
  tx: TenantTransaction,
  ctx: TenantContext,
  masterKey: Buffer,
): Promise<FieldCipher> {
  const { version } = await fieldCipher(tx, ctx, masterKey);
  await addKey(tx, ctx, masterKey, 'field', version + 1);
  return fieldCipher(tx, ctx, masterKey);
}

function readKeys(tx: TenantTransaction) {
  return tx.db.select().from(dataKey).orderBy(asc(dataKey.version));
}

async function addKey(
  tx: TenantTransaction,
  ctx: TenantContext,
  masterKey: Buffer,
  kind: Kind,
  version: number,
): Promise<void> {
  const wrapped = seal(masterKey, purposeOf(tx.tenantId, kind, version), randomBytes(32));
  await tx.db
    .insert(dataKey)
    .values({ tenantId: tx.tenantId, kind, version, wrapped, createdAt: nowInstant(ctx.clock) })
    .onConflictDoNothing();
}

function purposeOf(tenantId: string, kind: Kind, version: number): string {
  return `data key|${tenantId}|${kind}|${version}`;
}
