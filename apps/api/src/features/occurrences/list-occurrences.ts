import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { occurrenceView } from './occurrence-view.ts';
import { countByStatus, readOccurrences } from './queries.ts';
import {
  OccurrenceFilter,
  ListOccurrencesInput,
  type OccurrenceCounts,
  type OccurrencePage,
  type Status,
} from './schemas.ts';

/** Dated items of the company, earliest first or latest first. */
export async function listOccurrences(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OccurrencePage>> {
  const { cursor, limit, sort, ...filter } = parseInput(ListOccurrencesInput, raw);
  const after = decodeCursor(cursor);
  const { rulebook } = ctx.rules;
  const day = today(ctx.clock);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readOccurrences(tx, filter, rulebook, { after, limit, latestFirst: sort === '-dueOn' });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.sortOn, row.id]);
    return { items: items.map((row) => occurrenceView(row, rulebook, day)), nextCursor };
  });
}

/** How many items of each status the list of the same filter has. */
export async function countOccurrences(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OccurrenceCounts>> {
  const filter = parseInput(OccurrenceFilter, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const counts = await countByStatus(tx, filter, ctx.rules.rulebook);
    const of = (status: z.infer<typeof Status>) => counts.find((row) => row.status === status)?.n ?? 0;
    const byStatus = {
      upcoming: of('upcoming'),
      open: of('open'),
      'past-no-evidence': of('past-no-evidence'),
      'at-once': of('at-once'),
      uncertain: of('uncertain'),
    };
    return { byStatus, total: counts.reduce((sum, row) => sum + row.n, 0) };
  });
}
