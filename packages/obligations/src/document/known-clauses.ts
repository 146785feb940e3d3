import { foldCompact } from '../text/fold.ts';
import { FOR_ALL_SERVICES } from './known-print/for-all-services.ts';
import { FOR_INFORMATION_SERVICES } from './known-print/for-information-services.ts';
import { KNOWN_TERMS } from './known-terms.ts';
import type { PhrasePrint } from './print-fingerprint.ts';

/** A clause of the national print, known by its fingerprint. */
export interface KnownClause {
  /** `12`, `15.6`, `P0`, `15` (sentence that leads the sub-list). */
  readonly key: string;
  readonly phrases: readonly PhrasePrint[];
  /** Key terms, each with its other wordings. */
  readonly terms: readonly (readonly string[])[];
  /** Characters of all phrases, each shared out among the clauses that have it: a formula that opens six of them says little. */
  readonly weight: number;
  readonly weights: ReadonlyMap<number, number>;
}

/** Numbering of the national print: 1 to 14, and 15 with 14 items for information services. */
export const KNOWN_TOP = 15;
export const KNOWN_SUBS = 14;

const print = { ...FOR_ALL_SERVICES, ...FOR_INFORMATION_SERVICES };
const carriers = new Map<number, number>();
for (const rows of Object.values(print)) {
  for (const skeleton of new Set(rows.map((row) => row[1]))) carriers.set(skeleton, (carriers.get(skeleton) ?? 0) + 1);
}

/** The national print, by key. */
export const KNOWN_CLAUSES: ReadonlyMap<string, KnownClause> = new Map(
  Object.entries(print).map(([key, rows]) => {
    const phrases = rows.map(([hash, skeleton, length, negations, limits]) => ({
      hash,
      skeleton,
      length,
      negations,
      limits: limits.map(([n, unit]) => ({ n, unit })),
    }));
    const weights = new Map(phrases.map((p) => [p.skeleton, p.length / (carriers.get(p.skeleton) ?? 1)]));
    const weight = [...weights.values()].reduce((sum, w) => sum + w, 0);
    const terms = (KNOWN_TERMS[key] ?? []).map((term) => term.split('|').map(foldCompact));
    return [key, { key, phrases, terms, weight, weights }];
  }),
);

/** Terms of a known clause that a folded text without blanks lacks. */
export function missingTerms(known: KnownClause, text: string): string[] {
  return known.terms
    .filter((wordings) => !wordings.some((word) => text.includes(word)))
    .map((wordings) => wordings[0] ?? '');
}
