import { foldCompact } from '../text/fold.ts';
import { findTimeLimits, type TimeLimit } from './time-limits.ts';

/**
 * A phrase (the words between two punctuation marks) without its words: enough to tell whether a document has the same
 * one, and if not, whether only a negation or a time limit differs.
 */
export interface PhrasePrint {
  /** 32-bit hash of the normalised words. */
  readonly hash: number;
  /** The same with negations left out and time limits blanked. */
  readonly skeleton: number;
  readonly length: number;
  readonly negations: number;
  readonly limits: readonly Pick<TimeLimit, 'n' | 'unit'>[];
}

/** A phrase of a document, with its words as normalised for comparison. */
export interface Phrase extends PhrasePrint {
  readonly words: string;
}

const NEGATION = /不得|禁止|严禁|不准/g;
const WORD = /[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff〇]+/g;
/** Who issued the licence: the ministry's template says 我部, some provinces 我局. */
const AUTHORITY = /我部|我局/g;

/**
 * Splits a clause into phrases. Width, blanks, punctuation, quotes, the spelling of "account", the holder's name (read as
 * 你公司) and the issuing authority do not count. Linear.
 */
export function phrasesOf(clause: string, holder: string | null): Phrase[] {
  const folded = foldCompact(clause);
  const company = holder === null ? '' : foldCompact(holder);
  const text = (company.length > 3 ? folded.replaceAll(company, '你公司') : folded).replace(AUTHORITY, '我部');
  return (text.match(WORD) ?? []).map((words) => ({ ...phrasePrint(words), words }));
}

/** Fingerprint of one phrase. */
export function phrasePrint(words: string): PhrasePrint {
  const limits = findTimeLimits(words);
  let canonical = '';
  let skeleton = '';
  let at = 0;
  for (const { n, unit, start, end } of limits) {
    canonical += `${words.slice(at, start)}<${n} ${unit}>`;
    skeleton += `${words.slice(at, start)}#`;
    at = end;
  }
  canonical += words.slice(at);
  skeleton += words.slice(at);
  return {
    hash: hash32(canonical),
    skeleton: hash32(skeleton.replace(NEGATION, '')),
    length: words.length,
    negations: negationsIn(words),
    limits: limits.map(({ n, unit }) => ({ n, unit })),
  };
}

/** How many times a text says 不得, 禁止, 严禁 or 不准. */
export function negationsIn(text: string): number {
  return text.match(NEGATION)?.length ?? 0;
}

/** FNV-1a over UTF-16 units. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
