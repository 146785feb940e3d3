import {
  ANNUAL_REPORT_CONSEQUENCES,
  type AnnualReport,
  completeness,
  crossCheck,
  type Finding,
  reportFieldOf,
} from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { type PersonView, readPeople } from '../people.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { readReportWorkflow, type ReportKey } from './queries.ts';
import { type PathedRow, reportSections } from './report-cells.ts';
import { GetReportInput, type ReportView } from './schemas.ts';
import { type Suggestion, suggestValues } from './suggest-values.ts';

type FieldView = ReportView['forms'][number]['fields'][number];

/** The report of a licence on one year: every form with its cells, what is missing, and what does not agree. */
export async function getReport(ctx: TenantContext, raw: unknown): Promise<ReportView> {
  const key = parseInput(GetReportInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const loaded = await loadReport(tx, key);
    const { report, licence } = loaded;
    const last = await lastYear(tx, key);
    const suggestions = await suggestValues(tx, licence, report);
    const people = await readPeople(tx);
    return {
      licenceId: publicId('licence', key.licenceId),
      year: key.year,
      licence: { number: licence.number, holder: licence.holder },
      workflowId: publicIdOrNull('workflow', await readReportWorkflow(tx, key)),
      services: report.services,
      servicesVersion: loaded.servicesVersion,
      forms: reportSections(report).map(({ form, name, of, rows }) => ({
        id: form,
        name,
        of,
        fields: rows.map((row) => fieldView(row, loaded, suggestions, people)),
      })),
      ...verdictOf(report, last),
      hasLastYear: last !== undefined,
      consequences: ANNUAL_REPORT_CONSEQUENCES.map(({ text, mark, sources }) => ({
        text,
        mark,
        sources: (sources ?? []).map((source) => ({ ...source })),
      })),
    };
  });
}

/** How far a report is, and what does not agree in it. */
export function verdictOf(report: AnnualReport, last: AnnualReport | undefined) {
  const { filled, needed, percent, toConfirm } = completeness(report);
  const findings: Finding[] = crossCheck(report, last).map((finding) => ({ ...finding }));
  return { completeness: { filled, needed, percent, toConfirm: toConfirm.length }, findings };
}

/** The report on the year before, when anything of it is recorded. */
export async function lastYear(
  tx: TenantTransaction,
  { licenceId, year }: ReportKey,
): Promise<AnnualReport | undefined> {
  if (year <= 2017) return undefined;
  const { report, rows } = await loadReport(tx, { licenceId, year: year - 1 });
  return rows.size === 0 ? undefined : report;
}

function fieldView(
  { path, fieldId, label, value, unit, source, mark, disclosure, state }: PathedRow,
  { rows }: LoadedReport,
  suggestions: ReadonlyMap<string, Suggestion>,
  people: (id: string | null) => PersonView,
): FieldView {
  const field = reportFieldOf(fieldId);
  const row = rows.get(path);
  return {
    path,
    id: fieldId,
    label,
    type: field?.type ?? 'text',
    unit,
    mark,
    disclosure,
    carries: field?.carries ?? false,
    hint: field?.hint ?? null,
    value,
    source,
    carriedFrom: row?.carriedFrom ?? null,
    version: row?.version ?? 0,
    state,
    by: people(row?.setBy ?? null),
    at: row?.recordedAt ?? null,
    suggestion: suggestions.get(path) ?? null,
  };
}
