import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
const ISSUER = '证期';
/** One step back and one ahead: clocks of phones differ, and typing takes time. */
const WINDOW = 1;

/** 160 bits, as RFC 4226 wants them. */
export function newTotpSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes;
}

/** What an authenticator app takes: as text to type, and as address for a QR code. */
export function totpEnrolment(bytes: Uint8Array, account: string): { secret: string; uri: string } {
  const totp = totpOf(bytes, account);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step that a code belongs to, or null when it belongs to none near now. */
export function stepOfCode(bytes: Uint8Array, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(bytes).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp }) + delta;
}

/** The code of a moment, as the app on the phone shows it. */
export function codeAt(base32: string, now: Date): string {
  return new TOTP({ secret: base32, period: PERIOD }).generate({ timestamp: now.getTime() });
}

function totpOf(bytes: Uint8Array, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    period: PERIOD,
    secret: new Secret({ buffer: Uint8Array.from(bytes).buffer }),
  });
}
