import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import type { Pool } from '../../db/pool.ts';
import { type PortfolioAccess, withPortfolio } from '../../db/portfolio-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { subjectView } from './notice-subject.ts';
import { countUnread, readNotifications } from './queries.ts';
import { ListNotificationsInput, NotificationView, type NotificationPage, type UnreadCount } from './schemas.ts';

/** A person's call about their own messages, whatever organisations these come from. */
export interface ReaderContext extends PortfolioAccess {
  userId: string;
  /** Login zq_auth. */
  authPool: Pool;
  clock: Clock;
}

const COUNTED = 999;

/** The person's messages from every organisation that is open to them now, latest first. */
export async function listNotifications(ctx: ReaderContext, raw: unknown): Promise<z.infer<typeof NotificationPage>> {
  const input = parseInput(ListNotificationsInput, raw);
  const after = decodeCursor(input.cursor);
  const rows = await withPortfolio(ctx, (db) => readNotifications(db, ctx.userId, input, after));
  const { items, nextCursor } = pageOf(rows, input.limit, (row) => [instant(row.createdAt), row.id]);
  return {
    items: items.map((row) =>
      NotificationView.parse({
        id: publicId('notice', row.id),
        organisation: { id: publicId('organisation', row.tenantId), name: row.organisationName },
        kind: row.kind,
        subject: subjectView(row.subjectType, row.subjectId),
        title: row.content.title,
        detail: row.content.detail,
        path: row.content.path,
        dueOn: row.content.item?.dueOn ?? null,
        dueAt: row.content.item?.dueAt ?? null,
        at: instant(row.createdAt),
        readAt: row.readAt === null ? null : instant(row.readAt),
      }),
    ),
    nextCursor,
  };
}

/** How many of them the person has not read. */
export async function unreadCount(ctx: ReaderContext): Promise<z.infer<typeof UnreadCount>> {
  const count = await withPortfolio(ctx, (db) => countUnread(db, ctx.userId, COUNTED + 1));
  return { count: Math.min(count, COUNTED), more: count > COUNTED };
}

const instant = (text: string) => new Date(text).toISOString();
