import type { z } from 'zod';
import { today } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { withPortfolio } from '../../db/portfolio-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { validityOf } from '../licences/licence-dates.ts';
import { readCompanies } from './company-queries.ts';
import type { PortfolioContext } from './list-portfolio.ts';
import { ListCompaniesInput, PortfolioCompanies } from './schemas.ts';

/** Every company that is open to the person, as one row each, by name. */
export async function listPortfolioCompanies(
  ctx: PortfolioContext,
  raw: unknown,
): Promise<z.infer<typeof PortfolioCompanies>> {
  parseInput(ListCompaniesInput, raw);
  const day = today(ctx.clock);
  const rows = await withPortfolio(ctx, readCompanies);
  return PortfolioCompanies.parse({
    items: rows.map((row) => {
      const { expired, daysLeft } = validityOf(row.validTo, day);
      return {
        id: publicId('organisation', row.id),
        name: row.name,
        counts: { overdue: row.overdue, uncertain: row.uncertain, open: row.open },
        next: row.nextId && {
          id: publicId('occurrence', row.nextId),
          action: row.nextAction,
          sortOn: row.nextOn,
          status: row.nextStatus,
        },
        licences: row.licences,
        expiry: row.validTo && { number: row.expiryNumber, validTo: row.validTo, daysLeft, expired },
      };
    }),
  });
}
