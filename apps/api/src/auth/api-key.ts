import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { AppError } from '../errors.ts';
import { type KeptKey, readApiKey } from './api-key-format.ts';
import { ApiScope } from './api-scopes.ts';
import { takeAttempts } from './attempts.ts';

/** A key that is alive. */
export interface LiveKey {
  id: string;
  /** The organisation that owns it. */
  ownerId: string;
  scopes: readonly ApiScope[];
  credentialHash: string;
}

/** Requests of one key in a minute, over all processes. */
const PER_KEY = { limit: 600, seconds: 60 };
/** Requests of one network address in a minute that came with a wrong key. */
const WRONG_PER_ADDRESS = { limit: 60, seconds: 60 };

/**
 * The key of an `Authorization` header.
 * @throws AppError `unauthenticated` in the same words for no key, a wrong one and one that has ended;
 * `too-many-attempts`
 */
export async function authenticateKey(
  { authPool, clock }: { authPool: Pool; clock: Clock },
  authorization: string | null,
  address: string,
): Promise<LiveKey> {
  const sent = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization ?? '')?.[1];
  const kept = sent === undefined ? null : readApiKey(sent);
  const key = kept && (await findKey(authPool, kept));
  if (!key) {
    // Without any key nothing is guessed, so nothing is counted.
    if (authorization !== null)
      await takeAttempts(authPool, clock, [{ name: 'api-wrong-key', of: address, ...WRONG_PER_ADDRESS }]);
    throw new AppError('unauthenticated', {
      zh: '需要有效的 API 密钥：Authorization: Bearer zq_live_…',
      en: 'A valid API key is needed: Authorization: Bearer zq_live_…',
    });
  }
  await takeAttempts(authPool, clock, [{ name: 'api-key', of: key.id, ...PER_KEY }]);
  return key;
}

async function findKey(pool: Pool, { hash }: KeptKey): Promise<LiveKey | null> {
  const { rows } = await pool.query<{ key_id: string; tenant_id: string; scopes: string[] }>(
    'select * from authz.use_api_key($1)',
    [hash],
  );
  const [row] = rows;
  if (!row) return null;
  // A scope that this version no longer knows opens nothing.
  const scopes = row.scopes.flatMap((scope) => ApiScope.safeParse(scope).data ?? []);
  return { id: row.key_id, ownerId: row.tenant_id, scopes, credentialHash: hash.toString('hex') };
}
