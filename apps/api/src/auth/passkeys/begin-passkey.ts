import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { RequestContext } from '../../context.ts';
import { passkeyLimits, takeAttempts } from '../attempts.ts';
import type { LiveSession } from '../session.ts';
import { beginChallenge, CHALLENGE_MS } from './challenge.ts';
import { passkeysHere } from './queries.ts';
import { NewPasskeyOptions } from './responses.ts';
import { requirePasskeySite } from './site.ts';
import { userHandleOf } from './user-handle.ts';

const PRODUCT = '证期 Zhengqi';

/**
 * What a browser needs to make a passkey that signs in without a name (discoverable) and only after it has verified the
 * person. Devices that have one of this person already make no second.
 * @throws AppError `insecure-origin`, `too-many-attempts`
 */
export async function beginPasskey(ctx: RequestContext & { session: LiveSession }): Promise<NewPasskeyOptions> {
  const { user, credentialHash } = ctx.session;
  const { rpId } = requirePasskeySite(ctx);
  await takeAttempts(ctx.services.authPool, ctx.services.clock, passkeyLimits(user.id));
  const boundTo = Buffer.from(credentialHash, 'hex');
  const challenge = await beginChallenge(ctx, { purpose: 'register', boundTo });
  const known = await passkeysHere(ctx, user.id);
  const options = await generateRegistrationOptions({
    rpName: PRODUCT,
    rpID: rpId,
    userID: userHandleOf(user.id),
    userName: user.email,
    userDisplayName: user.name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const { rp, user: owner, pubKeyCredParams, timeout, attestation, authenticatorSelection } = options;
  return NewPasskeyOptions.parse({
    challenge: options.challenge,
    rp,
    user: owner,
    pubKeyCredParams,
    timeout,
    attestation,
    authenticatorSelection,
    excludeCredentials: known,
  });
}
