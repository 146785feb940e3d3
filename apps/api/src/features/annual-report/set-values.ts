import { reportFieldOf, type ReportFieldType } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, type FieldError, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lastYear, verdictOf } from './get-report.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { addEntries, lockReport, type ReportKey } from './queries.ts';
import { reportSections } from './report-cells.ts';
import { SetValuesInput, type SetValuesOutput } from './schemas.ts';

type Entries = z.output<typeof SetValuesInput>['entries'];

/**
 * Fills in cells of a report, at any time of the year. What was there stays in the history; a value that was taken over
 * counts as confirmed when somebody writes it.
 * @throws AppError `not-found`, `invalid-input` at each entry that is no cell or of another type, `conflict` at `version`
 */
export async function setValues(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof SetValuesOutput>> {
  const { entries, ...key } = parseInput(SetValuesInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'workflow:work');
    await lockReport(tx, key);
    const loaded = await loadReport(tx, key);
    refuseWrong(entries, loaded);
    refuseStale(entries, loaded);
    const rows = entries.map(({ path, version, value, source }) => ({
      path,
      version: version + 1,
      value,
      source: source || null,
      carriedFrom: null,
    }));
    await addEntries(tx, ctx, key, rows);
    await recordValues(
      tx,
      ctx,
      key,
      rows.map(({ path }) => path),
    );
    const { report } = await loadReport(tx, key);
    return {
      entries: rows.map(({ path, version }) => ({ path, version })),
      ...verdictOf(report, await lastYear(tx, key)),
    };
  });
}

/** Notes in the audit which cells were written; what they hold is in the table with its history. */
export async function recordValues(
  tx: TenantTransaction,
  ctx: TenantContext,
  { licenceId, year }: ReportKey,
  paths: readonly string[],
): Promise<void> {
  await recordAudit(tx, ctx, 'annual-report.recorded', { type: 'annual-report', id: licenceId }, { year, paths });
}

function refuseWrong(entries: Entries, { report }: LoadedReport): void {
  const cells = new Map(
    reportSections(report).flatMap(({ rows }) => rows.map(({ path, fieldId }) => [path, fieldId] as const)),
  );
  const seen = new Set<string>();
  const errors = entries.flatMap(({ path, value }, i): FieldError[] => {
    const fieldId = cells.get(path);
    const at = `entries.${i}`;
    if (fieldId === undefined) {
      return [{ path: `${at}.path`, message: { zh: '年报中没有这一格。', en: 'The report has no such cell.' } }];
    }
    if (seen.size === seen.add(path).size) {
      return [{ path: `${at}.path`, message: { zh: '这一格重复。', en: 'This cell is there twice.' } }];
    }
    if (value === null || isOfType(reportFieldOf(fieldId)?.type ?? 'text', value)) return [];
    return [{ path: `${at}.value`, message: { zh: '内容类型不符。', en: 'The value is of another type.' } }];
  });
  if (errors.length > 0) throw invalidInput(errors);
}

function isOfType(type: ReportFieldType, value: NonNullable<Entries[number]['value']>): boolean {
  if (type === 'number' || type === 'money' || type === 'percent') return typeof value === 'number';
  if (type === 'boolean') return typeof value === 'boolean';
  // 无 may be written for an empty list.
  return type === 'list' ? Array.isArray(value) || value === '无' : typeof value === 'string';
}

function refuseStale(entries: Entries, { rows }: LoadedReport): void {
  const message = {
    zh: '这一格已由他人更新，请先看最新内容。',
    en: 'Somebody else has changed this cell: look at what it holds now.',
  };
  const stale = entries.flatMap(({ path, version }, i) =>
    version === (rows.get(path)?.version ?? 0) ? [] : [{ path: `entries.${i}.version`, message }],
  );
  if (stale.length > 0) throw conflict(message.zh, message.en, stale);
}
