import { fillSheet } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { loadReport } from './load-report.ts';
import { FillSheetInput, type FillSheetView } from './schemas.ts';

/** The sheet to fill in the official screens from, in their order. */
export async function viewFillSheet(ctx: TenantContext, raw: unknown): Promise<FillSheetView> {
  const key = parseInput(FillSheetInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const { report, licence } = await loadReport(tx, key);
    const sections = fillSheet(report).map(({ rows, ...section }) => ({
      ...section,
      rows: rows.map((row) => ({ ...row })),
    }));
    return { year: key.year, licence: { number: licence.number, holder: licence.holder }, sections };
  });
}
