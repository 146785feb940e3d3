import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '../errors.ts';

const FILE = 'sign-in-key';
const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * The key of what sign-in must be able to read again. It lies beside the database, not in it: a stolen dump opens
 * nothing. Made at the first start; of several processes that start at once one makes it for all.
 * @throws Error when the file is not a key
 */
export function sealingKeyIn(dataFolder: string): Buffer {
  const file = path.join(dataFolder, FILE);
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (!fs.existsSync(file)) {
    const temporary = `${file}.${process.pid}`;
    fs.writeFileSync(temporary, randomBytes(KEY_LENGTH), { mode: 0o600 });
    try {
      // A link is made whole or not at all, and never over the key of a faster process.
      fs.linkSync(temporary, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      fs.rmSync(temporary);
    }
  }
  const key = fs.readFileSync(file);
  if (key.length !== KEY_LENGTH) throw new Error(`${file} is not a key of ${KEY_LENGTH} bytes`);
  return key;
}

/** AES-256-GCM, bound to what it is for: sealed text moved to another row does not open. */
export function seal(key: Buffer | null, purpose: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', required(key), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when it was sealed by another key, for another purpose, or changed */
export function unseal(key: Buffer | null, purpose: string, sealed: Buffer): Buffer {
  const body = NONCE_LENGTH + TAG_LENGTH;
  const decipher = createDecipheriv('aes-256-gcm', required(key), sealed.subarray(0, NONCE_LENGTH), {
    authTagLength: TAG_LENGTH,
  })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(sealed.subarray(NONCE_LENGTH, body));
  return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]);
}

function required(key: Buffer | null): Buffer {
  if (key) return key;
  throw new AppError('unavailable', {
    zh: '服务器未配置数据目录（DATA_DIR），无法使用两步验证。',
    en: 'The server has no data folder (DATA_DIR), so the second factor cannot be used.',
  });
}
