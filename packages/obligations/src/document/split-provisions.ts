import { fromChineseNumeral, toChineseNumeral } from './chinese-numeral.ts';
import { AFTER_CUT, AT_LINE_START, type Excerpt } from './excerpt.ts';

/** One clause of the annex: a range of its excerpt, the number not included. */
export interface Clause {
  /** `12`, `15.6`; `P0` for the opening sentence. */
  readonly key: string;
  /** As printed: `十二`, `十五（六）`; empty for the opening sentence. */
  readonly ref: string;
  /** Number at its level, 0 for the opening sentence. */
  readonly ordinal: number;
  /** Number of the clause whose sub-list it belongs to, null at the top level. */
  readonly parent: number | null;
  /** Where the printed number starts. */
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

/** Clauses in the order of the text. */
export interface SplitAnnex {
  /** Text before 一; null when there is none. */
  readonly opening: Clause | null;
  /** Sentences that lead a sub-list. */
  readonly leads: readonly Clause[];
  /** All others. */
  readonly clauses: readonly Clause[];
  /** Whether clauses beyond the limit were left out. */
  readonly cutOff: boolean;
}

/** No annex has more clauses; the rest of hostile input is left out. */
const MAX_CLAUSES = 300;
/** How far a number may jump ahead and still count as a clause when the sentence before it is unfinished. */
const MAX_JUMP = 5;

/** A number that may start a clause. */
interface Marker {
  readonly at: number;
  readonly end: number;
  readonly ordinal: number;
  readonly isSub: boolean;
  /** Read with a dash for 一: counts only where exactly this number is expected. */
  readonly repaired: boolean;
}

/** Splits the annex (page headers already left out) into 一 … 十五 and （一） … （十四）. Linear. */
export function splitProvisions(annex: Excerpt): SplitAnnex {
  const clauses: Clause[] = [];
  let top = 0;
  let sub = 0;
  let cutOff = false;
  let open: Omit<Clause, 'end'> | null = null;
  const close = (end: number) => {
    if (open !== null) clauses.push({ ...open, end });
  };
  for (let at = 0; at < annex.folded.length; at++) {
    const marker = markerAt(annex.folded, at);
    if (marker === null) continue;
    if (!startsClause(annex, marker, marker.isSub ? sub : top, top > 0)) continue;
    if (clauses.length >= MAX_CLAUSES) {
      cutOff = true;
      break;
    }
    close(at);
    if (marker.isSub) sub = marker.ordinal;
    else {
      top = marker.ordinal;
      sub = 0;
    }
    open = clauseOf(marker, top);
    at = marker.end - 1;
  }
  close(endOfText(annex, open?.start ?? 0));
  const first = clauses[0]?.marker ?? (open === null ? annex.folded.length : 0);
  const opening = first === 0 || clauses.length === 0 ? null : openingOf(first);
  const isLead = (clause: Clause, next: Clause | undefined) =>
    clause.parent === null && next?.parent === clause.ordinal;
  return {
    opening,
    leads: clauses.filter((clause, i) => isLead(clause, clauses[i + 1])),
    clauses: clauses.filter((clause, i) => !isLead(clause, clauses[i + 1])),
    cutOff,
  };
}

function openingOf(end: number): Clause {
  return { key: 'P0', ref: '', ordinal: 0, parent: null, marker: 0, start: 0, end };
}

function clauseOf({ at, end, ordinal, isSub }: Marker, top: number): Omit<Clause, 'end'> {
  const numeral = toChineseNumeral(ordinal);
  return isSub
    ? {
        key: `${top}.${ordinal}`,
        ref: `${toChineseNumeral(top)}（${numeral}）`,
        ordinal,
        parent: top,
        marker: at,
        start: end,
      }
    : { key: String(ordinal), ref: numeral, ordinal, parent: null, marker: at, start: end };
}

const NUMERALS = '一二三四五六七八九十-';
const MAX_NUMERAL = 3;

/** A numeral followed by 、 or a stop, or a numeral in brackets; null otherwise. */
function markerAt(text: string, at: number): Marker | null {
  const isSub = text[at] === '(';
  const from = isSub ? at + 1 : at;
  if (!isSub && at > 0 && NUMERALS.includes(text[at - 1] ?? '')) return null;
  let end = from;
  while (end - from <= MAX_NUMERAL && NUMERALS.includes(text[end] ?? ' ')) end++;
  if (end === from || end - from > MAX_NUMERAL) return null;
  const closing = text[end] ?? ' ';
  if (isSub ? closing !== ')' : !'、.,:'.includes(closing)) return null;
  const printed = text.slice(from, end);
  const ordinal = fromChineseNumeral(printed.replaceAll('-', '一'));
  if (ordinal === null || ordinal > 99) return null;
  return { at, end: end + 1, ordinal, isSub, repaired: printed.includes('-') };
}

/** Tells the number of a clause from a number inside a sentence, by what stands before it and by the number expected. */
function startsClause(annex: Excerpt, marker: Marker, current: number, insideClause: boolean): boolean {
  if (marker.isSub && !insideClause) return false;
  const flags = annex.flags[marker.at] ?? 0;
  const atLineStart = (flags & AT_LINE_START) !== 0;
  const expected = marker.ordinal === current + 1;
  if (marker.repaired && !expected) return false;
  const sentenceOver = marker.at === 0 || '。;:!?”"'.includes(annex.folded[marker.at - 1] ?? '');
  if (sentenceOver) return atLineStart || expected;
  if (!atLineStart) return false;
  // A page break cut the sentence before: what follows is its rest, unless it is the very number expected.
  if ((flags & AFTER_CUT) !== 0) return expected;
  return marker.ordinal > current && marker.ordinal <= current + MAX_JUMP;
}

const CLOSING_LINE =
  /^(?:[㐀-鿿]{2,9}通信管理局|(?:中华人民共和国)?工业和信息化部)(?:\(.{1,4}\))?$|^.{4}年.{1,3}月.{1,3}日$|^\(?以下空白\)?$|^发证机关.{0,30}$|^附件.{0,40}$/;
const LONGEST_CLOSING_LINE = 40;

/** End of the last clause: signature and date under the annex are not part of it. */
function endOfText(annex: Excerpt, from: number): number {
  let end = annex.folded.length;
  for (let start = end - 1; start > from && end - start <= LONGEST_CLOSING_LINE; start--) {
    if (((annex.flags[start] ?? 0) & AT_LINE_START) === 0) continue;
    if (!CLOSING_LINE.test(annex.folded.slice(start, end))) break;
    end = start;
  }
  return end;
}
