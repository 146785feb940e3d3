import { foldCompact } from '../text/fold.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { refusalOf, type RefusedNumber } from './licence-number-refusal.ts';
import type { LicenceNumberForm } from './model.ts';
import { MINISTRY, provinceAtStart, provinceOfPrefix } from './provinces.ts';
import type { z } from 'zod';

/** A licence number that was read. */
export interface ParsedLicenceNumber {
  readonly ok: true;
  /** Normalised: `苏B2-20201234`, `京ICP证030173号`, `辽B-2-4-20080039`; without the suffix of a site. */
  readonly number: string;
  readonly form: z.infer<typeof LicenceNumberForm>;
  /** Prefix of a known province; null for a cross-regional licence and for an unknown prefix. */
  readonly province: string | null;
  /** True: issued by the ministry; false: provincial; null: the prefix is not known. */
  readonly crossRegional: boolean | null;
  /** True when the number carries 合字. */
  readonly foreignInvested: boolean;
  /** Classes in the order printed: `['B1', 'B2']`. */
  readonly classes: readonly string[];
  /** Year of first issue (not of the current certificate); null when the old form does not tell it. */
  readonly year: number | null;
  readonly serial: string;
  /** Number of the site after the licence number (`-1`), when printed. */
  readonly site?: string;
  /** Authority that receives filings, from the prefix; null when the prefix is not known. */
  readonly authorityEffective: Bilingual | null;
  readonly findings: readonly Finding[];
}

export type LicenceNumberResult = ParsedLicenceNumber | RefusedNumber;

/** No licence number is longer than about 25 characters; the rest of the allowance is for blanks. */
export const MAX_NUMBER_LENGTH = 100;

const MODERN = /^([㐀-鿿]{0,4})([AB][12](?:\.?[AB][12]){0,3})-(\d{4})(\d{3,4})号?(?:-(\d{1,3}))?$/;
const LEGACY_ICP = /^([㐀-鿿])ICP证(\d{6,8})号?(?:-(\d{1,3}))?$/;
const OLD_PROVINCIAL = /^([㐀-鿿])B-?2-4-(\d{4})(\d{4})号?(?:-(\d{1,3}))?$/;

/**
 * Reads a licence number as people write it: full or half width, blanks inside, any dash or dot, 号 or not, with or
 * without the number of a site. Numbers of other registers (ICP filing, police filing) are recognised and refused.
 *
 * Grammar: modern `[省|合字]B1.B2-YYYYNNNN`, legacy `省ICP证NNNNNN号`, old provincial `省B-2-4-YYYYNNNN`.
 * @param options.issuedOn issue date of the certificate (`YYYY-MM-DD`), to compare with the year in the number.
 */
export function parseLicenceNumber(text: string, options: { readonly issuedOn?: string } = {}): LicenceNumberResult {
  if (text.length > MAX_NUMBER_LENGTH) return refusalOf('too-long', text);
  const findings: Finding[] = [];
  const written = foldCompact(text).toUpperCase();
  if (written === '') return refusalOf('empty', text);
  if (written.includes('公网安备')) return refusalOf('police-filing', text);
  if (/ICP备/.test(written)) return refusalOf('icp-filing', text);
  if (/^[0-9A-Z]{18}$/.test(written)) return refusalOf('credit-code', text);
  const cleaned = repairSlips(written, findings);
  const parsed =
    readModern(cleaned, findings) ?? readLegacyIcp(cleaned, findings) ?? readOldProvincial(cleaned, findings);
  if (parsed === null) return refusalOf('unknown-form', text);
  checkYear(parsed, options.issuedOn, findings);
  return { ...parsed, findings };
}

type Parsed = Omit<ParsedLicenceNumber, 'findings'>;

function readModern(text: string, findings: Finding[]): Parsed | null {
  const match = MODERN.exec(text);
  if (match === null) return null;
  const [, prefix = '', classText = '', year = '', serial = '', site] = match;
  const classes = classText.match(/[AB][12]/g) ?? [];
  if (serial.length === 3) {
    findings.push(
      newFinding(
        'number-short-serial',
        'warning',
        `编号“${text}”的年份后只有 ${serial.length} 位顺序号，通常为 4 位。请对照原件核对，可能漏印一位。`,
        `The number "${text}" has ${serial.length} digits after the year, normally 4. Check the original: a digit may be missing.`,
      ),
    );
  }
  const issuer = issuerOf(prefix, findings);
  const number = `${issuer.prefix}${classes.join('.')}-${year}${serial}`;
  return {
    ok: true,
    number,
    form: 'modern',
    classes,
    year: Number(year),
    serial,
    ...issuer.fields,
    ...(site ? { site } : {}),
  };
}

function readLegacyIcp(text: string, findings: Finding[]): Parsed | null {
  const match = LEGACY_ICP.exec(text);
  if (match === null) return null;
  const [, prefix = '', digits = '', site] = match;
  const issuer = issuerOf(prefix, findings);
  // Six digits begin with two of the year (03 = 2003), eight with four; seven tell nothing safe.
  const year =
    digits.length === 6 ? 2000 + Number(digits.slice(0, 2)) : digits.length === 8 ? Number(digits.slice(0, 4)) : null;
  const serial = digits.length === 6 ? digits.slice(2) : digits.length === 8 ? digits.slice(4) : digits;
  const number = `${issuer.prefix}ICP证${digits}号`;
  return {
    ok: true,
    number,
    form: 'legacy-icp',
    classes: ['B2'],
    year,
    serial,
    ...issuer.fields,
    ...(site ? { site } : {}),
  };
}

function readOldProvincial(text: string, findings: Finding[]): Parsed | null {
  const match = OLD_PROVINCIAL.exec(text);
  if (match === null) return null;
  const [, prefix = '', year = '', serial = '', site] = match;
  const issuer = issuerOf(prefix, findings);
  const number = `${issuer.prefix}B-2-4-${year}${serial}`;
  return {
    ok: true,
    number,
    form: 'old-provincial',
    classes: ['B2'],
    year: Number(year),
    serial,
    ...issuer.fields,
    ...(site ? { site } : {}),
  };
}

interface Issuer {
  readonly prefix: string;
  readonly fields: Pick<Parsed, 'province' | 'crossRegional' | 'foreignInvested' | 'authorityEffective'>;
}

/** No prefix: the ministry. 合字: the ministry, foreign-invested. Otherwise a province, or something not known. */
function issuerOf(prefix: string, findings: Finding[]): Issuer {
  if (prefix === '' || prefix === '合字') {
    const foreignInvested = prefix !== '';
    return { prefix, fields: { province: null, crossRegional: true, foreignInvested, authorityEffective: MINISTRY } };
  }
  const known = provinceOfPrefix(prefix);
  const province = known ?? (prefix.length > 1 ? provinceAtStart(prefix) : undefined);
  if (province === undefined) {
    findings.push(
      newFinding(
        'number-unknown-province',
        'warning',
        `编号开头的“${prefix}”不是 31 个省（自治区、直辖市）的简称，也不是“合字”，无法得知发证机关。请对照原件核对。`,
        `The number starts with "${prefix}", which is none of the 31 provincial abbreviations and not 合字; the issuing authority cannot be told. Check the original.`,
      ),
    );
    return {
      prefix,
      fields: { province: null, crossRegional: null, foreignInvested: false, authorityEffective: null },
    };
  }
  if (known === undefined) {
    findings.push(
      newFinding(
        'number-prefix-written-out',
        'info',
        `编号开头写作“${prefix}”，已按简称“${province.prefix}”读取。`,
        `The number starts with "${prefix}", read as the abbreviation ${province.prefix}.`,
      ),
    );
  }
  return {
    prefix: province.prefix,
    fields: {
      province: province.prefix,
      crossRegional: false,
      foreignInvested: false,
      authorityEffective: province.authority,
    },
  };
}

function checkYear(parsed: Parsed, issuedOn: string | undefined, findings: Finding[]): void {
  const { year, number } = parsed;
  if (year === null) return;
  if (year < 2000) {
    findings.push(
      newFinding(
        'number-year-too-early',
        'warning',
        `编号“${number}”中的年份 ${year} 早于 2000 年（《电信条例》施行之年），可能识别有误。`,
        `The year ${year} in the number "${number}" lies before 2000, when the Telecom Regulations came into force: probably misread.`,
      ),
    );
  }
  if (issuedOn !== undefined && year > Number(issuedOn.slice(0, 4))) {
    findings.push(
      newFinding(
        'number-year-after-issue',
        'warning',
        `编号“${number}”中的年份 ${year} 晚于发证日期 ${issuedOn}；编号年份是首次发证的年份，不应晚于发证日期。`,
        `The year ${year} in the number "${number}" is later than the issue date ${issuedOn}; it is the year of first issue and cannot be.`,
      ),
    );
  }
}

/** Letters that OCR puts for digits, put back where only a digit can stand. */
function repairSlips(text: string, findings: Finding[]): string {
  const repaired = text
    .replace(/^([㐀-鿿]{0,4})8(?=[12][.-])/, '$1B')
    .replace(/\.8(?=[12][.-])/g, '.B')
    .replace(/([AB])[IL|](?=[.-])/g, '$11')
    .replace(/([AB])Z(?=[.-])/g, '$12')
    .replace(/[\dOQI|L〇零]{5,9}/g, (run) => run.replace(/[OQ〇零]/g, '0').replace(/[IL|]/g, '1'));
  if (repaired !== text) {
    findings.push(
      newFinding(
        'number-slip-repaired',
        'warning',
        `编号“${text}”含有常见的识别错误（如字母 O 与数字 0），已按“${repaired}”读取，请核对。`,
        `The number "${text}" contains common misreadings (such as the letter O for 0); read as "${repaired}". Check it.`,
      ),
    );
  }
  return repaired;
}
