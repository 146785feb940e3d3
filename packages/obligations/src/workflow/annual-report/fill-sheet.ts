import type { Mark } from '../../rulebook/marks.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { cellsOf, isFilled, type ReportCell } from './cells.ts';
import type { AnnualReport, Disclosure, FormId, ReportEntry } from './model.ts';

/** One line to be typed into the official screen. */
export interface FillRow {
  readonly fieldId: string;
  readonly label: Bilingual;
  readonly value: ReportEntry['value'] | null;
  readonly unit: Bilingual | null;
  readonly source: string | null;
  readonly mark: Mark;
  readonly disclosure: Disclosure;
  readonly state: 'filled' | 'to-confirm' | 'missing';
}

/** One form, or one copy of it for a service or province. */
export interface FillSection {
  readonly form: FormId;
  readonly name: Bilingual;
  /** Service code or prefix of the province. */
  readonly of: string | null;
  readonly rows: readonly FillRow[];
}

/** The sheet to fill in the official screens from, in their order. */
export function fillSheet(report: AnnualReport): FillSection[] {
  const sections = new Map<string, FillSection & { rows: FillRow[] }>();
  for (const cell of cellsOf(report)) {
    const key = `${cell.form.id}/${cell.of ?? ''}`;
    let section = sections.get(key);
    if (section === undefined) {
      section = { form: cell.form.id, name: cell.form.name, of: cell.of, rows: [] };
      sections.set(key, section);
    }
    section.rows.push(rowOf(cell));
  }
  return [...sections.values()];
}

function rowOf({ field, entry }: ReportCell): FillRow {
  const filled = isFilled(entry);
  return {
    fieldId: field.id,
    label: field.label,
    value: filled ? (entry?.value ?? null) : null,
    unit: field.unit,
    source: entry?.source ?? null,
    mark: field.mark,
    disclosure: field.disclosure,
    state: !filled ? 'missing' : entry?.carriedFrom === undefined ? 'filled' : 'to-confirm',
  };
}
