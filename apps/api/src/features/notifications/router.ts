import type { z } from 'zod';
import type { LiveSession } from '../../auth/session.ts';
import type { RequestContext } from '../../context.ts';
import { parseInput } from '../../parse-input.ts';
import { publicProcedure, router, sessionProcedure } from '../../trpc/init.ts';
import { tenantQuery } from '../../trpc/procedures.ts';
import { listNotices } from './list-notices.ts';
import { listNotifications, type ReaderContext, unreadCount } from './list-notifications.ts';
import { markAllRead, markRead } from './mark-read.ts';
import * as s from './schemas.ts';
import { unsubscribe } from './unsubscribe.ts';

function readerOf({ services, session }: RequestContext & { session: LiveSession }): ReaderContext {
  const { portfolioPool, authPool, clock } = services;
  return { portfolioPool, authPool, clock, userId: session.user.id, credentialHash: session.credentialHash };
}

/** The schema checks what arrives and hands it on unchanged: the use case parses it again. */
function passed<Schema extends z.ZodType>(schema: Schema) {
  return (raw: unknown): z.input<Schema> => {
    parseInput(schema, raw);
    return raw as z.input<Schema>;
  };
}

export const notificationsRouter = router({
  list: sessionProcedure
    .input(passed(s.ListNotificationsInput))
    .output(s.NotificationPage)
    .query(({ ctx, input }) => listNotifications(readerOf(ctx), input)),
  unreadCount: sessionProcedure.output(s.UnreadCount).query(({ ctx }) => unreadCount(readerOf(ctx))),
  markRead: sessionProcedure
    .input(passed(s.MarkReadInput))
    .output(s.MarkedRead)
    .mutation(({ ctx, input }) => markRead(readerOf(ctx), input)),
  markAllRead: sessionProcedure
    .input(passed(s.MarkAllReadInput))
    .output(s.MarkedRead)
    .mutation(({ ctx, input }) => markAllRead(readerOf(ctx), input)),
  unsubscribe: publicProcedure
    .input(passed(s.UnsubscribeInput))
    .output(s.Unsubscribed)
    .mutation(({ ctx, input }) => unsubscribe(ctx.services, input)),
});

export const noticesRouter = router({
  list: tenantQuery(s.ListNoticesInput, s.NoticePage, listNotices),
});
