import type { Phrase, PhrasePrint } from './print-fingerprint.ts';

/** A stretch where document and known print differ, between phrases that both have. */
export interface Gap {
  readonly known: PhrasePrint[];
  readonly printed: Phrase[];
  /** The phrase of the document before it, null at the beginning. */
  readonly after: Phrase | null;
}

/** A clause with more phrases is not aligned; none of the known print has a tenth of them. */
export const MAX_ALIGNED = 400;

/** Aligns by the longest common subsequence of equal phrases and returns the gaps between them, in order. */
export function gapsBetween(known: readonly PhrasePrint[], printed: readonly Phrase[]): Gap[] {
  const gaps: Gap[] = [];
  let gap: Gap = { known: [], printed: [], after: null };
  const close = (after: Phrase) => {
    if (gap.known.length > 0 || gap.printed.length > 0) gaps.push(gap);
    gap = { known: [], printed: [], after };
  };
  const width = printed.length + 1;
  const longest = lengths(known, printed, width);
  let i = 0;
  let j = 0;
  while (i < known.length || j < printed.length) {
    const mine = known[i];
    const theirs = printed[j];
    if (mine !== undefined && theirs !== undefined && mine.hash === theirs.hash) {
      close(theirs);
      i++;
      j++;
    } else if (
      theirs === undefined ||
      (mine !== undefined && at(longest, (i + 1) * width + j) >= at(longest, i * width + j + 1))
    ) {
      if (mine !== undefined) gap.known.push(mine);
      i++;
    } else {
      gap.printed.push(theirs);
      j++;
    }
  }
  if (gap.known.length > 0 || gap.printed.length > 0) gaps.push(gap);
  return gaps;
}

function lengths(known: readonly PhrasePrint[], printed: readonly Phrase[], width: number): Uint16Array {
  const table = new Uint16Array((known.length + 1) * width);
  for (let i = known.length - 1; i >= 0; i--) {
    for (let j = printed.length - 1; j >= 0; j--) {
      table[i * width + j] =
        known[i]?.hash === printed[j]?.hash
          ? at(table, (i + 1) * width + j + 1) + 1
          : Math.max(at(table, (i + 1) * width + j), at(table, i * width + j + 1));
    }
  }
  return table;
}

function at(table: Uint16Array, index: number): number {
  return table[index] ?? 0;
}
