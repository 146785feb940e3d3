import { toChineseNumeral } from './chinese-numeral.ts';
import { compareClause, deviationOf, isSame } from './compare-clause.ts';
import * as words from './difference-words.ts';
import { KNOWN_CLAUSES, type KnownClause, missingTerms } from './known-clauses.ts';
import type { Deviation } from './model.ts';
import { foldCompact } from '../text/fold.ts';
import { type Phrase, phrasesOf } from './print-fingerprint.ts';

/** A clause of the document to be matched. */
export interface ClauseText {
  readonly key: string;
  readonly ref: string;
  readonly text: string;
  /** Leads (`P0`, `15`) are compared with leads only. */
  readonly isLead: boolean;
}

/** What a clause is in the known print. */
export interface ClauseMatch {
  /** Key of the known clause with this content; null when there is none. */
  readonly knownKey: string | null;
  readonly deviation: Deviation | null;
}

/** Shares of known words or of key terms from which on a clause counts as the known one. */
const ENOUGH_WORDS = 0.4;
const ENOUGH_TERMS = 0.6;
/** Longer clauses are not compared; the longest of the known print has 200 characters. */
const LONGEST_COMPARED = 20_000;

/** Printed reference of a known key: `15.6` is `十五（六）`. */
export function refOfKey(key: string): string {
  const [top = '', sub] = key.split('.');
  if (!/^\d+$/.test(top)) return key;
  return toChineseNumeral(Number(top)) + (sub === undefined ? '' : `（${toChineseNumeral(Number(sub))}）`);
}

/** Matches clauses with the known print by content, not only by number; each known clause is given away once. */
export function matchProvisions(clauses: readonly ClauseText[], holder: string | null): ClauseMatch[] {
  const read = clauses.map((clause) => ({
    clause,
    phrases: phrasesOf(clause.text.slice(0, LONGEST_COMPARED), holder),
  }));
  const matches = new Array<KnownClause | undefined>(clauses.length);
  const taken = new Set<string>();
  const give = (i: number, known: KnownClause) => {
    if (matches[i] !== undefined || taken.has(known.key)) return;
    matches[i] = known;
    taken.add(known.key);
  };
  for (const [i, { clause, phrases }] of read.entries()) {
    const known = KNOWN_CLAUSES.get(clause.key);
    if (known !== undefined && isSame(known, phrases)) give(i, known);
  }
  const open = read.flatMap(({ clause, phrases }, i) =>
    matches[i] === undefined ? candidates(clause, phrases, i, taken) : [],
  );
  open.sort((a, b) => b.score - a.score);
  for (const { i, known } of open) give(i, known);
  return read.map(({ clause, phrases }, i) => {
    const known = matches[i];
    if (known === undefined) return { knownKey: null, deviation: deviationOf([words.newClause()]) };
    const differences = compareClause(known, phrases, foldCompact(clause.text.slice(0, LONGEST_COMPARED)));
    if (known.key !== clause.key) differences.push(words.moved(clause.ref, refOfKey(known.key)));
    return { knownKey: known.key, deviation: deviationOf(differences) };
  });
}

interface Candidate {
  readonly i: number;
  readonly known: KnownClause;
  readonly score: number;
}

function candidates(
  clause: ClauseText,
  phrases: readonly Phrase[],
  i: number,
  taken: ReadonlySet<string>,
): Candidate[] {
  const text = foldCompact(clause.text.slice(0, LONGEST_COMPARED));
  const found: Candidate[] = [];
  for (const known of KNOWN_CLAUSES.values()) {
    const fits = clause.isLead
      ? known.key === (clause.key === 'P0' ? 'P0' : '15')
      : known.key !== 'P0' && known.key !== '15';
    if (!fits || taken.has(known.key)) continue;
    const byWords = shareOfWords(known, phrases);
    const byTerms = known.terms.length === 0 ? 0 : 1 - missingTerms(known, text).length / known.terms.length;
    if (byWords < ENOUGH_WORDS && byTerms < ENOUGH_TERMS) continue;
    found.push({ i, known, score: Math.max(byWords, byTerms * 0.9) + (known.key === clause.key ? 0.1 : 0) });
  }
  return found;
}

function shareOfWords(known: KnownClause, phrases: readonly Phrase[]): number {
  let weight = 0;
  for (const skeleton of new Set(phrases.map((p) => p.skeleton))) weight += known.weights.get(skeleton) ?? 0;
  return known.weight === 0 ? 0 : weight / known.weight;
}
