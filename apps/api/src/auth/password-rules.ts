import type { Bilingual } from '@zhengqi/obligations';
import { isBreached } from './breached-passwords.ts';

/** Shortest password, in characters. */
export const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

/** What people here choose, and lists made abroad do not have. */
const COMMON_HERE = new Set(
  `passw0rd123 p@ssw0rd123 admin123456 administrator1 iloveyou1314 woaini520520 woaini1314520 5201314520 1314520520
  520131452013 aini1314520 abcd12345678 wang123456 zhang123456 chen123456 li123456789 liu123456789 huang123456
  yang123456 zhao123456 shanghai123 shenzhen123 huawei12345 tencent123 letmein12345 monkey12345 zhengqi123
  zhengqi2026`.split(/\s+/),
);

/** What is wrong with a new password, or null. Length counts characters as people see them in code points. */
export function passwordProblem(password: string, related: readonly string[] = []): Bilingual | null {
  const text = password.normalize('NFKC');
  const { length } = [...text];
  if (length < MIN_LENGTH) {
    return { zh: `密码至少需要 ${MIN_LENGTH} 个字符。`, en: `The password needs at least ${MIN_LENGTH} characters.` };
  }
  if (length > MAX_LENGTH) {
    return { zh: `密码最多 ${MAX_LENGTH} 个字符。`, en: `The password may have at most ${MAX_LENGTH} characters.` };
  }
  const plain = text.toLowerCase();
  if (COMMON_HERE.has(plain) || isBreached(plain) || new Set(plain).size < 4 || isSequence(plain)) {
    return { zh: '该密码过于常见，请换一个。', en: 'This password is too common; choose another.' };
  }
  if (related.some((word) => word.length >= 4 && plain.includes(word.normalize('NFKC').toLowerCase()))) {
    return { zh: '密码不要包含邮箱或名称。', en: 'The password must not contain your e-mail or name.' };
  }
  return null;
}

/** Whether every character follows the one before it: `abcdefghij`, `9876543210`. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)));
  return steps.size === 1;
}
