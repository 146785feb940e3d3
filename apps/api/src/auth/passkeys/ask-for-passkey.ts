import { z } from 'zod';
import type { RequestContext } from '../../context.ts';
import { unauthenticated } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { passkeyLimits, takeAttempts } from '../attempts.ts';
import { findPendingSignIn } from '../pending-sign-in.ts';
import type { LiveSession } from '../session.ts';
import { beginChallenge, CHALLENGE_MS, type PasskeyUse } from './challenge.ts';
import { passkeysHere } from './queries.ts';
import { PasskeyOptions } from './responses.ts';
import { requirePasskeySite } from './site.ts';

export const AskForPasskeyInput = z.strictObject({ purpose: z.enum(['sign-in', 'second-factor']) });

/**
 * What a browser needs to sign somebody in by a passkey, or to let it be the second factor after the password. For a
 * sign-in nobody is named and no passkey listed: the device knows which it has, and the answer tells of nobody.
 * @throws AppError `unauthenticated` when no sign-in waits for its second factor; `insecure-origin`, `too-many-attempts`
 */
export async function askForPasskey(
  ctx: RequestContext,
  raw: z.input<typeof AskForPasskeyInput>,
): Promise<PasskeyOptions> {
  const { purpose } = parseInput(AskForPasskeyInput, raw);
  if (purpose === 'sign-in') return optionsFor(ctx, { purpose, boundTo: null }, null);
  const pending = await findPendingSignIn(ctx);
  if (pending?.step !== 'second-factor') throw unauthenticated();
  return optionsFor(ctx, { purpose, boundTo: pending.id }, pending.userId);
}

/** The same for who sits in a session and has to prove it again. */
export function askForPasskeyProof(ctx: RequestContext & { session: LiveSession }): Promise<PasskeyOptions> {
  const { user, credentialHash } = ctx.session;
  return optionsFor(ctx, { purpose: 'step-up', boundTo: Buffer.from(credentialHash, 'hex') }, user.id);
}

async function optionsFor(ctx: RequestContext, use: PasskeyUse, userId: string | null): Promise<PasskeyOptions> {
  const { rpId } = requirePasskeySite(ctx);
  await takeAttempts(ctx.services.authPool, ctx.services.clock, passkeyLimits(userId ?? ctx.address));
  return PasskeyOptions.parse({
    challenge: await beginChallenge(ctx, use),
    rpId,
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: userId === null ? [] : await passkeysHere(ctx, userId),
  });
}
