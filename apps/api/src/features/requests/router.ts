import type { z } from 'zod';
import { tenantContextOf } from '../../context.ts';
import { parseInput } from '../../parse-input.ts';
import { dangerousProcedure, publicProcedure, router, sessionProcedure } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { answerByLink, showByLink } from './answer-by-link.ts';
import { answerRequest } from './answer-request.ts';
import { askClients } from './ask-clients.ts';
import { askForMaterial } from './ask-for-material.ts';
import { changeRequest, withdrawRequest } from './change-request.ts';
import { listClientRequests } from './list-client-requests.ts';
import { makeLink, revokeLink, sendLink } from './make-link.ts';
import { countRequests, getRequest, listRequests, requestHistory } from './read-requests.ts';
import { acceptAnswers, dropThings, sendBackAnswers } from './review-answers.ts';
import * as s from './schemas.ts';

/** The schema checks what arrives and hands it on unchanged: the use case parses it again. */
function passed<Schema extends z.ZodType>(schema: Schema) {
  return (raw: unknown): z.input<Schema> => {
    parseInput(schema, raw);
    return raw as z.input<Schema>;
  };
}

export const requestsRouter = router({
  list: tenantQuery(s.ListRequestsInput, s.RequestPage, listRequests),
  counts: tenantQuery(s.RequestCountsInput, s.RequestCounts, countRequests),
  get: tenantQuery(s.GetRequestInput, s.RequestDetail, getRequest),
  history: tenantQuery(s.GetRequestInput, s.RequestHistory, requestHistory),
  ask: tenantMutation(s.AskInput, s.AskOutput, askForMaterial),
  change: tenantMutation(s.ChangeRequestInput, s.Moved, changeRequest),
  withdraw: tenantMutation(s.WithdrawRequestInput, s.Moved, withdrawRequest),
  answer: tenantMutation(s.AnswerRequestInput, s.Moved, answerRequest),
  accept: tenantMutation(s.AcceptInput, s.Accepted, acceptAnswers),
  sendBack: tenantMutation(s.SendBackInput, s.Moved, sendBackAnswers),
  drop: tenantMutation(s.DropInput, s.Moved, dropThings),
  makeLink: dangerousMutation(s.MakeLinkInput, s.LinkMade, makeLink),
  sendLink: dangerousMutation(s.SendLinkInput, s.LinkSent, sendLink),
  revokeLink: tenantMutation(s.RevokeLinkInput, s.LinkRevoked, revokeLink),
});

/** Over all companies that are open to the person. */
export const clientRequestsRouter = router({
  list: sessionProcedure
    .input(passed(s.ListClientRequestsInput))
    .output(s.ClientRequestPage)
    .query(({ ctx, input }) => {
      const { portfolioPool, clock } = ctx.services;
      return listClientRequests({ portfolioPool, clock, credentialHash: ctx.session.credentialHash }, input);
    }),
  ask: dangerousProcedure
    .input(passed(s.AskClientsInput))
    .output(s.AskClientsOutput)
    .mutation(({ ctx, input }) => askClients((id) => tenantContextOf(ctx, ctx.session, id), input)),
});

/** For whoever has a link. Mutations although one changes nothing: the token must not stand in an address. */
export const requestLinkRouter = router({
  show: publicProcedure
    .input(passed(s.ShowByLinkInput))
    .output(s.LinkPage)
    .mutation(({ ctx, input }) => showByLink(ctx, input)),
  answer: publicProcedure
    .input(passed(s.AnswerByLinkInput))
    .output(s.AnsweredByLink)
    .mutation(({ ctx, input }) => answerByLink(ctx, input)),
});
