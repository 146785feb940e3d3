const DIGITS = '零一二三四五六七八九';
const OPENING_KEY = 'P0';
const OPENING_WORDS = '首段';

/** Longest text that can still be a reference; longer ones are refused without looking. */
const MAX_LENGTH = 40;

/** A number: Arabic, or Chinese from 一 to 九十九. */
const NUMBER = '[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';
/** Between two numbers in characters no sign is needed: 十五 takes one digit after 十 at most, so 六 begins the next. */
const BETWEEN_CHARACTERS = '(?<=[一二三四五六七八九十])(?=[一二三四五六七八九十])';
/** Number, then an item set off by a sign, 第 or a bracket (so that 156 is not 15.6), then the letter of a part. */
const REFERENCE = new RegExp(
  `^第?(${NUMBER})(?:(?:[、条.·-]第?[(]?|第[(]?|[(]|${BETWEEN_CHARACTERS})(${NUMBER})[)]?[项款]?|[、条])?([a-z])?$`,
);
const OTHER_LAW = /^X([0-9]{1,2})([a-z])?$/;

/** The number of the last provision, and of its last item; nothing beyond them is printed. */
const PROVISIONS = 15;
const ITEMS_OF_LAST = 14;

/**
 * Reads a reference as people write it and returns the clause key: `十五（六）`, `十五、(六)`, `第十五条第（六）项`,
 * `十五六`, `15⑥`, `１５．６` → `15.6`; `十二` → `12`; the letter of a part is kept (`12b`, `十五（六）a` → `15.6a`). `首段` is
 * `P0`; rows of other law (`x4`) come back as `X4`.
 * @returns the key, or null when the text is no reference or points outside the print
 */
export function parseClauseReference(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  const plain = toPlainForm(text);
  if (plain === 'p0' || plain === OPENING_WORDS) return OPENING_KEY;
  const other = OTHER_LAW.exec(plain.toUpperCase().replace(/[A-Z]$/, (letter) => letter.toLowerCase()));
  if (other !== null) return `X${Number(other[1])}${other[2] ?? ''}`;
  const match = REFERENCE.exec(plain);
  if (match === null) return null;
  const provision = toNumber(match[1] ?? '');
  const item = match[2] === undefined ? null : toNumber(match[2]);
  const part = match[3] ?? '';
  if (provision < 1 || provision > PROVISIONS) return null;
  if (item === null) return `${provision}${part}`;
  if (provision !== PROVISIONS || item < 1 || item > ITEMS_OF_LAST) return null;
  return `${provision}.${item}${part}`;
}

/**
 * Prints a clause key as the licence does: `15.6` → `十五（六）`, `12` → `十二`, `15.6a` → `十五（六）a`, `P0` → `首段`.
 * Rows of other law stay as they are. The result is read back by `parseClauseReference`.
 */
export function printClauseReference(key: string): string {
  if (key === OPENING_KEY) return OPENING_WORDS;
  const match = /^([0-9]{1,2})(?:\.([0-9]{1,2}))?([a-z]?)$/.exec(key);
  if (match === null) return key;
  const item = match[2] === undefined ? '' : `（${toChinese(Number(match[2]))}）`;
  return `${toChinese(Number(match[1]))}${item}${match[3] ?? ''}`;
}

/** Blanks out, full width to half width, numbers in circles or brackets (⑥, ⑹, ㈥, ㊅) to `(n)`. */
function toPlainForm(text: string): string {
  let plain = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/\s/u.test(character)) continue;
    const enclosed = enclosedNumber(code);
    if (enclosed !== null) plain += `(${enclosed})`;
    else if (code >= 0xff01 && code <= 0xff5e) plain += String.fromCodePoint(code - 0xfee0);
    else plain += character;
  }
  return plain.toLowerCase();
}

function enclosedNumber(code: number): number | null {
  // ① to ⑳, ⑴ to ⒇, ㈠ to ㈩, ㊀ to ㊉
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f;
  if (code >= 0x3280 && code <= 0x3289) return code - 0x327f;
  return null;
}

function toNumber(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '' ? 1 : Math.max(DIGITS.indexOf(tens ?? ''), 0);
  return ten * 10 + (ones === undefined || ones === '' ? 0 : DIGITS.indexOf(ones));
}

function toChinese(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 && n > 0 ? '' : (DIGITS[n % 10] ?? '');
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
}
