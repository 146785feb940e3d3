import { carryOver } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { lastYear } from './get-report.ts';
import { loadReport } from './load-report.ts';
import { addEntries, lockReport, type NewEntry } from './queries.ts';
import { reportSections } from './report-cells.ts';
import { CarryOverInput, type CarryOverOutput } from './schemas.ts';
import { recordValues } from './set-values.ts';
import { suggestValues } from './suggest-values.ts';

/**
 * Fills empty cells with what is known: from the register, the roster and the events, with the source; and from last
 * year's report what seldom changes, which somebody has to confirm. What is filled in stays as it is.
 */
export async function carryOverReport(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CarryOverOutput>> {
  const key = parseInput(CarryOverInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'workflow:work');
    await lockReport(tx, key);
    const { report, rows, licence } = await loadReport(tx, key);
    const suggestions = await suggestValues(tx, licence, report);
    const last = await lastYear(tx, key);
    const carried = last === undefined ? new Map() : filledCells(last);
    const entries = reportSections(report)
      .flatMap((section) => section.rows)
      .filter(({ state }) => state === 'missing')
      .flatMap(({ path }): NewEntry[] => {
        const version = (rows.get(path)?.version ?? 0) + 1;
        const known = suggestions.get(path);
        if (known !== undefined) {
          return [{ path, version, value: known.value, source: known.source.zh, carriedFrom: null }];
        }
        const old = carried.get(path);
        return old === undefined
          ? []
          : [{ path, version, value: old.value, source: old.source, carriedFrom: key.year - 1 }];
      });
    await addEntries(tx, ctx, key, entries);
    if (entries.length > 0)
      await recordValues(
        tx,
        ctx,
        key,
        entries.map(({ path }) => path),
      );
    return { filled: entries.length };
  });
}

/** What may be taken over from a report, by path. */
function filledCells(last: Parameters<typeof carryOver>[0]) {
  const cells = reportSections(carryOver(last)).flatMap(({ rows }) => rows);
  return new Map(
    cells.flatMap(({ path, value, source }) => (value === null ? [] : [[path, { value, source }] as const])),
  );
}
