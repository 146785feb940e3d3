import type { z } from 'zod';
import type { RequestContext } from '../../context.ts';
import type { LiveSession } from '../../auth/session.ts';
import { parseInput } from '../../parse-input.ts';
import { dangerousProcedure, router, sessionProcedure } from '../../trpc/init.ts';
import { checkNotice } from './check-notice.ts';
import { endBreakGlass } from './end-break-glass.ts';
import { enterNotice } from './enter-notice.ts';
import { handOverCompany } from './hand-over-company.ts';
import { openBreakGlass } from './open-break-glass.ts';
import { isOperator, type OperatorContext } from './operator-context.ts';
import { listBreakGlass, listNotices, listOrganisations } from './queries.ts';
import * as s from './schemas.ts';
import { setOrganisationStatus } from './set-organisation-status.ts';

/** A person's call as a use case of operators takes it. */
function operatorContext(
  ctx: Pick<RequestContext, 'services' | 'requestId'> & { session: LiveSession },
): OperatorContext {
  const { authPool: pool, clock, newId, currentRules: rules } = ctx.services;
  return {
    pool,
    clock,
    newId,
    rules,
    requestId: ctx.requestId,
    credential: Buffer.from(ctx.session.credentialHash, 'hex'),
  };
}

/** The schema checks what arrives and hands it on unchanged: the use case parses it again. */
const passed =
  <Input>(schema: z.ZodType<unknown, Input>) =>
  (raw: unknown): Input => {
    parseInput(schema, raw);
    return raw as Input;
  };

export const operatorRouter = router({
  status: sessionProcedure
    .output(s.OperatorStatus)
    .query(async ({ ctx }) => ({ operator: await isOperator(operatorContext(ctx)) })),
  organisations: sessionProcedure
    .input(passed(s.ListOrganisationsInput))
    .output(s.OrganisationPage)
    .query(({ ctx, input }) => listOrganisations(operatorContext(ctx), input)),
  setStatus: dangerousProcedure
    .input(passed(s.SetStatusInput))
    .output(s.SetStatusOutput)
    .mutation(({ ctx, input }) => setOrganisationStatus(operatorContext(ctx), input)),
  handOver: dangerousProcedure
    .input(passed(s.HandOverInput))
    .output(s.HandOverOutput)
    .mutation(({ ctx, input }) => handOverCompany(operatorContext(ctx), input)),
  notices: sessionProcedure.output(s.NoticeList).query(({ ctx }) => listNotices(operatorContext(ctx))),
  checkNotice: sessionProcedure
    .input(passed(s.CheckNoticeInput))
    .output(s.NoticeCheck)
    .query(({ ctx, input }) => checkNotice(operatorContext(ctx), input)),
  enterNotice: dangerousProcedure
    .input(passed(s.EnterNoticeInput))
    .output(s.EnterNoticeOutput)
    .mutation(({ ctx, input }) => enterNotice(operatorContext(ctx), input)),
  breakGlass: sessionProcedure
    .input(passed(s.ListBreakGlassInput))
    .output(s.BreakGlassList)
    .query(({ ctx, input }) => listBreakGlass(operatorContext(ctx), input)),
  openBreakGlass: dangerousProcedure
    .input(passed(s.OpenBreakGlassInput))
    .output(s.BreakGlassOutput)
    .mutation(({ ctx, input }) => openBreakGlass(operatorContext(ctx), input)),
  endBreakGlass: sessionProcedure
    .input(passed(s.EndBreakGlassInput))
    .output(s.BreakGlassOutput)
    .mutation(({ ctx, input }) => endBreakGlass(operatorContext(ctx), input)),
});
