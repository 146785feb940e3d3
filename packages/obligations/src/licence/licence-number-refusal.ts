import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';

/** Why a text is not the number of a licence. */
export type RefusalKind = 'empty' | 'too-long' | 'icp-filing' | 'police-filing' | 'credit-code' | 'unknown-form';

/** A text that is not a licence number, with an explanation and what to do. */
export interface RefusedNumber {
  readonly ok: false;
  readonly kind: RefusalKind;
  readonly finding: Finding;
}

/** The refusal of a text; the text is quoted, shortened. */
export function refusalOf(kind: RefusalKind, text: string): RefusedNumber {
  const quoted = text.trim().length > 40 ? `${text.trim().slice(0, 39)}…` : text.trim();
  const [code, zh, en] = WORDS[kind];
  return {
    ok: false,
    kind,
    finding: newFinding(
      code,
      'error',
      zh.replace('%', () => quoted),
      en.replace('%', () => quoted),
    ),
  };
}

const WORDS: Readonly<Record<RefusalKind, readonly [code: string, zh: string, en: string]>> = {
  empty: [
    'number-empty',
    '没有填写许可证编号。例如：苏B2-20201234。',
    'No licence number was given. Example: 苏B2-20201234.',
  ],
  'too-long': [
    'number-too-long',
    '“%”过长，不是许可证编号（最多 100 个字符）。请只填写编号本身，例如：苏B2-20201234。',
    '"%" is too long for a licence number (at most 100 characters). Give the number alone, for example 苏B2-20201234.',
  ],
  'icp-filing': [
    'number-is-icp-filing',
    '“%”是 ICP 备案号（非经营性互联网信息服务备案），不是增值电信业务经营许可证编号。请填写许可证首页“经营许可证编号”一栏，例如：苏B2-20201234 或 京ICP证030173号。',
    '"%" is an ICP filing number (the filing of a website), not the number of a value-added telecom licence. Give the number printed on the first page of the licence, for example 苏B2-20201234 or 京ICP证030173号.',
  ],
  'police-filing': [
    'number-is-police-filing',
    '“%”是公安机关联网备案号，不是增值电信业务经营许可证编号。请填写许可证首页“经营许可证编号”一栏，例如：苏B2-20201234。',
    '"%" is a filing number of the public security organ, not the number of a value-added telecom licence. Give the number printed on the first page of the licence, for example 苏B2-20201234.',
  ],
  'credit-code': [
    'number-is-credit-code',
    '“%”看起来是 18 位统一社会信用代码，不是许可证编号。请填写许可证首页“经营许可证编号”一栏，例如：苏B2-20201234。',
    '"%" looks like a unified social credit code of 18 characters, not a licence number. Give the number printed on the first page of the licence, for example 苏B2-20201234.',
  ],
  'unknown-form': [
    'number-unknown-form',
    '“%”不符合已知的许可证编号格式。应为：省简称（跨地区许可证没有，外商投资为“合字”）+ 业务类别 + 年份 4 位 + 顺序号 4 位，例如：苏B2-20201234、B1.B2-20201234、合字B2-20201234。',
    '"%" follows no known form of a licence number: abbreviation of the province (none on a cross-regional licence, 合字 when foreign-invested), classes, 4 digits of the year, 4 of the serial, for example 苏B2-20201234, B1.B2-20201234, 合字B2-20201234.',
  ],
};
