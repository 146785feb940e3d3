import type { z } from 'zod';
import type { LiveSession } from '../../auth/session.ts';
import type { RequestContext } from '../../context.ts';
import { parseInput } from '../../parse-input.ts';
import { dangerousProcedure, router, sessionProcedure } from '../../trpc/init.ts';
import { createFeed, type FeedOwner, listFeeds, revokeFeed } from './manage-feeds.ts';
import * as s from './schemas.ts';

function ownerOf({ services, session, requestId }: RequestContext & { session: LiveSession }): FeedOwner {
  const { authPool, clock, newId } = services;
  return { authPool, clock, newId, requestId, credentialHash: session.credentialHash };
}

/** The schema checks what arrives and hands it on unchanged: the use case parses it again. */
function passed<Schema extends z.ZodType>(schema: Schema) {
  return (raw: unknown): z.input<Schema> => {
    parseInput(schema, raw);
    return raw as z.input<Schema>;
  };
}

export const calendarFeedsRouter = router({
  list: sessionProcedure.output(s.FeedList).query(({ ctx }) => listFeeds(ownerOf(ctx))),
  create: dangerousProcedure
    .input(passed(s.CreateFeedInput))
    .output(s.FeedCreated)
    .mutation(({ ctx, input }) => createFeed(ownerOf(ctx), input)),
  revoke: sessionProcedure
    .input(passed(s.RevokeFeedInput))
    .output(s.FeedRevoked)
    .mutation(({ ctx, input }) => revokeFeed(ownerOf(ctx), input)),
});
