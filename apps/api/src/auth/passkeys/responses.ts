import type { AuthenticatorTransport } from '@simplewebauthn/server';
import { z } from 'zod';

/** Bytes in an answer of an authenticator. */
const bytes = (max: number) => z.base64url().min(1).max(max);

/** What extensions say changes nothing here, so it is not read. */
const ignored = z.unknown().transform(() => ({}));
const attachment = z.unknown().transform(() => undefined);

const credential = {
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal('public-key'),
  clientExtensionResults: ignored,
  authenticatorAttachment: attachment.optional(),
};

/** How an authenticator is reached. Handed back to the browser as it came. */
const Transports = z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(8);

/** A new passkey, as the browser gives it. */
export const NewPasskeyResponse = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_096),
    attestationObject: bytes(65_536),
    transports: Transports.optional(),
    // Repeated from the two above for browsers' sake; only those two are believed.
    authenticatorData: ignored.optional(),
    publicKey: ignored.optional(),
    publicKeyAlgorithm: ignored.optional(),
  }),
});

/** The use of a passkey, as the browser gives it. */
export const PasskeyResponse = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_096),
    authenticatorData: bytes(4_096),
    signature: bytes(8_192),
    userHandle: bytes(200).nullish(),
  }),
});
export type PasskeyResponse = z.output<typeof PasskeyResponse>;

const Descriptor = z.strictObject({
  id: z.string(),
  type: z.literal('public-key'),
  transports: Transports.transform((names) => names as AuthenticatorTransport[]),
});

/** What a browser needs to ask for the use of a passkey. */
export const PasskeyOptions = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number(),
  userVerification: z.literal('required'),
  /** Empty: whichever passkeys of this site the device has. */
  allowCredentials: z.array(Descriptor),
});
export type PasskeyOptions = z.output<typeof PasskeyOptions>;

/** What a browser needs to make a passkey. */
export const NewPasskeyOptions = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.number(), type: z.literal('public-key') })),
  timeout: z.number(),
  attestation: z.literal('none'),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  excludeCredentials: z.array(Descriptor),
});
export type NewPasskeyOptions = z.output<typeof NewPasskeyOptions>;
