import type { LawId } from './laws.ts';
import type { Mark } from './marks.ts';
import type { SourceReference } from './schema.ts';

type Extra = Pick<SourceReference, 'validFrom' | 'validTo' | 'note'>;

/** First day of the Cybersecurity Law as amended, with new article numbers and new fines. */
export const CSL_2026_FROM = '2026-01-01';
/** First and last day of the text of 2016. */
export const CSL_2016_FROM = '2017-06-01';
export const CSL_2016_TO = '2025-12-31';

/** The Internet information measures were read in the text of 2011; that of 2024 was not seen. */
const READ_IN_2011 = { zh: '依2011年文本核对', en: 'read in the text of 2011' };

/**
 * A citation: law, article in plain form (`27`, `23(3)`; null for the law as a whole), and how this place was verified.
 * The id is checked by the compiler.
 */
export function cite(law: LawId, article: string | null, mark: Mark, extra: Extra = {}): SourceReference {
  const note = law === 'internet-information-measures' && mark === 'V' ? { note: READ_IN_2011 } : {};
  return { law, article, mark, ...note, ...extra };
}

/** The clause of the licence as printed (`12`, `15.6`). The print itself is read, so the mark is V. */
export function printed(provision: string): SourceReference {
  return { law: 'licence', article: provision, mark: 'V' };
}

/** Our own rules are not applied to years before there was this rulebook: nobody could have kept them. */
export const OWN_RULES_FROM = '2026-01-01';

/** What is not law but our own rule, with the reason. */
export function ownRule(zh: string, en: string): SourceReference {
  return { law: 'own-rule', article: null, mark: 'O', note: { zh, en } };
}

/**
 * The same duty in both texts of the Cybersecurity Law: the article of 2016 until the end of 2025, the article of the
 * amended law from 1 January 2026.
 */
export function citeCsl(
  article2016: string,
  article2026: string,
  marks: { text2016?: Mark; text2026?: Mark } = {},
): SourceReference[] {
  return [
    cite('csl-2026', article2026, marks.text2026 ?? 'E', { validFrom: CSL_2026_FROM }),
    cite('csl-2016', article2016, marks.text2016 ?? 'V', { validFrom: CSL_2016_FROM, validTo: CSL_2016_TO }),
  ];
}
