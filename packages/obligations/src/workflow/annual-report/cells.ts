import { ANNUAL_REPORT_FORMS } from './forms/index.ts';
import type { AnnualReport, ReportEntry, ReportField, ReportForm } from './model.ts';

/** One field of one copy of a form. */
export interface ReportCell {
  readonly form: ReportForm;
  /** Service code or prefix of the province; null where the form is filled in once. */
  readonly of: string | null;
  readonly field: ReportField;
  /** Path into the report: `values.revenue`, `perService.B25.users`. */
  readonly path: string;
  readonly entry: ReportEntry | undefined;
}

/** All cells of a report in the order of the screens: one development form for each opened service. */
export function cellsOf(report: AnnualReport): ReportCell[] {
  return ANNUAL_REPORT_FORMS.flatMap((form) => {
    const whole = form.repeats === 'per-opened-service' ? [] : cells(form, null, 'values', report.values);
    if (form.repeats === 'per-opened-service') {
      return openedServices(report).flatMap((code) =>
        cells(form, code, `perService.${code}`, report.perService[code] ?? {}),
      );
    }
    const parts = form.repeats === 'per-province' ? Object.entries(report.perProvince ?? {}) : [];
    return [...whole, ...parts.flatMap(([prefix, entries]) => cells(form, prefix, `perProvince.${prefix}`, entries))];
  });
}

/** Codes of the services that were opened, each once. */
export function openedServices({ services }: Pick<AnnualReport, 'services'>): string[] {
  return [...new Set(services.filter(({ opened }) => opened).map(({ code }) => code))];
}

/** Whether a cell holds a value: an empty text or list is none. Zero and no are values. */
export function isFilled(entry: ReportEntry | undefined): boolean {
  if (entry === undefined) return false;
  const { value } = entry;
  return typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0;
}

function cells(
  form: ReportForm,
  of: string | null,
  path: string,
  entries: Readonly<Record<string, ReportEntry>>,
): ReportCell[] {
  return form.fields
    .filter(({ onlyFor }) => onlyFor === null || (of !== null && onlyFor.includes(of)))
    .map((field) => ({ form, of, field, path: `${path}.${field.id}`, entry: entries[field.id] }));
}
