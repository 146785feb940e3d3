import { parseInput } from '../../parse-input.ts';
import { router, sessionProcedure } from '../../trpc/init.ts';
import { listPortfolio } from './list-portfolio.ts';
import * as s from './schemas.ts';

export const portfolioRouter = router({
  list: sessionProcedure
    .input((raw: unknown) => parseInput(s.ListPortfolioInput, raw))
    .output(s.PortfolioPage)
    .query(({ ctx, input }) => {
      const { portfolioPool, clock, rules } = ctx.services;
      return listPortfolio({ portfolioPool, clock, rules, credentialHash: ctx.session.credentialHash }, input);
    }),
});
