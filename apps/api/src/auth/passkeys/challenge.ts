import type { RequestContext } from '../../context.ts';
import { hashBytes, newSecret } from '../token.ts';

/** What a challenge is good for. */
export type PasskeyPurpose = 'register' | 'sign-in' | 'second-factor' | 'step-up';

/** A purpose, and whom the challenge is for: a session or the first step of a sign-in. A whole sign-in is for anybody. */
export interface PasskeyUse {
  purpose: PasskeyPurpose;
  boundTo: Buffer | null;
}

/** Time to find the device and to unlock it. */
export const CHALLENGE_MS = 5 * 60_000;

type Context = Pick<RequestContext, 'services'>;

/** What an authenticator has to sign. Only its hash is kept, in the database, so it holds over all processes. */
export async function beginChallenge({ services }: Context, { purpose, boundTo }: PasskeyUse): Promise<string> {
  const challenge = newSecret();
  const now = services.clock();
  const expires = new Date(now.getTime() + CHALLENGE_MS);
  await services.authPool.query('select authz.begin_passkey($1, $2, $3, $4, $5)', [
    hashBytes(challenge),
    purpose,
    boundTo,
    now,
    expires,
  ]);
  return challenge;
}

/** Uses a challenge up. False for one that is over, was used, is for something or somebody else, or never was. */
export async function takeChallenge(
  { services }: Context,
  challenge: string,
  { purpose, boundTo }: PasskeyUse,
): Promise<boolean> {
  const { rows } = await services.authPool.query<{ taken: boolean }>(
    'select authz.take_passkey_challenge($1, $2, $3, $4) as taken',
    [hashBytes(challenge), purpose, boundTo, services.clock()],
  );
  return rows[0]?.taken === true;
}
