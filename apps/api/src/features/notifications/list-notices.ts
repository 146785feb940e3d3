import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId, uuidIn } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { subjectView } from './notice-subject.ts';
import { readNotices } from './queries.ts';
import { ListNoticesInput, NoticeView, type NoticePage } from './schemas.ts';

/** The ledger: whom the organisation's people were told of what, by which channel, when, and what came of it. */
export async function listNotices(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof NoticePage>> {
  const { subjectId, kind, channel, state, cursor, limit } = parseInput(ListNoticesInput, raw);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const subject = subjectId === undefined ? undefined : uuidIn(subjectId);
    const rows = await readNotices(tx, { subjectId: subject, kind, channel, state }, { after, limit });
    const people = await readPeople(tx);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
    return {
      items: items.map((row) =>
        NoticeView.parse({
          id: publicId('notice', row.id),
          kind: row.kind,
          subject: subjectView(row.subjectType, row.subjectId),
          stage: row.stage,
          title: row.content.title,
          channel: row.channel,
          recipient: row.channel === 'robot' ? null : people(row.recipientId),
          robot:
            row.channel === 'robot' ? { id: publicId('channel', row.recipientId), name: row.robotName ?? '' } : null,
          state: row.state,
          attempts: row.attempts,
          vendorText: row.vendorText,
          createdAt: row.createdAt,
          sendAfter: row.sendAfter,
          sentAt: row.sentAt,
          readAt: row.readAt,
          answeredAt: row.answeredAt,
        }),
      ),
      nextCursor,
    };
  });
}
