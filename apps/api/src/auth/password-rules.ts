import type { Bilingual } from '@zhengqi/obligations';

const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

/** Passwords of ten characters and more that stand at the top of breached lists, here and abroad. */
const BREACHED = new Set(
  `1234567890 0123456789 9876543210 0987654321 1122334455 1234554321 12345678910 123456789a a123456789 123456789q
  q123456789 1234567891 1234567899 qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5
  q1w2e3r4t5y6 1qaz2wsx3edc zaq12wsxcde3 asdfghjkl1 asdfghjkl123 zxcvbnm123 asdfasdfasdf password12 password123
  password1234 password12345 passw0rd123 p@ssw0rd123 administrator admin12345 admin123456 administrator1 iloveyou123
  iloveyou1314 woaini1314 woaini520520 woaini1314520 5201314520 1314520520 520131452013 aini1314520 a1234567890
  aa123456789 abc123456789 abcd123456 abcd12345678 abcdefghij abcdefg123 qq123456789 wang123456 zhang123456 chen123456
  li123456789 liu123456789 huang123456 yang123456 zhao123456 beijing2008 shanghai123 shenzhen123 huawei12345
  tencent123 alibaba123 12345qwert qwert12345 1qazxsw23edc qazwsxedcrfv changeme123 welcome123 welcome12345
  letmein12345 superman123 football123 michael123 dragon12345 monkey12345 sunshine123 princess123 q1w2e3r4t5y6u7
  1a2b3c4d5e 123qweasdzxc qweasdzxc123 147258369a 1472583690 7894561230 1029384756 5555555555a 88888888888 zhengqi123
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
  if (BREACHED.has(plain) || new Set(plain).size < 4 || isSequence(plain)) {
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
