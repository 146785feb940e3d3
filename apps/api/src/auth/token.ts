import { createHash, randomBytes } from 'node:crypto';

/** Where secrets come from; the entry points give the real one. */
export type NewSecret = () => string;

/** 256 bits, as text that fits into a cookie. */
export const newSecret: NewSecret = () => randomBytes(32).toString('base64url');

/** The only form in which a token is stored and looked up: sha256, in hex. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The same as bytes, for parameters of type bytea. */
export function hashBytes(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
