const DIGITS = '〇一二三四五六七八九';

/** Ordinal as printed before a provision: 1 is `一`, 15 is `十五`. For 1 to 99. */
export function toChineseNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Value of a numeral written with 十 or 百 (`十五`, `九十`, `一百二十`), null when it is none. */
export function fromChineseNumeral(text: string): number | null {
  const match = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(
    text,
  );
  if (match === null || text === '') return null;
  const [, hundreds, tens, ten, ones] = match;
  const value = (digit: string | undefined, missing: number) =>
    digit === undefined ? missing : digit === '两' ? 2 : DIGITS.indexOf(digit);
  return value(hundreds, 0) * 100 + (ten === undefined ? 0 : value(tens, 1) * 10) + value(ones, 0);
}

/** Value of digits written one by one, Arabic or Chinese, with common OCR slips (`二〇二〇`, `2O2O`); null when it is none. */
export function fromDigits(text: string): number | null {
  let value = 0;
  for (const digit of text) {
    const chinese = DIGITS.indexOf(digit);
    const arabic = '0123456789'.indexOf(digit);
    const slip = '零OoQ'.includes(digit) ? 0 : 'Il|'.includes(digit) ? 1 : -1;
    const n = chinese >= 0 ? chinese : arabic >= 0 ? arabic : slip;
    if (n < 0) return null;
    value = value * 10 + n;
  }
  return text === '' ? null : value;
}

/** Value of a number in any of these spellings. */
export function readNumber(text: string): number | null {
  return fromDigits(text) ?? fromChineseNumeral(text);
}
