import { civilDateFrom, toDayNumber } from '@zhengqi/obligations';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { occurrenceView } from './occurrence-view.ts';
import { readOccurrencesBetween } from './queries.ts';
import { YearInput, type YearView } from './schemas.ts';

/** A year on one page: every item that opens, should be done or is due in it, and the days off and make-up days. */
export async function viewYear(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof YearView>> {
  const { licenceId, year } = parseInput(YearInput, raw);
  const { rulebook, calendar } = ctx.rules;
  const [from, to] = [civilDateFrom(year, 1, 1), civilDateFrom(year, 12, 31)];
  const day = today(ctx.clock);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readOccurrencesBetween(tx, licenceId, from, to);
    return {
      year,
      items: rows.map((row) => occurrenceView(row, rulebook, day)),
      restDays: calendar.specialDays(toDayNumber(from), toDayNumber(to)).map((block) => ({ ...block })),
      coverage: { from: calendar.coversFrom, to: calendar.coversTo },
    };
  });
}
