import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { AppError } from '../errors.ts';
import { hashBytes } from './token.ts';

/** So many attempts in a window of seconds. */
interface Limit {
  name: string;
  of: string;
  limit: number;
  seconds: number;
}

const QUARTER = 15 * 60;

/**
 * Limits of one sign-in. Somebody who knows an address can use up the account's own limit, but only for a quarter of an
 * hour; the tighter one counts the account together with where the attempt came from.
 */
export function signInLimits(emailKey: string, address: string): readonly Limit[] {
  return [
    { name: 'sign-in-pair', of: `${emailKey} ${address}`, limit: 10, seconds: QUARTER },
    { name: 'sign-in-account', of: emailKey, limit: 50, seconds: QUARTER },
    { name: 'sign-in-address', of: address, limit: 100, seconds: QUARTER },
  ];
}

/** Limits of guessing the second factor. Only who knows the password gets so far. */
export function secondFactorLimits(userId: string): readonly Limit[] {
  return [{ name: 'second-factor', of: userId, limit: 10, seconds: QUARTER }];
}

/**
 * Limits of asking for, and of using, passkeys. Nobody guesses one, so they are wide enough for an office behind one
 * address; but each try costs a row and a signature.
 */
export function passkeyLimits(of: string): readonly Limit[] {
  return [{ name: 'passkey', of, limit: 300, seconds: QUARTER }];
}

/** Limits of guessing the password in a session. */
export function passwordLimits(userId: string): readonly Limit[] {
  return [{ name: 'password', of: userId, limit: 10, seconds: QUARTER }];
}

/** Limits of asking for mails that reset a password, the same for addresses that nobody has. */
export function resetLimits(emailKey: string, address: string): readonly Limit[] {
  return [
    { name: 'reset-account', of: emailKey, limit: 5, seconds: 4 * QUARTER },
    { name: 'reset-address', of: address, limit: 20, seconds: QUARTER },
  ];
}

/** Limits of guessing the token of such a mail. */
export function resetTokenLimits(address: string): readonly Limit[] {
  return [{ name: 'reset-token', of: address, limit: 20, seconds: QUARTER }];
}

/** Limits of guessing the set-up token. */
export function setUpLimits(address: string): readonly Limit[] {
  return [{ name: 'set-up-address', of: address, limit: 20, seconds: QUARTER }];
}

/**
 * Takes one attempt of each limit; the counts are in the database, so they hold over all processes.
 * @throws AppError `too-many-attempts` with the seconds to wait
 */
export async function takeAttempts(pool: Pool, clock: Clock, limits: readonly Limit[]): Promise<void> {
  let wait = 0;
  for (const limit of limits) {
    const { rows } = await pool.query<{ wait: number }>('select authz.take_attempt($1, $2, $3, $4) as wait', [
      bucketOf(limit),
      limit.limit,
      limit.seconds,
      clock(),
    ]);
    wait = Math.max(wait, rows[0]?.wait ?? 0);
  }
  if (wait === 0) return;
  const minutes = Math.ceil(wait / 60);
  throw new AppError(
    'too-many-attempts',
    {
      zh: `尝试次数过多，请在 ${minutes} 分钟后重试。`,
      en: `Too many attempts; try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
    },
    { retryAfterSeconds: wait },
  );
}

/** Forgets the failed attempts of an account from one place after it came in. */
export async function clearAttempts(pool: Pool, limits: readonly Limit[]): Promise<void> {
  const [pair] = limits;
  if (pair) await pool.query('select authz.clear_attempts($1)', [bucketOf(pair)]);
}

/** Hashed, so that the table holds neither addresses nor accounts. */
function bucketOf({ name, of }: Limit): Buffer {
  return hashBytes(`${name}\n${of}`);
}
