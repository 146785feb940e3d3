import type { Bilingual } from '../text/bilingual.ts';
import type { Deviation } from './model.ts';
import type { Phrase, PhrasePrint } from './print-fingerprint.ts';
import { limitInWords, type TimeLimit } from './time-limits.ts';

/** One difference between a clause and the known print. */
export interface Difference {
  readonly kind: Deviation['kind'];
  readonly detail: Bilingual;
}

const QUOTED = 60;

function quote(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text;
}

function difference(kind: Deviation['kind'], zh: string, en: string): Difference {
  return { kind, detail: { zh, en } };
}

/** A phrase that is the known one but for its negations. */
export function negationChanged(phrase: Phrase, known: number): Difference {
  const words = quote(phrase.words);
  return phrase.negations < known
    ? difference(
        'missing-negation',
        `“${words}”：已知文本此处有“不得”一类的禁止词，本文件没有，含义可能相反。`,
        `"${words}": the known print has a negation (不得) here, this document has not; the meaning may be the opposite.`,
      )
    : difference(
        'added-negation',
        `“${words}”：本文件此处多出“不得”一类的禁止词。`,
        `"${words}": this document has a negation here that the known print has not.`,
      );
}

/** Negations of the whole clause. */
export function negationsDiffer(known: number, printed: number): Difference {
  return printed < known
    ? difference(
        'missing-negation',
        `禁止词（不得、禁止）：已知文本 ${known} 处，本文件 ${printed} 处。可能漏印“不得”。`,
        `Negations (不得, 禁止): ${known} in the known print, ${printed} here. A "not" may be missing.`,
      )
    : difference(
        'added-negation',
        `禁止词（不得、禁止）：已知文本 ${known} 处，本文件 ${printed} 处。`,
        `Negations (不得, 禁止): ${known} in the known print, ${printed} here.`,
      );
}

type Limits = readonly Pick<TimeLimit, 'n' | 'unit'>[];

/** Time limits that changed, in a phrase (`words`) or somewhere in the clause (null). */
export function limitsDiffer(words: string | null, known: Limits, printed: Limits): Difference {
  const list = (limits: Limits, language: 'zh' | 'en', none: string) =>
    limits.length === 0 ? none : limits.map((l) => limitInWords(l)[language]).join(language === 'zh' ? '、' : ', ');
  const place = words === null ? '' : quote(words);
  return difference(
    'limit-changed',
    `${place === '' ? '' : `“${place}”：`}期限不同，已知文本为 ${list(known, 'zh', '无')}，本文件为 ${list(printed, 'zh', '无')}。`,
    `${place === '' ? '' : `"${place}": `}another time limit; the known print has ${list(known, 'en', 'none')}, this document ${list(printed, 'en', 'none')}.`,
  );
}

/** Phrases of the known print that are gone. Their words are not kept, so their place and length are told. */
export function phrasesMissing(known: readonly PhrasePrint[], after: Phrase | null): Difference {
  const length = known.reduce((sum, p) => sum + p.length, 0);
  const place =
    after === null
      ? { zh: '条款开头', en: 'At the beginning' }
      : { zh: `“${quote(after.words)}”之后`, en: `After "${quote(after.words)}"` };
  return difference(
    'element-missing',
    `${place.zh}缺少已知文本中的 ${known.length} 个短语（约 ${length} 字）。`,
    `${place.en}, ${known.length} phrase(s) of the known print (about ${length} characters) are missing.`,
  );
}

/** Words that the known print does not have. */
export function phrasesAdded(printed: readonly Phrase[]): Difference {
  const words = quote(printed.map((p) => p.words).join('，'));
  return difference(
    'element-added',
    `多出已知文本没有的内容：“${words}”。`,
    `Words that the known print does not have: "${words}".`,
  );
}

/** Key terms that are gone. */
export function termsMissing(terms: readonly string[]): Difference {
  const words = terms.join('、');
  return difference('element-missing', `没有出现关键词：${words}。`, `Key terms that do not occur: ${words}.`);
}

/** Words that turn a duty into an option. */
export function softened(words: readonly string[]): Difference {
  const list = words.join('、');
  return difference(
    'element-added',
    `出现已知文本没有的弱化用语：${list}。义务可能变成选择。`,
    `Softening words that the known print does not have: ${list}. A duty may have become an option.`,
  );
}

/** The same place in other words of about the same length. */
export function reworded(printed: readonly Phrase[], known: readonly PhrasePrint[]): Difference {
  const words = quote(printed.map((p) => p.words).join('，'));
  const length = known.reduce((sum, p) => sum + p.length, 0);
  return difference(
    'wording',
    `措辞不同：“${words}”（已知文本此处约 ${length} 字）。`,
    `Other words: "${words}" (about ${length} characters in the known print).`,
  );
}

/** The whole clause in other words. */
export function rewordedThroughout(printedLength: number, knownLength: number): Difference {
  return difference(
    'wording',
    `整条措辞与已知文本不同（已知 ${knownLength} 字，本文件 ${printedLength} 字）；关键词、期限、禁止词的异同见其他各项。`,
    `The whole clause is worded differently (${knownLength} characters in the known print, ${printedLength} here); key terms, limits and negations are compared one by one.`,
  );
}

/** Known content under another number. */
export function moved(ref: string, knownRef: string): Difference {
  return difference(
    'moved',
    `内容与已知文本的第${knownRef}条相符，本文件编为第${ref}条。`,
    `The content is that of ${knownRef} in the known print; this document numbers it ${ref}.`,
  );
}

/** Not in the known print. */
export function newClause(): Difference {
  return difference(
    'new-clause',
    '已知文本没有这一条，规则库也没有对应的义务，请人工阅读。',
    'The known print has no such clause, nor has the rulebook a duty for it: read it yourself.',
  );
}
