import { Bilingual, Finding, FormId, Mark, ReportEntry, ReportService } from '@zhengqi/obligations';
import { z } from 'zod';
import { LicenceId } from '../../db/ids.ts';
import { PersonView } from '../people.ts';

/** A licence and the year reported on; the report is filed in the first quarter of the next. */
const ReportOf = z.strictObject({ licenceId: LicenceId, year: z.int().min(2017).max(2100) });
const Path = z.string().min(1).max(200);
export const ReportValue = ReportEntry.shape.value;
const MarkedNote = z.strictObject({
  text: Bilingual,
  mark: Mark,
  sources: z.array(z.looseObject({ law: z.string() })).optional(),
});
const Disclosure = z.enum(['public', 'by-choice', 'not-public', 'unknown']);
const FieldType = z.enum(['text', 'long-text', 'number', 'money', 'percent', 'boolean', 'list']);
const CellState = z.enum(['filled', 'to-confirm', 'missing']);

export const GetReportInput = ReportOf;
const CompletenessView = z.strictObject({
  filled: z.int(),
  needed: z.int(),
  percent: z.int(),
  toConfirm: z.int(),
});
export const ReportView = z.strictObject({
  licenceId: z.string(),
  year: z.int(),
  licence: z.strictObject({ number: z.string().nullable(), holder: z.string().nullable() }),
  /** The workflow of this report, when it is running or was the last one. */
  workflowId: z.string().nullable(),
  services: z.array(ReportService),
  /** 0: nobody has said yet which services were opened. */
  servicesVersion: z.int(),
  forms: z.array(
    z.strictObject({
      id: FormId,
      name: Bilingual,
      /** Service code or prefix of the province, of a form that is filled in several times. */
      of: z.string().nullable(),
      fields: z.array(
        z.strictObject({
          path: z.string(),
          id: z.string(),
          label: Bilingual,
          type: FieldType,
          unit: Bilingual.nullable(),
          mark: Mark,
          disclosure: Disclosure,
          carries: z.boolean(),
          hint: Bilingual.nullable(),
          value: ReportValue.nullable(),
          source: z.string().nullable(),
          carriedFrom: z.int().nullable(),
          /** 0: never filled in. */
          version: z.int(),
          state: CellState,
          by: PersonView,
          at: z.string().nullable(),
          /** What the register, the facts or the events say. */
          suggestion: z.strictObject({ value: ReportValue, source: Bilingual }).nullable(),
        }),
      ),
    }),
  ),
  completeness: CompletenessView,
  /** Errors first; `at.path` is the path of the cell. */
  findings: z.array(Finding),
  hasLastYear: z.boolean(),
  consequences: z.array(MarkedNote),
});
export type ReportView = z.infer<typeof ReportView>;

export const SetValuesInput = ReportOf.extend({
  entries: z
    .array(
      z.strictObject({
        path: Path,
        /** Of the cell as the caller saw it. */
        version: z.int().min(0),
        /** Null empties the cell. */
        value: ReportValue.nullable(),
        source: z.string().trim().max(500).optional(),
      }),
    )
    .min(1)
    .max(200),
});
export const SetValuesOutput = z.strictObject({
  entries: z.array(z.strictObject({ path: z.string(), version: z.int() })),
  completeness: CompletenessView,
  findings: z.array(Finding),
});

export const SetServicesInput = ReportOf.extend({
  version: z.int().min(0),
  services: z.array(ReportService).max(50),
});
export const SetServicesOutput = z.strictObject({ version: z.int() });

export const CarryOverInput = ReportOf;
export const CarryOverOutput = z.strictObject({ filled: z.int() });

export const ValueHistoryInput = ReportOf.extend({ path: Path });
export const ValueHistory = z.strictObject({
  items: z.array(
    z.strictObject({
      version: z.int(),
      value: z.unknown(),
      source: z.string().nullable(),
      carriedFrom: z.int().nullable(),
      by: PersonView,
      at: z.string(),
    }),
  ),
});

export const FillSheetInput = ReportOf;
export const FillSheetView = z.strictObject({
  year: z.int(),
  licence: z.strictObject({ number: z.string().nullable(), holder: z.string().nullable() }),
  sections: z.array(
    z.strictObject({
      form: FormId,
      name: Bilingual,
      of: z.string().nullable(),
      rows: z.array(
        z.strictObject({
          fieldId: z.string(),
          label: Bilingual,
          value: ReportValue.nullable(),
          unit: Bilingual.nullable(),
          source: z.string().nullable(),
          mark: Mark,
          disclosure: Disclosure,
          state: CellState,
        }),
      ),
    }),
  ),
});
export type FillSheetView = z.infer<typeof FillSheetView>;
export const ExportedSheet = z.strictObject({ fileName: z.string(), base64: z.string() });
