import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { ORIGIN } from './product.ts';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** How an answer of the authenticator departs from the honest one. */
export interface Departure {
  origin?: string;
  rpId?: string;
  /** The person touched the device but was not verified by it. */
  unverified?: boolean;
  /** In the place of counting on. */
  counter?: number;
  userHandle?: string;
  crossOrigin?: boolean;
  type?: string;
}

/** An authenticator with one passkey, which can also do what no honest one does. */
export class TestAuthenticator {
  readonly id = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;
  private userHandle = randomBytes(16).toString('base64url');

  /** Makes the passkey that was asked for. */
  make(
    { challenge, user }: { challenge: string; user: { id: string } },
    { origin = ORIGIN, rpId = 'localhost', unverified = false, type = 'webauthn.create' }: Departure = {},
  ) {
    this.userHandle = user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.publicKey()]);
    const authData = Buffer.concat([this.authData(rpId, ATTESTED | flagsOf(unverified)), attested]);
    const object = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(object as never)).toString('base64url');
    const clientDataJSON = clientData({ type, challenge, origin });
    return { ...this.credential(), response: { clientDataJSON, attestationObject, transports: ['internal'] } };
  }

  /** Uses it. */
  use({ challenge }: { challenge: string }, departure: Departure = {}) {
    const { origin = ORIGIN, rpId = 'localhost', unverified = false, type = 'webauthn.get' } = departure;
    this.counter = departure.counter ?? this.counter + 1;
    const authData = this.authData(rpId, flagsOf(unverified));
    const { crossOrigin } = departure;
    const json = clientData({ type, challenge, origin, ...(crossOrigin === undefined ? {} : { crossOrigin }) });
    const hash = createHash('sha256').update(Buffer.from(json, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([authData, hash]), this.keys.privateKey).toString('base64url');
    const { userHandle = this.userHandle } = departure;
    const response = { clientDataJSON: json, authenticatorData: authData.toString('base64url'), signature, userHandle };
    return { ...this.credential(), response };
  }

  private credential() {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private authData(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter]);
  }

  /** The public key in COSE: ES256 on P-256. */
  private publicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    return Buffer.from(isoCBOR.encode(cose as never));
  }
}

const flagsOf = (unverified: boolean) => (unverified ? PRESENT : PRESENT | VERIFIED);

function clientData(data: object): string {
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}
