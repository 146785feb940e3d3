import { segmentCount, segmentRange, type SourceText } from './source-text.ts';

/** What a line is for the reader. */
export interface LineKinds {
  /** Per line: one of the constants below. */
  readonly kinds: Uint8Array;
  /** Lines that carry the heading 特别规定事项 of the annex. */
  readonly headings: readonly number[];
}

export const TEXT_LINE = 0;
export const NOISE_LINE = 1;
export const BLANK_LINE = 2;
/** Nothing but a page number or a rule: never a field of the first page either. */
export const PAGE_LINE = 3;

/** A header or page number is short; longer lines are text. Bounds the work per line. */
const LONGEST_NOISE = 120;
const HEADING = '特别规定事项';

/** Pieces that a page header may be made of, tried in order at each place; each consumes at least one character. */
const PIECES: readonly RegExp[] = [
  /(?:增值电信业务)?经营?许可证(?:编)?号:?(?:[㐀-鿿]{0,4}[AB8][12IZ.AB]{1,12}-[\dOQIL]{7,8}|[㐀-鿿]ICP证\d{6,8}|[㐀-鿿]B-?2-4-\d{8})号?(?:-\d{1,3})?/iy,
  /(?:《特别规定事项》|特别规定事项)(?:\(?续\)?)?/y,
  /中华人民共和国|(?:跨地区)?增值电信业务经营许可证(?:\((?:副本|正本|附件)\))?|附件[一二三四\d]{0,2}:?/y,
  /第[\d一二三四五六七八九十]{1,4}页[,/]?/y,
  /\(?共[\d一二三四五六七八九十]{1,4}页\)?/y,
  /page\d{1,4}(?:of\d{1,4})?/iy,
  /\d{1,3}\/\d{1,3}/y,
  /-{1,6}\d{1,3}-{1,6}|-{2,60}|[_=*~.]{3,60}/y,
];
const BARE_NUMBER = /^\d{1,3}$/;
/** Headers that a page break or a paste cut inside the number; they count when nothing better completes them. */
const UNFINISHED = /^(?:增值电信业务)?经营许可证编号:[㐀-鿿A-Z0-9.-]{0,20}$/i;

/** Tells page headers and page numbers, wherever they stand, from text. Linear: at most a bounded amount of work per line. */
export function lineKinds(source: SourceText): LineKinds {
  const kinds = new Uint8Array(segmentCount(source));
  const headings: number[] = [];
  /** Short lines not yet known to be noise: a header inside a header leaves its two halves around the inner one. */
  const open: { readonly index: number; readonly text: string }[] = [];
  for (let index = 0; index < kinds.length; index++) {
    const text = shortLine(source, index);
    if (text === null) {
      open.length = 0;
      continue;
    }
    if (text === '') {
      kinds[index] = BLANK_LINE;
      continue;
    }
    if (isNoise(text) || isPageNumber(source, index, text)) {
      kinds[index] = /[㐀-鿿]{3}/.test(text) ? NOISE_LINE : PAGE_LINE;
      if (text.includes(HEADING)) headings.push(index);
      continue;
    }
    const before = open.at(-1);
    if (before !== undefined && before.text.length + text.length <= LONGEST_NOISE && isNoise(before.text + text)) {
      kinds[before.index] = NOISE_LINE;
      kinds[index] = NOISE_LINE;
      if ((before.text + text).includes(HEADING)) headings.push(index);
      open.pop();
    } else open.push({ index, text });
  }
  closeOpenQuestions(source, kinds);
  return { kinds, headings: headings.filter((index) => kinds[index] !== TEXT_LINE).sort((a, b) => a - b) };
}

/** From the end backwards, because what a line is may depend on the text after it. */
function closeOpenQuestions(source: SourceText, kinds: Uint8Array): void {
  let following = '';
  for (let index = kinds.length - 1; index >= 0; index--) {
    if (kinds[index] === BLANK_LINE) continue;
    const text = shortLine(source, index);
    if (kinds[index] === TEXT_LINE && text !== null && UNFINISHED.test(text)) kinds[index] = NOISE_LINE;
    // Not a heading but the opening sentence, cut after its first words.
    if (kinds[index] === NOISE_LINE && text === `《${HEADING}》` && following.startsWith('是'))
      kinds[index] = TEXT_LINE;
    if (kinds[index] === TEXT_LINE)
      following =
        text ??
        source.folded
          .slice(...segmentRange(source, index))
          .trimStart()
          .slice(0, 1);
  }
}

/** The folded line without blanks, or null when it is too long to be a header. */
function shortLine(source: SourceText, index: number): string | null {
  const [start, end] = segmentRange(source, index);
  if (end - start <= LONGEST_NOISE) return source.folded.slice(start, end).replace(/ +/g, '');
  const text = source.folded.slice(start, end).trim().replace(/ +/g, '');
  return text.length <= LONGEST_NOISE ? text : null;
}

function isNoise(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const next = endOfPiece(text, at);
    if (next === at) return false;
    at = next;
  }
  return true;
}

function endOfPiece(text: string, at: number): number {
  for (const piece of PIECES) {
    piece.lastIndex = at;
    if (piece.test(text)) return piece.lastIndex;
  }
  return at;
}

/** A bare number counts as a page number only between blank lines, other headers, or the ends of the document. */
function isPageNumber(source: SourceText, index: number, text: string): boolean {
  return BARE_NUMBER.test(text) && isBoundary(source, index - 1) && isBoundary(source, index + 1);
}

function isBoundary(source: SourceText, index: number): boolean {
  if (index < 0 || index >= segmentCount(source)) return true;
  const text = shortLine(source, index);
  return text !== null && (text === '' || isNoise(text));
}
