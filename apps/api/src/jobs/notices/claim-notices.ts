import type { Language } from '@zhengqi/obligations';
import { and, eq, inArray, lte, or, sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { notice, noticeChannel, type NoticeContent } from '../../db/schema/notices.ts';
import { occurrence } from '../../db/schema/schedule.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError } from '../../errors.ts';
import { openAddress } from '../../features/notice-channels/seal-address.ts';
import { NoticeKind } from '../../features/notifications/kinds.ts';
import { languageOf } from '../../features/notifications/language-of.ts';
import { readNoticePeople } from '../../features/notifications/notice-people.ts';
import { wants } from '../../features/notifications/preferences.ts';
import type { RobotAddress } from '../../robots/model.ts';
import { jobContext, type WorkerServices } from '../worker-services.ts';
import { lockDue, settleDue } from './settle-due.ts';
import type { Turn } from './turn.ts';

type Row = typeof notice.$inferSelect;

/** What one organisation has for a message. */
export interface ClaimedNotices {
  tenantId: string;
  name: string;
  notices: { id: string; subjectId: string; kind: string; content: NoticeContent }[];
  language: Language;
  robot: RobotAddress | null;
}

/** Why a notice that waited is not sent any more. */
type Obsolete = 'no-access' | 'switched-off' | 'done' | 'channel-disabled' | 'sandbox';

/**
 * Takes what waits for the recipient in one organisation into the message. What has lost its sense since it was written
 * is put aside: the item is done, the access or the channel is gone, the person has switched it off.
 * @returns null when there is nothing, or when the organisation is closed to the product
 */
export async function claimNotices(
  services: WorkerServices,
  turn: Turn,
  tenantId: string,
): Promise<ClaimedNotices | null> {
  const ctx = jobContext(services, { id: `notices-${turn.messageId}`, tenantId, actorId: null });
  try {
    return await withTenant(ctx, 'write', async (tx) => {
      await lockDue(tx, turn);
      const rows = await waiting(tx, turn, services.clock().toISOString());
      const reader = await readerOf(tx, turn);
      const finished = await finishedItems(tx, rows);
      const [leaving] = (await tx.db.execute<{ leave: boolean }>(sql`select authz.notices_leave() as leave`)).rows;
      const kept: Row[] = [];
      for (const row of rows) {
        const why: Obsolete | null = !leaving?.leave
          ? 'sandbox'
          : finished.has(row.subjectId) && row.subjectType === 'occurrence'
            ? 'done'
            : reader.refuses(row);
        if (why === null) kept.push(row);
        else await tx.db.update(notice).set({ state: 'obsolete', vendorText: why }).where(eq(notice.id, row.id));
      }
      if (kept.length === 0) {
        await settleDue(tx, turn);
        return null;
      }
      const { messageId } = turn;
      await tx.db
        .update(notice)
        .set({ state: 'claimed', messageId })
        .where(
          inArray(
            notice.id,
            kept.map(({ id }) => id),
          ),
        );
      const [scene] = (await tx.db.execute<{ name: string }>(sql`select name from authz.notice_scene()`)).rows;
      const { language } = reader;
      const robot = turn.channel === 'robot' ? await robotOf(tx, ctx, turn.recipientId) : null;
      return { tenantId, name: scene?.name ?? '', notices: kept, language, robot };
    });
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'not-found' && error.code !== 'forbidden')) throw error;
    const later = new Date(services.clock().getTime() + CLOSED_MS).toISOString();
    const values = [turn.channel, turn.recipientId, tenantId, later];
    await services.pool.query('select authz.postpone_notice_due($1, $2, $3, $4)', values);
    return null;
  }
}

/** A suspended or closing organisation is looked at again after this. */
const CLOSED_MS = 3_600_000;

async function waiting(tx: TenantTransaction, turn: Turn, now: string): Promise<Row[]> {
  const mine = and(eq(notice.channel, turn.channel), eq(notice.recipientId, turn.recipientId));
  const claimed = eq(notice.state, 'claimed');
  const taken = and(claimed, eq(notice.messageId, turn.messageId));
  // Claimed for a message that is no more, because its organisation was closed when that ended.
  const due = or(claimed, and(eq(notice.state, 'pending'), lte(notice.sendAfter, now)));
  return tx.db
    .select()
    .from(notice)
    .where(and(mine, turn.isSealed ? taken : due))
    .orderBy(notice.createdAt, notice.id)
    .for('update');
}

/** Items on which nobody needs to act any more. */
async function finishedItems(tx: TenantTransaction, rows: readonly Row[]): Promise<Set<string>> {
  const ids = rows.filter(({ subjectType, rank }) => subjectType === 'occurrence' && rank !== null);
  if (ids.length === 0) return new Set();
  const found = await tx.db
    .select({ id: occurrence.id })
    .from(occurrence)
    .where(
      and(
        inArray(
          occurrence.id,
          ids.map(({ subjectId }) => subjectId),
        ),
        sql`(${occurrence.removedAt} is not null or ${occurrence.workState} not in ('open', 'prepared'))`,
      ),
    );
  return new Set(found.map(({ id }) => id));
}

interface Reader {
  language: Language;
  refuses: (row: Row) => Obsolete | null;
}

async function readerOf(tx: TenantTransaction, { channel, recipientId }: Turn): Promise<Reader> {
  if (channel === 'robot') {
    const [robot] = await tx.db.select().from(noticeChannel).where(eq(noticeChannel.id, recipientId));
    const isOpen = robot?.state === 'ok';
    return {
      language: languageOf({ language: robot?.language ?? null }),
      refuses: () => (isOpen ? null : 'channel-disabled'),
    };
  }
  const person = (await readNoticePeople(tx)).find(({ userId }) => userId === recipientId);
  if (!person) return { language: 'zh', refuses: () => 'no-access' };
  return {
    language: person.language,
    refuses: ({ kind }) => {
      const known = NoticeKind.safeParse(kind).data;
      return known === undefined || wants(person.preferences, known, 'email') ? null : 'switched-off';
    },
  };
}

async function robotOf(tx: TenantTransaction, ctx: TenantContext, id: string): Promise<RobotAddress | null> {
  const [row] = await tx.db.select().from(noticeChannel).where(eq(noticeChannel.id, id));
  return row === undefined ? null : openAddress(tx, ctx, row);
}
