import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { AppError } from '../errors.ts';
import type { LiveKey } from './api-key.ts';
import { hashBytes } from './token.ts';

/** Requests of one key in a minute, over all processes. */
const LIMIT = 600;
const SECONDS = 60;

/** Where a key stands within its limit. */
export interface Rate {
  limit: number;
  windowSeconds: number;
  remaining: number;
  /** Seconds until the window begins anew. */
  resetsIn: number;
}

/** Takes one request of a key. Whether it was one too many, `requireRate` says. */
export async function takeRequest(pool: Pool, clock: Clock, key: LiveKey): Promise<Rate> {
  const { rows } = await pool.query<{ taken: number; ends_in: number }>(
    'select taken, ends_in from authz.take_request($1, $2, $3, $4)',
    [bucketOf(key), LIMIT, SECONDS, clock()],
  );
  const { taken = 0, ends_in: resetsIn = SECONDS } = rows[0] ?? {};
  // One above the limit stands for all that were refused.
  return { limit: LIMIT, windowSeconds: SECONDS, remaining: taken > LIMIT ? -1 : LIMIT - taken, resetsIn };
}

/** @throws AppError `too-many-attempts` with the seconds to wait */
export function requireRate({ remaining, resetsIn, limit }: Rate): void {
  if (remaining >= 0) return;
  throw new AppError(
    'too-many-attempts',
    {
      zh: `该密钥每分钟最多 ${limit} 次请求，请在 ${resetsIn} 秒后重试。`,
      en: `This key may make ${limit} requests a minute; try again in ${resetsIn} seconds.`,
    },
    { retryAfterSeconds: resetsIn },
  );
}

/** A request that was answered with “nothing new” does not count. */
export async function giveBackRequest(pool: Pool, key: LiveKey): Promise<void> {
  await pool.query('select authz.give_back_request($1)', [bucketOf(key)]);
}

/** As headers: those of the IETF draft, and those that clients knew before it. */
export function rateHeaders({ limit, windowSeconds, remaining, resetsIn }: Rate): Record<string, string> {
  const left = String(Math.max(0, remaining));
  return {
    'ratelimit-policy': `"default";q=${limit};w=${windowSeconds}`,
    ratelimit: `"default";r=${left};t=${resetsIn}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': left,
    'x-ratelimit-reset': String(resetsIn),
  };
}

/** Carries the organisation, and holds neither it nor the key in clear. */
function bucketOf({ ownerId, id }: LiveKey): Buffer {
  return hashBytes(`api-key\n${ownerId} ${id}`);
}
