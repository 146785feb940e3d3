import { describe, expect, it } from 'vitest';
import { newApiKey, readApiKey } from './api-key-format.ts';

describe('an API key', () => {
  it('has a prefix that scanners find, 190 bits and a check sum', () => {
    const key = newApiKey('live');
    expect(key.secret).toMatch(/^zq_live_[0-9A-Za-z]{38}$/);
    expect(key.start).toBe(key.secret.slice(8, 12));
    expect(key.hash).toHaveLength(32);
    expect(newApiKey('live').secret).not.toBe(key.secret);
  });

  it('is read back as what it is', () => {
    const { secret, ...kept } = newApiKey('test');
    expect(readApiKey(secret)).toEqual(kept);
  });

  it('ends in its CRC-32 in base 62, as other programs count it', () => {
    expect(readApiKey(`zq_live_${'0'.repeat(32)}4I9K9v`)).toMatchObject({ mode: 'live', start: '0000' });
  });

  it.each([
    ['one digit changed', (secret: string) => secret.replace(/.$/, secret.endsWith('a') ? 'b' : 'a')],
    ['the mode changed', (secret: string) => secret.replace('live', 'test')],
    ['a digit lost', (secret: string) => secret.slice(0, -1)],
    ['a digit more', (secret: string) => `${secret}0`],
    ['another prefix', (secret: string) => secret.replace('zq_', 'sk_')],
    ['a space', (secret: string) => `${secret} `],
    ['nothing left', () => ''],
  ])('with %s is none', (_, change) => {
    expect(readApiKey(change(newApiKey('live').secret))).toBeNull();
  });
});
