import { z } from 'zod';
import { CivilDateText } from '../text/civil-date-text.ts';

/** The five items of B25 in the classification of telecom services (2015, item ① to ⑤). */
export const B25Item = z.enum(['1', '2', '3', '4', '5']);
export type B25Item = z.infer<typeof B25Item>;

/** One service line of a licence: what it allows, and what the print limits or carves out. */
export const LicensedService = z.strictObject({
  /** Code of the classification (`B25`, `B24-1`, `A24-1`); null when the name is not in it. */
  code: z.string().nullable(),
  /** Official name without limits, or the printed words when not recognised. */
  name: z.string(),
  /** The line as printed. */
  printed: z.string(),
  /** Words of each 仅限…, without the words 仅限. */
  limitedTo: z.array(z.string()),
  /** Words of each 不含…, without the words 不含. */
  excludes: z.array(z.string()),
  /** Items of B25 that the print leaves allowed; empty for other services. */
  b25Items: z.array(B25Item),
  /** Provinces printed for this service (short names such as 苏), null when none is printed. */
  coverage: z.array(z.string()).nullable(),
});
export type LicensedService = z.infer<typeof LicensedService>;

/** Grammar a licence number follows (provisions, section 6). */
export const LicenceNumberForm = z.enum(['modern', 'legacy-icp', 'old-provincial']);

/** A licence as the register keeps it and the schedule reads it. Null means "not printed, not known". */
export const Licence = z.strictObject({
  /** Normalised number, for example `苏B2-20201234`. */
  number: z.string().nullable(),
  holder: z.string().nullable(),
  /** Unified social credit code, 18 characters, as given; a wrong check digit is a finding, not a refusal. */
  uscc: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  registeredAddress: z.string().nullable(),
  services: z.array(LicensedService),
  /** Coverage words as printed; null when not printed. Never inferred into this field. */
  coveragePrinted: z.string().nullable(),
  issuedOn: CivilDateText.nullable(),
  validTo: CivilDateText.nullable(),
  /** Issuing authority in the words of the document. */
  authorityPrinted: z.string().nullable(),
  /** Authority that effectively receives filings: the original issuing authority, from the number's prefix. */
  authorityEffective: z.string().nullable(),
  /** Province of the prefix (`苏`), null for a cross-regional licence or an unknown prefix. */
  province: z.string().nullable(),
  /** True: issued by the ministry for several provinces; false: provincial; null: not known. */
  isCrossRegional: z.boolean().nullable(),
  /** True when the number carries 合字. */
  isForeignInvested: z.boolean().nullable(),
});
export type Licence = z.infer<typeof Licence>;

/** A licence of which nothing is known yet. */
export const UNKNOWN_LICENCE: Licence = {
  number: null,
  holder: null,
  uscc: null,
  legalRepresentative: null,
  registeredAddress: null,
  services: [],
  coveragePrinted: null,
  issuedOn: null,
  validTo: null,
  authorityPrinted: null,
  authorityEffective: null,
  province: null,
  isCrossRegional: null,
  isForeignInvested: null,
};

/** How a field of a document came about. */
export const FieldReading = z.strictObject({
  /** The value as text, null when the document does not print it. */
  value: z.string().nullable(),
  /** The printed words, before normalising. */
  raw: z.string().nullable(),
  /** `printed`: read at a place; `inferred`: concluded (see `from`); `not-printed`: the document is silent. */
  origin: z.enum(['printed', 'inferred', 'not-printed']),
  /** What an inferred value rests on, in words; null otherwise. */
  from: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  /** 0 (a guess) to 1 (read exactly). */
  confidence: z.number().min(0).max(1),
  at: z
    .strictObject({
      line: z.int().min(1),
      column: z.int().min(1),
      start: z.int().min(0),
      end: z.int().min(0),
    })
    .nullable(),
});
export type FieldReading = z.infer<typeof FieldReading>;
