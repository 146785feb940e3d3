import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { seal, unseal } from '../../auth/sealing.ts';
import type { TenantContext } from '../../context.ts';
import { personKey } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { masterKeyOf } from '../personal-data/tenant-cipher.ts';

/**
 * Seals words about a person that go into rows nobody may change. The key goes with the person: then the words are
 * unreadable, while the chain of the audit, which runs over the sealed text, stays whole.
 */
export async function sealWords(
  tx: TenantTransaction,
  ctx: TenantContext,
  personId: string,
  words: string,
): Promise<string> {
  const key = (await readKey(tx, ctx, personId)) ?? (await makeKey(tx, ctx, personId));
  return seal(key, purposeOf(tx, personId), Buffer.from(words)).toString('base64url');
}

/** The words again; null when the person's key is gone. */
export async function openWords(
  tx: TenantTransaction,
  ctx: TenantContext,
  personId: string,
): Promise<(sealed: string) => string | null> {
  const key = await readKey(tx, ctx, personId);
  return (sealed) => key && unseal(key, purposeOf(tx, personId), Buffer.from(sealed, 'base64url')).toString();
}

async function readKey(tx: TenantTransaction, ctx: TenantContext, personId: string): Promise<Buffer | null> {
  const [row] = await tx.db.select().from(personKey).where(eq(personKey.personId, personId));
  return row ? unseal(masterKeyOf(ctx), wrappingOf(tx, personId), Buffer.from(row.wrapped)) : null;
}

async function makeKey(tx: TenantTransaction, ctx: TenantContext, personId: string): Promise<Buffer> {
  const key = randomBytes(32);
  const wrapped = seal(masterKeyOf(ctx), wrappingOf(tx, personId), key);
  await tx.db.insert(personKey).values({ tenantId: tx.tenantId, personId, wrapped });
  return key;
}

const purposeOf = ({ tenantId }: TenantTransaction, personId: string) => `words about|${tenantId}|${personId}`;
const wrappingOf = ({ tenantId }: TenantTransaction, personId: string) => `person key|${tenantId}|${personId}`;
