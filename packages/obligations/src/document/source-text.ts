import { fold } from '../text/fold.ts';

/** A place in the decoded text. Offsets and columns count UTF-16 units, as editors and `slice` do. */
export interface TextPlace {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** 0-based, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A decoded text with its folded form (same offsets), its lines and its segments. */
export interface SourceText {
  readonly text: string;
  readonly folded: string;
  /** Offset at which each printed line starts. */
  readonly lineStarts: Int32Array;
  /**
   * Offset at which each segment starts: the lines, further divided where title, page header or a first label stand inside
   * a line, because some programs hand out a page, or the whole text, without line breaks.
   */
  readonly segmentStarts: Int32Array;
}

const LF = 10;
const CR = 13;

/** Prepares a text. Line breaks are LF, CR, CR LF and the Unicode separators. Linear. */
export function sourceText(text: string): SourceText {
  const folded = fold(text);
  const starts: number[] = [0];
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit === LF || (unit === CR && folded.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  const lineStarts = Int32Array.from(starts);
  return { text, folded, lineStarts, segmentStarts: divide(folded, starts) };
}

const INSIDE_LINES = new RegExp(
  [
    '中华人民共和国 ?(?:跨地区)?增值电信业务经营许可证(?![》。,])',
    '(?:增值电信业务)?经营许可证编号: {0,3}[㐀-鿿]{0,2}[AB][12][.AB12]{0,9}-\\d{8}号?(?: {0,3}特别规定事项)?',
    '《特别规定事项》是',
    '(?:公司名称|法定代表人|统一社会信用代码|住所|业务种类(?:\\(服务项目\\)及覆盖范围)?|发证日期|有效期至|发证机关):',
  ].join('|'),
  'g',
);

/** Adds the places inside lines where something begins or ends that belongs on a line of its own. */
function divide(folded: string, starts: readonly number[]): Int32Array {
  const extra = new Set<number>();
  for (const { 0: words, index } of folded.matchAll(INSIDE_LINES)) {
    extra.add(index);
    const end = index + words.length;
    if (words.includes('许可证') && end < folded.length && !isBreak(folded.charCodeAt(end))) extra.add(end);
  }
  for (const start of starts) extra.delete(start);
  if (extra.size === 0) return Int32Array.from(starts);
  return Int32Array.from([...starts, ...extra]).sort();
}

/** Number of segments. */
export function segmentCount(source: SourceText): number {
  return source.segmentStarts.length;
}

/** Offsets of a segment (0-based index) without its line break. */
export function segmentRange(source: SourceText, index: number): readonly [start: number, end: number] {
  const start = source.segmentStarts[index] ?? source.text.length;
  let end = source.segmentStarts[index + 1] ?? source.text.length;
  while (end > start && isBreak(source.folded.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** Index (0-based) of the line that holds an offset. */
function lineAt(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of a range of offsets. */
export function placeAt(source: SourceText, start: number, end: number): TextPlace {
  const line = lineAt(source, start);
  return { line: line + 1, column: start - (source.lineStarts[line] ?? 0) + 1, start, end };
}

function isBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}
