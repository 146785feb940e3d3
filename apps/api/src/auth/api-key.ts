import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { AppError } from '../errors.ts';
import { type KeptKey, type KeyMode, readApiKey } from './api-key-format.ts';
import { ApiScope } from './api-scopes.ts';
import { takeAttempts } from './attempts.ts';

/** A key that is alive. */
export interface LiveKey {
  id: string;
  /** The organisation that owns it. */
  ownerId: string;
  /** A test key opens sandbox companies only, a live key none of them: the database decides so. */
  mode: KeyMode;
  scopes: readonly ApiScope[];
  credentialHash: string;
}

/** Requests of one network address in a minute that came with a wrong key. */
const WRONG_PER_ADDRESS = { limit: 60, seconds: 60 };

/** What is known of a request that comes with a key. */
export interface KeyRequest {
  authorization: string | null;
  address: string;
  /** The company that it names, as a uuid; null when it names none. */
  companyId: string | null;
  requestId: string;
}

/**
 * The key of an `Authorization` header. That it is used for a company for the first time is noted there.
 * @throws AppError `unauthenticated` in the same words for no key, a wrong one and one that has ended;
 * `too-many-attempts`
 */
export async function authenticateKey(
  { authPool, clock }: { authPool: Pool; clock: Clock },
  { authorization, address, companyId, requestId }: KeyRequest,
): Promise<LiveKey> {
  const sent = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization ?? '')?.[1];
  const kept = sent === undefined ? null : readApiKey(sent);
  const key = kept && (await findKey(authPool, kept, companyId, requestId));
  if (!key) {
    // Without any key nothing is guessed, so nothing is counted.
    if (authorization !== null)
      await takeAttempts(authPool, clock, [{ name: 'api-wrong-key', of: address, ...WRONG_PER_ADDRESS }]);
    throw new AppError('unauthenticated', {
      zh: '需要有效的 API 密钥：Authorization: Bearer zq_live_…',
      en: 'A valid API key is needed: Authorization: Bearer zq_live_…',
    });
  }
  return key;
}

async function findKey(
  pool: Pool,
  { hash }: KeptKey,
  companyId: string | null,
  requestId: string,
): Promise<LiveKey | null> {
  const { rows } = await pool.query<{ key_id: string; tenant_id: string; mode: KeyMode; scopes: string[] }>(
    'select * from authz.use_api_key($1, $2, $3)',
    [hash, companyId, requestId],
  );
  const [row] = rows;
  if (!row) return null;
  // A scope that this version no longer knows opens nothing.
  const scopes = row.scopes.flatMap((scope) => ApiScope.safeParse(scope).data ?? []);
  return { id: row.key_id, ownerId: row.tenant_id, mode: row.mode, scopes, credentialHash: hash.toString('hex') };
}
