import { segmentRange, placeAt, type SourceText, type TextPlace } from './source-text.ts';

/**
 * A stretch of the document without blanks and line breaks, each character knowing where it stands in the original. Lines
 * left out (page headers) leave a cut behind. A blank survives only between Latin words of one line.
 */
export interface Excerpt {
  readonly source: SourceText;
  /** Characters as printed. */
  readonly text: string;
  /** The same characters folded; same length. */
  readonly folded: string;
  /** Offset in the original of each character. */
  readonly offsets: Int32Array;
  /** Per character: a sum of the flags below. */
  readonly flags: Uint8Array;
}

/** First character of a line. */
export const AT_LINE_START = 1;
/** First character after lines that were left out. */
export const AFTER_CUT = 2;
/** First character after a blank inside the line. */
export const AFTER_BLANK = 4;

const SPACE = 32;

/** Builds the excerpt from the segments `first` to `end` (exclusive, 0-based), leaving out those for which `omit` is true. */
export function excerptOf(source: SourceText, first: number, end: number, omit: (line: number) => boolean): Excerpt {
  const from = segmentRange(source, first)[0];
  const to = end > first ? segmentRange(source, end - 1)[1] : from;
  const offsets = new Int32Array(to - from);
  const flags = new Uint8Array(to - from);
  const text: string[] = [];
  const folded: string[] = [];
  let length = 0;
  let flag = 0;
  for (let line = first; line < end; line++) {
    if (omit(line)) {
      flag |= AFTER_CUT;
      continue;
    }
    const [start, stop] = segmentRange(source, line);
    flag |= AT_LINE_START;
    let at = start;
    while (at < stop) {
      if (source.folded.charCodeAt(at) === SPACE) {
        if ((flag & AT_LINE_START) === 0) flag |= AFTER_BLANK;
        at++;
        continue;
      }
      let next = at;
      while (next < stop && source.folded.charCodeAt(next) !== SPACE) next++;
      if (
        (flag & AFTER_BLANK) !== 0 &&
        isLatin(source.folded, offsets[length - 1] ?? 0) &&
        isLatin(source.folded, at)
      ) {
        offsets[length++] = at - 1;
        text.push(' ');
        folded.push(' ');
      }
      flags[length] = flag;
      flag = 0;
      text.push(source.text.slice(at, next));
      folded.push(source.folded.slice(at, next));
      for (; at < next; at++) offsets[length++] = at;
    }
  }
  return {
    source,
    text: text.join(''),
    folded: folded.join(''),
    offsets: offsets.subarray(0, length),
    flags: flags.subarray(0, length),
  };
}

/** The printed words between two characters of the excerpt, with everything that stands between them in the original. */
export function rawOf(excerpt: Excerpt, start: number, end: number): string {
  const { start: from, end: to } = placeOf(excerpt, start, end);
  return excerpt.source.text.slice(from, to);
}

/** Where characters `start` to `end` (exclusive) of the excerpt stand in the original. */
export function placeOf(excerpt: Excerpt, start: number, end: number): TextPlace {
  const from = excerpt.offsets[start] ?? excerpt.source.text.length;
  const to = end > start ? (excerpt.offsets[end - 1] ?? from) + 1 : from;
  return placeAt(excerpt.source, from, to);
}

/** Like `placeOf`, but one place for each piece between the cuts. */
export function placesOf(excerpt: Excerpt, start: number, end: number): TextPlace[] {
  const places: TextPlace[] = [];
  let piece = start;
  for (let i = start + 1; i < end; i++) {
    if (((excerpt.flags[i] ?? 0) & AFTER_CUT) === 0) continue;
    places.push(placeOf(excerpt, piece, i));
    piece = i;
  }
  places.push(placeOf(excerpt, piece, end));
  return places;
}

function isLatin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
