import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { seal, sealingKeyIn, unseal } from './sealing.ts';

const key = Buffer.alloc(32, 7);
const secret = Buffer.from('a secret of twenty b');

it('opens what it sealed, and looks different each time', () => {
  const sealed = seal(key, 'totp a', secret);
  expect(unseal(key, 'totp a', sealed)).toEqual(secret);
  expect(seal(key, 'totp a', secret)).not.toEqual(sealed);
  expect(sealed.includes(secret)).toBe(false);
});

it('does not open for another purpose, under another key, or when a bit was changed', () => {
  const sealed = seal(key, 'totp a', secret);
  expect(() => unseal(key, 'totp b', sealed)).toThrow();
  expect(() => unseal(Buffer.alloc(32, 8), 'totp a', sealed)).toThrow();
  for (let i = 0; i < sealed.length; i += 1) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(() => unseal(key, 'totp a', changed)).toThrow();
  }
  expect(() => unseal(key, 'totp a', sealed.subarray(0, 20))).toThrow();
});

it('says why nothing can be sealed without a data folder', () => {
  expect(() => seal(null, 'totp a', secret)).toThrow(/DATA_DIR/);
});

it('makes the key once, for its owner only, and takes no file that is none', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zq-key-'));
  try {
    const made = sealingKeyIn(folder);
    expect(made).toHaveLength(32);
    expect(sealingKeyIn(folder)).toEqual(made);
    expect(fs.readdirSync(folder)).toEqual(['sign-in-key']);
    expect(fs.statSync(path.join(folder, 'sign-in-key')).mode & 0o777).toBe(0o600);
    fs.writeFileSync(path.join(folder, 'sign-in-key'), 'short');
    expect(() => sealingKeyIn(folder)).toThrow(/not a key/);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
