import { z } from 'zod';
import type { Mark } from '../../rulebook/marks.ts';
import type { Bilingual } from '../../text/bilingual.ts';

/** The forms, in the order of the official screens. */
export const FormId = z.enum([
  'commitment',
  'company',
  'service-quality',
  'economy',
  'security',
  'development',
  'other-material',
]);
export type FormId = z.infer<typeof FormId>;

export type ReportFieldType = 'text' | 'long-text' | 'number' | 'money' | 'percent' | 'boolean' | 'list';

/**
 * Who sees a field: `public` by force, `by-choice` of the company, `not-public`; `unknown` where the sources do not say.
 */
export type Disclosure = 'public' | 'by-choice' | 'not-public' | 'unknown';

/** One field of a form. */
export interface ReportField {
  /** Unique among all forms. */
  readonly id: string;
  readonly label: Bilingual;
  readonly type: ReportFieldType;
  readonly unit: Bilingual | null;
  readonly mark: Mark;
  readonly disclosure: Disclosure;
  /** Last year’s value is offered; a figure of the year itself never is. */
  readonly carries: boolean;
  /** Only for these classes of service; null for all. */
  readonly onlyFor: readonly string[] | null;
  /** Where the figure usually comes from. */
  readonly hint: Bilingual | null;
}

/** How often a form is filled in: once, once for each opened service, once for each province. */
export type FormRepeats = 'once' | 'per-opened-service' | 'per-province';

/** One form. */
export interface ReportForm {
  readonly id: FormId;
  readonly name: Bilingual;
  readonly repeats: FormRepeats;
  readonly fields: readonly ReportField[];
}

/** A value with where it comes from. */
export const ReportEntry = z.strictObject({
  value: z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(500)).max(500)]),
  /** Ledger, system or person the value was taken from. */
  source: z.string().max(500).optional(),
  /** Year of the report it was carried over from; somebody still has to confirm it. */
  carriedFrom: z.int().optional(),
});
export type ReportEntry = z.infer<typeof ReportEntry>;

const Entries = z.record(z.string().max(100), ReportEntry);

/** A service on the licence as the report sees it. */
export const ReportService = z.strictObject({
  /** Code of the classification: B25. */
  code: z.string().min(2).max(20),
  opened: z.boolean(),
  /** Prefixes of the provinces it is offered in. */
  provinces: z.array(z.string().max(4)).max(40),
});
export type ReportService = z.infer<typeof ReportService>;

/** What a company reports on one year. */
export const AnnualReport = z.strictObject({
  /** The year reported on; filed in the first quarter of the next. */
  year: z.int().min(2017).max(2100),
  services: z.array(ReportService).max(50),
  values: Entries,
  /** By service code. */
  perService: z.record(z.string().max(20), Entries),
  /** The security form of a cross-regional licence, by prefix of the province. */
  perProvince: z.record(z.string().max(4), Entries).optional(),
});
export type AnnualReport = z.infer<typeof AnnualReport>;
