import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import type { RequestContext } from '../../context.ts';
import { noteSecurityEvent } from '../security-event.ts';
import { type PasskeyUse, takeChallenge } from './challenge.ts';
import type { PasskeyResponse } from './responses.ts';
import { requirePasskeySite } from './site.ts';
import { userHandleOf } from './user-handle.ts';

interface KnownPasskey {
  id: string;
  user_id: string;
  public_key: Buffer;
  counter: string;
}

type Refusal = 'challenge' | 'unknown' | 'not-verified' | 'copied';

/**
 * Checks the use of a passkey: our challenge, once, for this purpose and this session; our page; the person verified by
 * the device; a count that goes up.
 * @returns whose it is; null when anything of that is not so. What it was is noted, not said.
 */
export async function takePasskey(
  ctx: RequestContext,
  response: PasskeyResponse,
  use: PasskeyUse,
): Promise<string | null> {
  const site = requirePasskeySite(ctx);
  const { authPool, clock } = ctx.services;
  const { rows } = await authPool.query<KnownPasskey>('select * from authz.read_passkey($1)', [
    Buffer.from(response.id, 'base64url'),
  ]);
  const [known] = rows;
  const refused = async (reason: Refusal) => {
    await noteSecurityEvent(ctx, 'passkey-refused', { userId: known?.user_id ?? null, detail: { reason } });
    return null;
  };
  const challenge = challengeIn(response);
  if (challenge === null || !(await takeChallenge(ctx, challenge, use))) return refused('challenge');
  if (known === undefined) return refused('unknown');
  const counter = await verifiedCounter(response, known, { ...site, challenge });
  if (counter === null) return refused('not-verified');
  const used = await authPool.query<{ used: boolean }>('select authz.use_passkey($1, $2, $3) as used', [
    known.id,
    counter,
    clock(),
  ]);
  return used.rows[0]?.used === true ? known.user_id : refused('copied');
}

/** The challenge that was signed; null when the answer cannot be read, or was made inside a page of somebody else. */
export function challengeIn({ response }: { response: { clientDataJSON: string } }): string | null {
  try {
    const { challenge, crossOrigin } = decodeClientDataJSON(response.clientDataJSON);
    return typeof challenge === 'string' && crossOrigin !== true ? challenge : null;
  } catch {
    return null;
  }
}

async function verifiedCounter(
  { id, rawId, response, type }: PasskeyResponse,
  known: KnownPasskey,
  expected: { challenge: string; origin: string; rpId: string },
): Promise<number | null> {
  const { userHandle, ...signed } = response;
  if (userHandle && userHandle !== Buffer.from(userHandleOf(known.user_id)).toString('base64url')) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id, rawId, type, response: signed, clientExtensionResults: {} },
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.origin,
      expectedRPID: expected.rpId,
      requireUserVerification: true,
      credential: { id, publicKey: new Uint8Array(known.public_key), counter: Number(known.counter) },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library says by throwing what is wrong; its words repeat what the caller sent.
    return null;
  }
}
