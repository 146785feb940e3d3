import { z } from 'zod';
import { FieldReading, Licence } from '../licence/model.ts';
import { Bilingual } from '../text/bilingual.ts';
import { Finding } from '../text/finding.ts';

/** How the wording of a provision differs from the known print. */
export const Deviation = z.strictObject({
  kind: z.enum([
    /** Fewer 不得 / 禁止 than the known print: a prohibition may have lost its "not". */
    'missing-negation',
    /** More negations than the known print. */
    'added-negation',
    /** Another number of days, months or hours. */
    'limit-changed',
    /** Words that the known print has are missing. */
    'element-missing',
    /** Words that the known print does not have. */
    'element-added',
    /** Same limits, negations and key terms, but other words. */
    'wording',
    /** Known content under another number. */
    'moved',
    /** Not in the known print at all. */
    'new-clause',
  ]),
  severity: z.enum(['warning', 'info']),
  /** What differs, naming the words of the document; every difference is listed. */
  details: z.array(Bilingual).min(1),
});
export type Deviation = z.infer<typeof Deviation>;

/** One provision of the annex, page headers removed and cut sentences joined. */
export const Provision = z.strictObject({
  /** As printed: `十二`, `十五（六）`. */
  ref: z.string(),
  /** `12`, `15.6`. */
  key: z.string(),
  /** Joined text without its number. */
  text: z.string(),
  /** Places in the decoded document; more than one when a page break cut the sentence. */
  at: z.array(z.strictObject({ line: z.int(), column: z.int(), start: z.int(), end: z.int() })).min(1),
  /** Whether the rulebook knows this provision. */
  matched: z.boolean(),
  /** Duties of the rulebook that rest on it. */
  dutyIds: z.array(z.string()),
  deviation: Deviation.nullable(),
});
export type Provision = z.infer<typeof Provision>;

/** Names of the fields that a reading accounts for one by one. */
export const FieldName = z.enum([
  'number',
  'holder',
  'uscc',
  'legalRepresentative',
  'registeredAddress',
  'services',
  'coverage',
  'issuedOn',
  'validTo',
  'authorityPrinted',
  'authorityEffective',
]);
export type FieldName = z.infer<typeof FieldName>;

/** What was read from one document. Pure function of its text. */
export const LicenceReading = z.strictObject({
  licence: Licence.extend({ fields: z.record(FieldName, FieldReading) }),
  /** Opening sentence (`P0`) and the sentence that leads the sub-list of 十五 (`15`). */
  leads: z.array(Provision),
  provisions: z.array(Provision),
  findings: z.array(Finding),
});
export type LicenceReading = z.infer<typeof LicenceReading>;
