import type { RequestContext } from '../../context.ts';
import type { LiveSession } from '../../auth/session.ts';
import { parseInput } from '../../parse-input.ts';
import { router, sessionProcedure } from '../../trpc/init.ts';
import { listPortfolioCompanies } from './list-companies.ts';
import { listPortfolio, type PortfolioContext } from './list-portfolio.ts';
import * as s from './schemas.ts';

/** A person's call as the use cases of the portfolio take it. */
function portfolioContext(ctx: Pick<RequestContext, 'services'> & { session: LiveSession }): PortfolioContext {
  const { portfolioPool, clock, rules } = ctx.services;
  return { portfolioPool, clock, rules, credentialHash: ctx.session.credentialHash };
}

export const portfolioRouter = router({
  list: sessionProcedure
    .input((raw: unknown) => parseInput(s.ListPortfolioInput, raw))
    .output(s.PortfolioPage)
    .query(({ ctx, input }) => listPortfolio(portfolioContext(ctx), input)),
  companies: sessionProcedure
    .input((raw: unknown) => parseInput(s.ListCompaniesInput, raw))
    .output(s.PortfolioCompanies)
    .query(({ ctx, input }) => listPortfolioCompanies(portfolioContext(ctx), input)),
});
