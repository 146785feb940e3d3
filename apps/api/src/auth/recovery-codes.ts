import { randomBytes } from 'node:crypto';
import { hashBytes } from './token.ts';

const COUNT = 10;
/** Crockford's: without i, l, o and u, which are mistaken for others. 32 of them, so each stands for five bits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten codes of 80 bits, as people write them down, and what is stored of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: Buffer[] } {
  const codes = Array.from({ length: COUNT }, () => {
    const text = [...randomBytes(16)].map((byte) => ALPHABET[byte & 31]).join('');
    return text.match(/.{4}/g)?.join('-') ?? text;
  });
  return { codes, hashes: codes.map(recoveryCodeHash) };
}

/** Case, dashes and spaces of what somebody copied from paper do not count. */
export function recoveryCodeHash(code: string): Buffer {
  const plain = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return hashBytes(`recovery ${plain.replaceAll('o', '0').replace(/[il]/g, '1')}`);
}
