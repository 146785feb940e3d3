import { router, sessionProcedure } from '../../trpc/init.ts';
import { calendarCoverage, getClause, getDuty, listLaws, rulebookOverview } from './read-rulebook.ts';
import * as s from './schemas.ts';

export const rulebookRouter = router({
  overview: sessionProcedure.output(s.RulebookOverview).query(({ ctx }) => rulebookOverview(ctx.services.rules)),
  duty: sessionProcedure
    .input(s.GetDutyInput)
    .output(s.DutyDetail)
    .query(({ ctx, input }) => getDuty(ctx.services.rules, input)),
  clause: sessionProcedure
    .input(s.GetClauseInput)
    .output(s.ClauseDetail)
    .query(({ ctx, input }) => getClause(ctx.services.rules, input)),
  laws: sessionProcedure.output(s.LawList).query(({ ctx }) => listLaws(ctx.services.rules)),
});

export const calendarRouter = router({
  coverage: sessionProcedure.output(s.CalendarCoverage).query(({ ctx }) => calendarCoverage(ctx.services.rules)),
});
