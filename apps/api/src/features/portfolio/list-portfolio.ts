import { daysBetween } from '@zhengqi/obligations';
import type { z } from 'zod';
import { type Clock, today } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { type PortfolioAccess, withPortfolio } from '../../db/portfolio-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { titleOf } from '../schedule/change-views.ts';
import type { ScheduleRules } from '@zhengqi/obligations';
import { readPortfolio } from './queries.ts';
import { ListPortfolioInput, PortfolioItem, type PortfolioPage } from './schemas.ts';

/** A person's call over all of their organisations. */
export interface PortfolioContext extends PortfolioAccess {
  clock: Clock;
  rules: ScheduleRules;
}

/** Dated items of every organisation that is open to the person, earliest first. */
export async function listPortfolio(ctx: PortfolioContext, raw: unknown): Promise<z.infer<typeof PortfolioPage>> {
  const input = parseInput(ListPortfolioInput, raw);
  const after = decodeCursor(input.cursor);
  const rows = await withPortfolio(ctx, (db) => readPortfolio(db, input, after));
  const { items, nextCursor } = pageOf(rows, input.limit, (row) => [row.sortOn, row.id]);
  const day = today(ctx.clock);
  return {
    items: items.map(({ tenantId, organisationName, ...row }) =>
      PortfolioItem.parse({
        ...row,
        id: publicId('occurrence', row.id),
        title: titleOf(row.dutyId, ctx.rules.rulebook, row.action),
        daysLeft: row.dueOn === null ? null : daysBetween(day, row.dueOn as typeof day),
        organisation: { id: publicId('organisation', tenantId), name: organisationName },
      }),
    ),
    nextCursor,
  };
}
