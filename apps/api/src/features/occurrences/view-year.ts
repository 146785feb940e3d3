import { civilDateFrom, toDayNumber } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { contextOf } from './list-occurrences.ts';
import { occurrenceView } from './occurrence-view.ts';
import { readOccurrencesBetween } from './queries.ts';
import { YearInput, type YearView } from './schemas.ts';

/** A year on one page: every item that opens, should be done or is due in it, and the days off and make-up days. */
export async function viewYear(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof YearView>> {
  const { licenceId, year } = parseInput(YearInput, raw);
  const { calendar } = ctx.rules;
  const [from, to] = [civilDateFrom(year, 1, 1), civilDateFrom(year, 12, 31)];
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readOccurrencesBetween(tx, licenceId, from, to);
    const around = { ...contextOf(tx, ctx), people: await readPeople(tx) };
    return {
      year,
      items: rows.map((row) => occurrenceView(row, around)),
      restDays: calendar.specialDays(toDayNumber(from), toDayNumber(to)).map((block) => ({ ...block })),
      coverage: { from: calendar.coversFrom, to: calendar.coversTo },
    };
  });
}
