import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hashBytes } from './token.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 32 digits of base 62 are 190 bits. */
const SECRET_DIGITS = 32;
/** As many digits as a CRC-32 needs. */
const CHECK_DIGITS = 6;
const FORM = new RegExp(`^zq_(live|test)_([0-9A-Za-z]{${SECRET_DIGITS}})([0-9A-Za-z]{${CHECK_DIGITS}})$`);

/** Whether a key works for real companies or for sandbox companies. */
export type KeyMode = 'live' | 'test';

/** A key as it may be kept: what it is looked up by, and the four characters by which people tell keys apart. */
export interface KeptKey {
  mode: KeyMode;
  start: string;
  hash: Buffer;
}

/** A new key. The text is shown once and kept nowhere. */
export function newApiKey(mode: KeyMode): { secret: string } & KeptKey {
  const digits = Array.from({ length: SECRET_DIGITS }, () => DIGITS[randomInt(DIGITS.length)]).join('');
  const secret = `zq_${mode}_${digits}${checkDigits(`zq_${mode}_${digits}`)}`;
  return { secret, mode, start: digits.slice(0, 4), hash: hashBytes(secret) };
}

/** A key as it was sent, or null for anything else: a wrong check sum costs no question to the database. */
export function readApiKey(text: string): KeptKey | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, mode, digits = '', check] = match;
  if (check !== checkDigits(text.slice(0, -CHECK_DIGITS))) return null;
  return { mode: mode === 'test' ? 'test' : 'live', start: digits.slice(0, 4), hash: hashBytes(text) };
}

/** All that is shown of a key later. */
export function displayKey(mode: string, start: string): string {
  return `zq_${mode}_${start}…`;
}

function checkDigits(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let i = 0; i < CHECK_DIGITS; i += 1) {
    digits = (DIGITS[rest % DIGITS.length] ?? '') + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}
