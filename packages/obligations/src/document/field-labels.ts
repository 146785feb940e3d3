import { AFTER_BLANK, AT_LINE_START, type Excerpt } from './excerpt.ts';

/** Fields that the first page prints behind a label. */
export type LabelledField =
  | 'number'
  | 'holder'
  | 'uscc'
  | 'legalRepresentative'
  | 'registeredAddress'
  | 'services'
  | 'coverage'
  | 'issuedOn'
  | 'validTo'
  | 'authorityPrinted'
  | 'other';

/** A label and the range of the excerpt that belongs to it, up to the next label. */
export interface LabelledRange {
  readonly field: LabelledField;
  /** Where the label starts. */
  readonly label: number;
  readonly start: number;
  readonly end: number;
}

/** Longest wording first within each field. `other` only ends the field before it. */
const LABELS: readonly (readonly [LabelledField, RegExp])[] = [
  ['number', /(?:增值电信业务)?(?:经营)?许可证(?:编)?号(?:码)?|编号|证号/y],
  ['holder', /公司名称|企业名称|单位名称|持证单位|持证企业|经营者名称/y],
  ['uscc', /统一社会信用代码/y],
  ['legalRepresentative', /法定代表人(?:姓名|\(负责人\))?|法人代表/y],
  ['registeredAddress', /(?:注册|公司|企业)?住所|注册地址|公司地址/y],
  ['services', /(?:许可)?业务种类(?:\(服务项目\))?(?:[及和]?(?:业务)?覆盖范围)?|服务项目(?:及覆盖范围)?/y],
  ['coverage', /(?:业务)?覆盖范围|服务范围/y],
  ['issuedOn', /发证日期|颁发日期|签发日期|发证时间|颁证日期/y],
  ['validTo', /有效期限?(?:届满)?(?:至|止|到)|有效期限?/y],
  ['authorityPrinted', /发证机关|颁发机关|发证部门|颁证机关|发证单位/y],
  ['other', /注册资本|签发人|联系电话|邮政编码|传真|网站域名|网址|备注|附件/y],
];

/** Finds the labels of the first page: at the start of a line or after a blank, followed by a colon, a blank or a line end. */
export function findLabels(page: Excerpt): LabelledRange[] {
  const found: { field: LabelledField; label: number; start: number }[] = [];
  let after = 0;
  for (let at = 0; at < page.folded.length; at++) {
    if (at < after || ((page.flags[at] ?? 0) & (AT_LINE_START | AFTER_BLANK)) === 0) continue;
    for (const [field, pattern] of LABELS) {
      pattern.lastIndex = at;
      if (!pattern.test(page.folded)) continue;
      const start = endOfLabel(page, at, pattern.lastIndex);
      if (start === null) continue;
      found.push({ field, label: at, start });
      after = start;
      break;
    }
  }
  return found.map((label, i) => ({ ...label, end: found[i + 1]?.label ?? page.folded.length }));
}

/** Where the value may start, or null when the words are part of a sentence. */
function endOfLabel(page: Excerpt, label: number, end: number): number | null {
  if (page.folded[end] === ':') return end + 1;
  const startsLine = ((page.flags[label] ?? 0) & AT_LINE_START) !== 0;
  const gap = end >= page.folded.length || ((page.flags[end] ?? 0) & (AT_LINE_START | AFTER_BLANK)) !== 0;
  return startsLine && gap ? end : null;
}
