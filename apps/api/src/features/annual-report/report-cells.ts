import { type AnnualReport, type FillRow, type FillSection, fillSheet } from '@zhengqi/obligations';

/** One cell of a report with its path. */
export interface PathedRow extends FillRow {
  path: string;
}

/** The forms in the order of the official screens, each cell with its path. */
export function reportSections(report: AnnualReport): (Omit<FillSection, 'rows'> & { rows: PathedRow[] })[] {
  return fillSheet(report).map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({ ...row, path: `${partOf(section)}.${row.fieldId}` })),
  }));
}

function partOf({ form, of }: Pick<FillSection, 'form' | 'of'>): string {
  if (of === null) return 'values';
  return form === 'development' ? `perService.${of}` : `perProvince.${of}`;
}
