import { foldCompact } from '../text/fold.ts';
import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { provinceOfCode } from './provinces.ts';

/** A unified social credit code of the right length and characters. A wrong check digit is among `findings`. */
export interface ParsedCreditCode {
  readonly ok: true;
  /** 18 characters, upper case, half width. */
  readonly code: string;
  /** Registering body (position 1) and kind of organisation (position 2): `91` is a company. */
  readonly registration: string;
  /** Administrative division of the registering body, GB/T 2260, 6 digits. */
  readonly division: string;
  /** Prefix of the province of the division, null when it is none of the 31. */
  readonly province: string | null;
  /** Organisation code, 9 characters. */
  readonly organisationCode: string;
  readonly checkDigitHolds: boolean;
  readonly findings: readonly Finding[];
}

/** A text that cannot be a credit code. `suggestion`: the code with look-alike letters put right, if its check digit holds. */
export interface RefusedCreditCode {
  readonly ok: false;
  readonly kind: 'empty' | 'too-long' | 'wrong-length' | 'bad-character' | 'bad-structure';
  readonly suggestion: string | null;
  readonly finding: Finding;
}

export type CreditCodeResult = ParsedCreditCode | RefusedCreditCode;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** Letters that the standard leaves out because they look like others, with what was probably meant. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', V: 'U', Z: '2' };
const MAX_LENGTH = 100;

/**
 * Reads a unified social credit code (GB 32100-2015). Blanks, full width and lower case are accepted. A wrong check digit
 * warns and never refuses: codes with an error of the registry itself exist. The letters I, O, S, V and Z do not occur in
 * any code; they are named with their position (1 to 18).
 */
export function parseCreditCode(text: string): CreditCodeResult {
  if (text.length > MAX_LENGTH)
    return refuse(
      'too-long',
      `内容过长，不是统一社会信用代码（18 位）。`,
      `The text is too long for a unified social credit code (18 characters).`,
    );
  const code = foldCompact(text).replace(/-/g, '').toUpperCase();
  if (code === '')
    return refuse(
      'empty',
      '没有填写统一社会信用代码（18 位）。',
      'No unified social credit code was given (18 characters).',
    );
  if (code.length !== 18) return refuseLength(code);
  const wrong = wrongCharacters(code);
  if (wrong.length > 0) return refuseCharacters(code, wrong);
  const misplaced = /^[0-9A-Z]{2}[0-9]{0,6}/.exec(code)?.[0].length ?? 0;
  if (misplaced < 8) {
    return refuse(
      'bad-structure',
      `“${code}”第 ${misplaced + 1} 位“${code[misplaced]}”应为数字：第 3 至 8 位是登记机关行政区划码。`,
      `Position ${misplaced + 1} of "${code}" is "${code[misplaced]}" and should be a digit: positions 3 to 8 are the administrative division.`,
    );
  }
  return accept(code);
}

/** The check character that positions 1 to 17 of a code ask for; null if a character is not in the alphabet. */
export function checkCharacterOf(code: string): string | null {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(code[i] ?? ' ');
    if (value < 0) return null;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/** The check character that the first 8 characters of an organisation code ask for (GB 11714). */
export function organisationCheckCharacterOf(organisationCode: string): string {
  let sum = 0;
  for (const [i, weight] of ORGANISATION_WEIGHTS.entries())
    sum += Number.parseInt(organisationCode[i] ?? '0', 36) * weight;
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

function accept(code: string): ParsedCreditCode {
  const findings: Finding[] = [];
  const expected = checkCharacterOf(code);
  const organisationCode = code.slice(8, 17);
  const expectedOrganisation = organisationCheckCharacterOf(organisationCode);
  const division = code.slice(2, 8);
  const province = provinceOfCode(division.slice(0, 2));
  const checkDigitHolds = code[17] === expected;
  if (!checkDigitHolds) {
    findings.push(
      newFinding(
        'uscc-check-digit',
        'warning',
        `“${code}”的校验码（第 18 位）为“${code[17]}”，按 GB 32100-2015 计算应为“${expected}”，可能有一位抄错，请核对营业执照。`,
        `The check character (position 18) of "${code}" is "${code[17]}"; GB 32100-2015 asks for "${expected}". A character is probably wrong: check the business licence.`,
      ),
    );
  }
  if (organisationCode[8] !== expectedOrganisation) {
    findings.push(
      newFinding(
        'uscc-organisation-check-digit',
        'warning',
        `“${code}”中的组织机构代码校验码（第 17 位）为“${organisationCode[8]}”，计算应为“${expectedOrganisation}”，请核对营业执照。`,
        `The check character of the organisation code (position 17) in "${code}" is "${organisationCode[8]}"; it should be "${expectedOrganisation}". Check the business licence.`,
      ),
    );
  }
  // 10 is the national registration authority itself.
  if (province === undefined && !division.startsWith('10')) {
    findings.push(
      newFinding(
        'uscc-unknown-division',
        'warning',
        `“${code}”第 3 至 8 位“${division}”不是已知的省级行政区划码，请核对。`,
        `Positions 3 to 8 of "${code}" ("${division}") belong to no known province. Check them.`,
      ),
    );
  }
  return {
    ok: true,
    code,
    registration: code.slice(0, 2),
    division,
    province: province?.prefix ?? null,
    organisationCode,
    checkDigitHolds,
    findings,
  };
}

function refuse(
  kind: RefusedCreditCode['kind'],
  zh: string,
  en: string,
  suggestion: string | null = null,
): RefusedCreditCode {
  return { ok: false, kind, suggestion, finding: newFinding(`uscc-${kind}`, 'error', zh, en) };
}

function refuseLength(code: string): RefusedCreditCode {
  const old = code.length === 15 && /^\d+$/.test(code);
  return refuse(
    'wrong-length',
    old
      ? `“${code}”是 15 位的旧工商注册号，请填写 18 位统一社会信用代码。`
      : `“${code}”有 ${code.length} 位，统一社会信用代码应为 18 位。`,
    old
      ? `"${code}" is an old registration number of 15 digits; give the unified social credit code of 18 characters.`
      : `"${code}" has ${code.length} characters; a unified social credit code has 18.`,
  );
}

function wrongCharacters(code: string): readonly { readonly position: number; readonly character: string }[] {
  const wrong: { position: number; character: string }[] = [];
  for (let i = 0; i < code.length; i++) {
    const character = code[i] ?? '';
    if (!ALPHABET.includes(character)) wrong.push({ position: i + 1, character });
  }
  return wrong;
}

function refuseCharacters(code: string, wrong: ReturnType<typeof wrongCharacters>): RefusedCreditCode {
  const repaired = code.replace(/[IOSVZ]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  const suggestion = checkCharacterOf(repaired) === repaired[17] ? repaired : null;
  const zh = wrong.map(({ position, character }) => {
    const meant = LOOK_ALIKES[character];
    return `第 ${position} 位“${character}”${meant === undefined ? '' : `（可能是“${meant}”）`}`;
  });
  const en = wrong.map(({ position, character }) => {
    const meant = LOOK_ALIKES[character];
    return `"${character}" at position ${position}${meant === undefined ? '' : ` (perhaps ${meant})`}`;
  });
  return refuse(
    'bad-character',
    `“${code}”中有代码不使用的字符：${zh.join('、')}。统一社会信用代码不使用字母 I、O、S、V、Z。${suggestion === null ? '' : `校验通过的写法：${suggestion}。`}`,
    `"${code}" contains characters that no code uses: ${en.join(', ')}. The letters I, O, S, V and Z do not occur.${suggestion === null ? '' : ` With a valid check digit: ${suggestion}.`}`,
    suggestion,
  );
}
