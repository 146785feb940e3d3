/** The annual report: its forms as data, what is taken over, checked, still missing, and the sheet to fill in from. */
export { type Completeness, completeness } from './completeness.ts';
export { carryOver } from './carry-over.ts';
export type { ReportCell } from './cells.ts';
export { ANNUAL_REPORT_CONSEQUENCES } from './consequences.ts';
export { crossCheck } from './cross-check.ts';
export { type FillRow, type FillSection, fillSheet } from './fill-sheet.ts';
export { ANNUAL_REPORT_FORMS, reportFieldOf } from './forms/index.ts';
export {
  AnnualReport,
  type Disclosure,
  FormId,
  type FormRepeats,
  ReportEntry,
  type ReportField,
  type ReportFieldType,
  type ReportForm,
  ReportService,
} from './model.ts';
