import type { z } from 'zod';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { occurrenceView } from './occurrence-view.ts';
import { countOccurrenceGroups, type FilterContext, readOccurrences } from './queries.ts';
import {
  OccurrenceFilter,
  ListOccurrencesInput,
  type OccurrenceCounts,
  type OccurrencePage,
  Status,
} from './schemas.ts';
import { WorkState } from '../item-work/schemas.ts';

/** Dated items of the company, earliest first or latest first. */
export async function listOccurrences(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OccurrencePage>> {
  const { cursor, limit, sort, ...filter } = parseInput(ListOccurrencesInput, raw);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const context = contextOf(tx, ctx);
    const rows = await readOccurrences(tx, filter, context, { after, limit, latestFirst: sort === '-dueOn' });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.sortOn, row.id]);
    const around = { ...context, people: await readPeople(tx) };
    return { items: items.map((row) => occurrenceView(row, around)), nextCursor };
  });
}

/** How many items of each kind the list of the same filter has. */
export async function countOccurrences(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OccurrenceCounts>> {
  const filter = parseInput(OccurrenceFilter, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const groups = await countOccurrenceGroups(tx, filter, contextOf(tx, ctx));
    const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((n, group) => n + of(group), 0);
    // The list of a status leaves out what is done, unless a state of work is asked for: so do its numbers.
    const counts = (state: string) => filter.workState !== undefined || state === 'open' || state === 'prepared';
    return {
      byStatus: tally(Status.options, (status) =>
        sum((group) => (group.status === status && counts(group.workState) ? group.n : 0)),
      ),
      byWorkState: tally(WorkState.options, (state) => sum((group) => (group.workState === state ? group.n : 0))),
      overdue: sum((group) => group.overdue),
      waiverPending: sum((group) => group.waiverPending),
      unassigned: sum((group) => group.unassigned),
      mine: sum((group) => group.mine),
      total: sum((group) => group.n),
    };
  });
}

/** By whom and when the list is asked for. */
export function contextOf(tx: TenantTransaction, ctx: TenantContext): FilterContext {
  const { rulebook } = tx.rules;
  return { rulebook, userId: tx.access.userId, today: today(ctx.clock), now: nowInstant(ctx.clock) };
}

function tally<Name extends string>(names: readonly Name[], count: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>;
}
