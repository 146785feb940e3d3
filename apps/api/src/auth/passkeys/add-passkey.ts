import { verifyRegistrationResponse, type VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import type { RequestContext } from '../../context.ts';
import { type AppError, conflict, invalidField } from '../../errors.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import { parseInput } from '../../parse-input.ts';
import { renewSessions } from '../open-session.ts';
import { newRecoveryCodes } from '../recovery-codes.ts';
import { noteSecurityEvent } from '../security-event.ts';
import type { LiveSession } from '../session.ts';
import { takeChallenge } from './challenge.ts';
import { NewPasskeyResponse } from './responses.ts';
import { type PasskeySite, requirePasskeySite } from './site.ts';
import { challengeIn } from './take-passkey.ts';

/** As many as anybody has devices; each is a way in that has to be looked after. */
const MAX_PASSKEYS = 20;

export const PasskeyName = z.string().trim().min(1).max(60);
export const AddPasskeyInput = z.strictObject({ name: PasskeyName, passkey: NewPasskeyResponse });

/**
 * Takes in a passkey that was just made. All other sessions end, and this one goes on under a new token.
 * @returns recovery codes when it is the first second factor, which nothing can show again; else null
 * @throws AppError `invalid-input` at `passkey`, `conflict` for one that is known or one too many, `insecure-origin`
 */
export async function addPasskey(
  ctx: RequestContext & { session: LiveSession },
  raw: z.input<typeof AddPasskeyInput>,
): Promise<{ recoveryCodes: string[] | null }> {
  const { name, passkey } = parseInput(AddPasskeyInput, raw);
  const site = requirePasskeySite(ctx);
  const { id: userId, email } = ctx.session.user;
  const { authPool, clock, newId } = ctx.services;
  const challenge = challengeIn(passkey);
  const boundTo = Buffer.from(ctx.session.credentialHash, 'hex');
  const isOurs = challenge !== null && (await takeChallenge(ctx, challenge, { purpose: 'register', boundTo }));
  const made = isOurs ? await verified(passkey, challenge, site) : null;
  if (made === null) {
    await noteSecurityEvent(ctx, 'passkey-refused', {
      userId,
      detail: { reason: isOurs ? 'not-verified' : 'challenge' },
    });
    throw notAccepted();
  }
  const { credential, credentialBackedUp } = made;
  const { codes, hashes } = newRecoveryCodes();
  const { rows } = await authPool.query<{ outcome: string }>(
    'select authz.add_passkey($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as outcome',
    [
      userId,
      newId(),
      Buffer.from(credential.id, 'base64url'),
      Buffer.from(credential.publicKey),
      credential.counter,
      passkey.response.transports ?? [],
      site.rpId,
      name,
      credentialBackedUp,
      hashes,
      MAX_PASSKEYS,
      clock(),
    ],
  );
  const outcome = rows[0]?.outcome;
  if (outcome === 'known') throw conflict('该通行密钥已登记。', 'This passkey is known already.');
  if (outcome === 'full') {
    throw conflict(
      `最多可登记 ${MAX_PASSKEYS} 个通行密钥，请先删除不用的。`,
      `There may be ${MAX_PASSKEYS} passkeys; remove one first.`,
    );
  }
  await renewSessions(ctx, userId, true);
  await noteSecurityEvent(ctx, 'passkey-added', { userId });
  await enqueueMail(authPool, { to: email, template: 'security-notice', data: { change: 'passkey-added' } });
  return { recoveryCodes: outcome === 'with-codes' ? codes : null };
}

async function verified(
  { id, rawId, type, response }: z.output<typeof NewPasskeyResponse>,
  challenge: string,
  { origin, rpId }: PasskeySite,
): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']> | null> {
  const { clientDataJSON, attestationObject } = response;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId, type, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    });
    return registrationInfo ?? null;
  } catch {
    return null;
  }
}

const notAccepted = (): AppError =>
  invalidField('passkey', '该通行密钥未被接受，请重试。', 'The passkey was not accepted; try again.');
