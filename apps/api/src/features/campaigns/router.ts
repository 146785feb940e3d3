import { noteSecurityEvent } from '../../auth/security-event.ts';
import { tenantContextOf, type RequestContext } from '../../context.ts';
import { passed } from '../../trpc/procedures.ts';
import { router, sessionProcedure } from '../../trpc/init.ts';
import { askMany } from './ask-many.ts';
import { assignMany } from './assign-many.ts';
import { openMany } from './open-many.ts';
import type { Caller } from './over-companies.ts';
import * as s from './schemas.ts';
import { campaignKinds, viewBoard } from './view-board.ts';

type SignedIn = RequestContext & { session: NonNullable<RequestContext['session']> };

/** One kind of work over all companies that are open to the person. */
export const campaignsRouter = router({
  kinds: sessionProcedure
    .input(s.KindsInput.optional())
    .output(s.Kinds)
    .query(() => campaignKinds()),
  board: sessionProcedure
    .input(passed(s.BoardInput))
    .output(s.Board)
    .query(({ ctx, input }) => {
      const { portfolioPool, clock } = ctx.services;
      const { credentialHash, user } = ctx.session;
      return viewBoard({ portfolioPool, clock, credentialHash, userId: user.id }, input);
    }),
  open: sessionProcedure
    .input(passed(s.OpenManyInput))
    .output(s.ManyResult)
    .mutation(({ ctx, input, path }) => openMany(callerOf(ctx, path), input)),
  assign: sessionProcedure
    .input(passed(s.AssignManyInput))
    .output(s.ManyResult)
    .mutation(({ ctx, input, path }) => assignMany(callerOf(ctx, path), input)),
  askForMaterial: sessionProcedure
    .input(passed(s.AskManyInput))
    .output(s.AskManyResult)
    .mutation(({ ctx, input, path }) => askMany(callerOf(ctx, path), input)),
});

function callerOf(ctx: SignedIn, path: string): Caller {
  return {
    contextOf: (tenantId) => tenantContextOf(ctx, ctx.session, tenantId),
    noteDenial: (tenantId, code) =>
      noteSecurityEvent(ctx, 'denied', { userId: ctx.session.user.id, tenantId, detail: { path, code } }),
  };
}
