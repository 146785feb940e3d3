import { DocumentError } from './document-error.ts';
import { segmentCount, segmentRange, placeAt, type SourceText, type TextPlace } from './source-text.ts';

/** Marks of documents, each on a line of its own or at the start of one. */
const TITLE = /^(?:中华人民共和国)?(?:跨地区)?增值电信业务经营许可证(?:\((?:副本|正本|正副本)\))?$/;
const BASIC_TITLE = /^(?:中华人民共和国)?基础电信业务经营许可证/;
const BUSINESS_LICENCE = /^(?:企业法人|中华人民共和国|电子)?营业执照(?:\((?:副本|正本)\))?(?:\(?副本\)?)?$/;
const FILING =
  /^(?:.{0,12}(?:ICP|网站|互联网信息服务|公安机关互联网站?|联网单位?).{0,8}备案.{0,12}|备案(?:主体)?(?:信息|证明|凭证|回执)|(?:网站|主体|ICP)?备案(?:\/许可证)?(?:编)?号:?.{0,30})$/i;
const NUMBER_LABEL = /^(?:增值电信业务)?经营许可证(?:编)?号/;
const HOLDER_LABEL = /^(?:公司名称|企业名称|单位名称)/;
const EXPIRY_LABEL = /^有效期限?(?:至|止|届满)/;
const ANNEX = /特别规定事项》?是|^特别规定事项$/;
const CLAUSE = /^[一二三四五六七八九十]{1,3}[、.]/;

/** Lines are looked at up to this length: titles and labels are short. */
const LONGEST = 200;

interface Marks {
  titles: TextPlace[];
  holders: TextPlace[];
  expiries: TextPlace[];
  businessLicence: TextPlace | null;
  basicLicence: TextPlace | null;
  filing: TextPlace | null;
  number: boolean;
  annex: boolean;
  clauses: number;
}

/**
 * Refuses a document that is not exactly one value-added telecom licence, naming what it is.
 * @throws {DocumentError} `two-licences`, `business-licence`, `filing-certificate`, `basic-telecom-licence`, `nothing-recognised`.
 */
export function refuseOtherDocuments(source: SourceText): void {
  const marks = marksOf(source);
  refuseTwoLicences(marks);
  if (marks.titles.length > 0) return;
  if (marks.basicLicence !== null) {
    throw new DocumentError(
      'basic-telecom-licence',
      '这是《基础电信业务经营许可证》，不是增值电信业务经营许可证；本系统只处理增值电信业务经营许可证。',
      'This is a basic telecom licence, not a value-added telecom licence; only the latter can be read.',
      marks.basicLicence,
    );
  }
  if (marks.businessLicence !== null && !marks.annex) {
    throw new DocumentError(
      'business-licence',
      '这是《营业执照》，不是增值电信业务经营许可证。请提供许可证本身（首页印有“经营许可证编号”，附件为“特别规定事项”）。',
      'This is a business licence (营业执照), not a value-added telecom licence. Give the licence itself: its first page carries 经营许可证编号, its annex 特别规定事项.',
      marks.businessLicence,
    );
  }
  if (marks.filing !== null && !marks.annex) {
    throw new DocumentError(
      'filing-certificate',
      '这是备案信息（ICP 备案或公安联网备案），不是增值电信业务经营许可证。备案不是许可；请提供许可证本身（首页印有“经营许可证编号”）。',
      'This is a filing (ICP or police filing), not a value-added telecom licence. A filing is no permit: give the licence itself, whose first page carries 经营许可证编号.',
      marks.filing,
    );
  }
  if (marks.number || marks.annex || marks.clauses >= 5) return;
  throw new DocumentError(
    'nothing-recognised',
    '没有认出增值电信业务经营许可证：既没有标题和“经营许可证编号”，也没有“特别规定事项”。请确认文件内容，或检查是否为扫描件识别失败。',
    'No value-added telecom licence was recognised: neither the title nor 经营许可证编号 nor 特别规定事项 occurs. Check the content of the document.',
  );
}

function refuseTwoLicences({ titles, holders, expiries }: Marks): void {
  const twice = [titles, holders, expiries].filter((places) => places.length > 1);
  if (twice.length < 2) return;
  const at = titles[1] ?? holders[1] ?? expiries[1] ?? null;
  throw new DocumentError(
    'two-licences',
    `文本中有两份许可证：第二份从第 ${at?.line ?? 1} 行开始。请拆分后分别读取，以免混淆两份许可证的事项。`,
    `The text holds two licences: the second begins at line ${at?.line ?? 1}. Split it and read each alone, so that their contents are not mixed.`,
    at,
  );
}

function marksOf(source: SourceText): Marks {
  const marks: Marks = {
    titles: [],
    holders: [],
    expiries: [],
    businessLicence: null,
    basicLicence: null,
    filing: null,
    number: false,
    annex: false,
    clauses: 0,
  };
  for (let line = 0; line < segmentCount(source); line++) {
    const [start, end] = segmentRange(source, line);
    if (end === start) continue;
    const text = source.folded.slice(start, Math.min(end, start + LONGEST)).replace(/ +/g, '');
    if (text === '') continue;
    const here = () => placeAt(source, start, end);
    if (TITLE.test(text)) marks.titles.push(here());
    else if (HOLDER_LABEL.test(text)) marks.holders.push(here());
    else if (EXPIRY_LABEL.test(text)) marks.expiries.push(here());
    else if (BUSINESS_LICENCE.test(text)) marks.businessLicence ??= here();
    else if (BASIC_TITLE.test(text)) marks.basicLicence ??= here();
    else if (NUMBER_LABEL.test(text)) marks.number = true;
    else if (ANNEX.test(text)) marks.annex = true;
    else if (CLAUSE.test(text)) marks.clauses++;
    else if (FILING.test(text)) marks.filing ??= here();
  }
  return marks;
}
