import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BREACHED_FILE, isBreached, packBreached } from './breached-passwords.ts';
import { hashPassword, needsRehash, verifyPassword } from './password.ts';
import { passwordProblem } from './password-rules.ts';

describe('a password hash', () => {
  it('is argon2id with costs of the recommended list, and verifies', async () => {
    const hash = await hashPassword('一个很长的密码 correct horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword(hash, '一个很长的密码 correct horse')).toBe(true);
    expect(await verifyPassword(hash, '一个很长的密码 correct horsf')).toBe(false);
  });

  it('is another one each time', async () => {
    expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'));
  });

  it('takes the same letters from every keyboard', async () => {
    expect(await verifyPassword(await hashPassword('ｃａｆé 12345'), 'cafe\u0301 12345')).toBe(true);
  });

  it('is never right for nobody, and takes as long', async () => {
    expect(await verifyPassword(null, '')).toBe(false);
    expect(await verifyPassword('$2b$10$other', 'x')).toBe(false);
  });

  it('with other costs is to be made again', async () => {
    const hash = await hashPassword('correct horse');
    expect(needsRehash(hash)).toBe(false);
    expect(needsRehash(hash.replace('m=19456', 'm=12288'))).toBe(true);
  });

  it('is computed two at a time; a flood beyond the queue is refused', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 120 }, () => hashPassword('correct horse')));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(120 - 2 - 100);
    expect(refused[0]).toMatchObject({ reason: { code: 'unavailable' } });
    expect(await verifyPassword(await hashPassword('after the flood'), 'after the flood')).toBe(true);
  });
});

describe('a new password', () => {
  it.each([
    'correct horse battery',
    '没有人会猜到的一句话吧',
    'Tr0ub4dor&3x',
    '        a b c  d',
    'a1'.repeat(32) + 'bc',
  ])('%j is accepted', (password) => expect(passwordProblem(password)).toBeNull());
  it.each(['', 'short', '123456789', '一二三四五六七八九'])('%j is too short', (password) => {
    expect(passwordProblem(password)?.en).toContain('at least 10');
  });
  it('may have 128 characters and no more', () => {
    expect(passwordProblem('密码很长'.repeat(32))).toBeNull();
    expect(passwordProblem(`${'密码很长'.repeat(32)}x`)?.en).toContain('at most 128');
  });
  it.each([
    '1234567890',
    'QWERTYUIOP',
    'password123',
    'woaini1314',
    // Of the lists, in any case and width.
    'Manchester1',
    '1QAZ2wsx3edc4rfv',
    'ｑｗｅｒｔｙ１２３４５６',
    // Of what people here choose.
    'woaini1314520',
    'aaaaaaaaaaaa',
    'abababababab',
    'abcdefghijkl',
    '9876543210',
  ])('%j is too common', (password) => expect(passwordProblem(password)?.en).toContain('too common'));
  it('does not repeat who one is', () => {
    expect(passwordProblem('wangxiaoming2026', ['wangxiaoming'])?.en).toContain('e-mail or name');
  });
});

describe('the list of breached passwords', () => {
  it('has more than a hundred thousand of the length that is asked for, in order and each once', () => {
    const bytes = fs.readFileSync(BREACHED_FILE);
    expect(bytes.length).toBeGreaterThan(4 * 100_000);
    const marks = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32BE(i * 4));
    expect(marks.every((mark, i) => i === 0 || mark > (marks[i - 1] ?? 0))).toBe(true);
  });

  it('takes hardly any other password for one of its own', () => {
    const others = Array.from({ length: 5_000 }, (_, i) => `${createHash('sha256').update(`${i}`).digest('base64')}`);
    expect(others.filter(isBreached).length).toBeLessThan(5);
  });

  it('is packed so that each password put in is found', () => {
    const packed = packBreached(['Correct Horse', 'correct horse', 'battery']);
    expect(packed).toHaveLength(8);
  });
});
