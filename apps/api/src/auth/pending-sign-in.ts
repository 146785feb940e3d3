import type { RequestContext } from '../context.ts';
import { unauthenticated } from '../errors.ts';
import { hashBytes, newSecret } from './token.ts';

/** Time to find the phone, or to set up an authenticator app. */
const LIFE_SECONDS = 10 * 60;
const COOKIE = '__Host-zq_sign_in';
const ATTRIBUTES = 'HttpOnly; Path=/; SameSite=Lax; Secure';

/** Somebody whose password was right and who still owes the second factor, or has to set one up. */
export interface PendingSignIn {
  id: Buffer;
  userId: string;
  email: string;
  step: 'second-factor' | 'enrol';
}

/** Begins it under a token of its own, which opens nothing but the next step. */
export async function beginPendingSignIn(
  { services, setCookie }: RequestContext,
  userId: string,
  step: PendingSignIn['step'],
): Promise<void> {
  const token = newSecret();
  const expires = new Date(services.clock().getTime() + LIFE_SECONDS * 1000);
  await services.authPool.query('select authz.begin_pending_sign_in($1, $2, $3, $4)', [
    hashBytes(token),
    userId,
    step,
    expires,
  ]);
  setCookie(`${COOKIE}=${token}; Max-Age=${LIFE_SECONDS}; ${ATTRIBUTES}`);
}

/** The one of this browser, or null. */
export async function findPendingSignIn({ services, cookieHeader }: RequestContext): Promise<PendingSignIn | null> {
  const token = new RegExp(`(?:^|; *)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(cookieHeader ?? '')?.[1];
  if (token === undefined) return null;
  const id = hashBytes(token);
  const { rows } = await services.authPool.query<{ user_id: string; email: string; step: PendingSignIn['step'] }>(
    'select * from authz.read_pending_sign_in($1, $2)',
    [id, services.clock()],
  );
  const [row] = rows;
  return row ? { id, userId: row.user_id, email: row.email, step: row.step } : null;
}

/**
 * Ends it, here and in the browser.
 * @throws AppError `unauthenticated` when another request was faster
 */
export async function endPendingSignIn({ services, setCookie }: RequestContext, { id }: PendingSignIn): Promise<void> {
  const { rows } = await services.authPool.query<{ ended: boolean }>(
    'select authz.end_pending_sign_in($1, $2) as ended',
    [id, services.clock()],
  );
  setCookie(`${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`);
  if (rows[0]?.ended !== true) throw unauthenticated();
}
