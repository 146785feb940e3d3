import { gapsBetween, MAX_ALIGNED, type Gap } from './align-phrases.ts';
import * as words from './difference-words.ts';
import type { Difference } from './difference-words.ts';
import { type KnownClause, missingTerms } from './known-clauses.ts';
import type { Deviation } from './model.ts';
import type { Phrase, PhrasePrint } from './print-fingerprint.ts';
import type { TimeLimit } from './time-limits.ts';

/** Words that turn a duty into an option; the known print has none of them. */
const SOFTENERS = /可以|可不|无需|不必|免于|原则上|尽量|酌情|除外/g;

/** Share of the known print that must be found word by word for a gap in it to count as missing words. */
const CLOSE = 0.5;

/** Every difference between a clause and the known clause it was matched with; empty when they are the same. */
export function compareClause(known: KnownClause, phrases: readonly Phrase[], text: string): Difference[] {
  if (isSame(known, phrases)) return [];
  const found: Difference[] = [];
  const balance = { negations: 0, lost: [] as Limit[], gained: [] as Limit[] };
  const gaps =
    phrases.length > MAX_ALIGNED
      ? [{ known: [...known.phrases], printed: [...phrases], after: null }]
      : gapsBetween(known.phrases, phrases);
  const rest = gaps.map((gap) => pairBySkeleton(gap, found, balance));
  const knownLength = lengthOf(known.phrases);
  const close = lengthOf(rest.flatMap((gap) => gap.known)) <= knownLength * (1 - CLOSE);
  if (close) dropMoved(rest).forEach((gap) => found.push(...describeGap(gap)));
  const negations = (list: readonly PhrasePrint[]) => list.reduce((sum, p) => sum + p.negations, 0);
  const [before, now] = [negations(known.phrases), negations(phrases)];
  if (before - now !== balance.negations) found.push(words.negationsDiffer(before, now));
  const lost = without(
    known.phrases.flatMap((p) => p.limits),
    [...phrases.flatMap((p) => p.limits), ...balance.lost],
  );
  const gained = without(
    phrases.flatMap((p) => p.limits),
    [...known.phrases.flatMap((p) => p.limits), ...balance.gained],
  );
  if (lost.length > 0 || gained.length > 0) found.push(words.limitsDiffer(null, lost, gained));
  const terms = missingTerms(known, text);
  if (terms.length > 0) found.push(words.termsMissing(terms));
  const softeners = text.match(SOFTENERS) ?? [];
  if (softeners.length > 0) found.push(words.softened([...new Set(softeners)]));
  if (!close || found.length === 0) found.push(words.rewordedThroughout(lengthOf(phrases), knownLength));
  return found;
}

/** Whether all phrases are the same, in the same order. */
export function isSame(known: KnownClause, phrases: readonly Phrase[]): boolean {
  return known.phrases.length === phrases.length && known.phrases.every((p, i) => p.hash === phrases[i]?.hash);
}

/** The deviation that a list of differences amounts to: its kind is that of the gravest; null for an empty list. */
export function deviationOf(differences: readonly Difference[]): Deviation | null {
  const kind = GRAVEST_FIRST.find((k) => differences.some((d) => d.kind === k));
  if (kind === undefined) return null;
  const severity = kind === 'wording' || kind === 'moved' ? 'info' : 'warning';
  return { kind, severity, details: differences.map((d) => d.detail) };
}

const GRAVEST_FIRST: readonly Deviation['kind'][] = [
  'new-clause',
  'missing-negation',
  'limit-changed',
  'added-negation',
  'element-missing',
  'element-added',
  'moved',
  'wording',
];

type Limit = Pick<TimeLimit, 'n' | 'unit'>;

/** Takes out phrases that are the known ones but for negations and limits, and says what differs. */
function pairBySkeleton(
  gap: Gap,
  found: Difference[],
  balance: { negations: number; lost: Limit[]; gained: Limit[] },
): Gap {
  const known = [...gap.known];
  const printed = gap.printed.filter((phrase) => {
    const at = known.findIndex((p) => p.skeleton === phrase.skeleton);
    const twin = known[at];
    if (twin === undefined) return true;
    known.splice(at, 1);
    if (twin.negations !== phrase.negations) {
      found.push(words.negationChanged(phrase, twin.negations));
      balance.negations += twin.negations - phrase.negations;
    }
    const lost = without(twin.limits, phrase.limits);
    const gained = without(phrase.limits, twin.limits);
    if (lost.length > 0 || gained.length > 0) {
      found.push(words.limitsDiffer(phrase.words, lost, gained));
      balance.lost.push(...lost);
      balance.gained.push(...gained);
    }
    return false;
  });
  return { known, printed, after: gap.after };
}

/** Phrases that are missing in one gap and turn up in another only changed places: the order is reported as wording. */
function dropMoved(gaps: readonly Gap[]): Gap[] {
  const gone = new Set(gaps.flatMap((gap) => gap.known.map((p) => p.hash)));
  const elsewhere = new Set(gaps.flatMap((gap) => gap.printed.map((p) => p.hash)).filter((hash) => gone.has(hash)));
  return gaps.map(({ known, printed, after }) => ({
    known: known.filter((p) => !elsewhere.has(p.hash)),
    printed: printed.filter((p) => !elsewhere.has(p.hash)),
    after,
  }));
}

/** A replacement this much longer or shorter than what it replaces adds or removes something. */
const SLACK = 8;

function describeGap({ known, printed, after }: Gap): Difference[] {
  const [before, now] = [lengthOf(known), lengthOf(printed)];
  if (before === 0 && now === 0) return [];
  if (now === 0 || before > now * 2 + SLACK)
    return [words.phrasesMissing(known, after), ...(now > 0 ? [words.reworded(printed, known)] : [])];
  if (before === 0 || now > before * 2 + SLACK) return [words.phrasesAdded(printed)];
  return [words.reworded(printed, known)];
}

function lengthOf(phrases: readonly PhrasePrint[]): number {
  return phrases.reduce((sum, p) => sum + p.length, 0);
}

/** Limits of `all` left after taking away those of `taken`, each once. */
function without(all: readonly Limit[], taken: readonly Limit[]): Limit[] {
  const count = new Map<string, number>();
  for (const { n, unit } of taken) count.set(`${n} ${unit}`, (count.get(`${n} ${unit}`) ?? 0) + 1);
  return all.filter(({ n, unit }) => {
    const left = count.get(`${n} ${unit}`) ?? 0;
    count.set(`${n} ${unit}`, left - 1);
    return left <= 0;
  });
}
