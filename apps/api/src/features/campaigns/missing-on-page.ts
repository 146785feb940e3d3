import {
  type Bilingual,
  completeness,
  type Licence,
  type MaterialAct,
  materialList,
  workflowOf,
} from '@zhengqi/obligations';
import type { PortfolioDatabase } from '../../db/portfolio-transaction.ts';
import { reportOf } from '../annual-report/load-report.ts';
import { missingOf, provinceOf } from '../workflows/materials.ts';
import { type BoardTableRow, readReportValues, readTicks } from './queries.ts';
import type { BoardRow } from './schemas.ts';

const SHOWN = 3;

/** What is still missing for each piece of work on a page, by the id of its row. */
export async function missingOnPage(
  db: PortfolioDatabase,
  rows: readonly BoardTableRow[],
  licences: ReadonlyMap<string, Licence>,
): Promise<(row: BoardTableRow) => BoardRow['missing']> {
  const tenants = [...new Set(rows.map(({ tenantId }) => tenantId))];
  const running = rows.filter(({ workflowId }) => workflowId !== null);
  const ticks = await readTicks(
    db,
    running.flatMap(({ workflowId }) => workflowId ?? []),
    tenants,
  );
  const reports = running.filter(({ kind }) => kind === 'annual-report');
  const values = await readReportValues(
    db,
    reports.flatMap(({ licenceId }) => licenceId ?? []),
    tenants,
    [...new Set(reports.flatMap((row) => reportYear(row) ?? []))],
  );
  return (row) => {
    const licence = row.licenceId === null ? undefined : licences.get(row.licenceId);
    if (row.kind === null || row.column === 'done' || row.column === 'ended') return null;
    const act = workflowOf(row.kind).materials;
    if (act !== null) {
      const list = materialList(act as MaterialAct, licence === undefined ? null : provinceOf(licence));
      const own = ticks.filter(({ workflowId }) => workflowId === row.workflowId);
      return summary(missingOf(list, own).map(({ name }) => name));
    }
    const year = reportYear(row);
    if (row.kind !== 'annual-report' || licence === undefined || year === null) return null;
    const own = values.filter((value) => value.licenceId === row.licenceId && value.year === year);
    const report = reportOf(year, licence, new Map(own.map((value) => [value.path, value])));
    return summary(completeness(report).missing.map(({ field }) => field.label));
  };
}

/** The year reported on; the year of the work is that of the filing. */
function reportYear({ year }: BoardTableRow): number | null {
  return year === null ? null : year - 1;
}

function summary(names: readonly Bilingual[]): NonNullable<BoardRow['missing']> {
  return { count: names.length, first: names.slice(0, SHOWN).map((name) => ({ ...name })) };
}
