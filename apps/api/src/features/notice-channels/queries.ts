import { eq, ne } from 'drizzle-orm';
import { publicId } from '../../db/ids.ts';
import { noticeChannel } from '../../db/schema/notices.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { conflict, notFound } from '../../errors.ts';
import { ChannelView } from './schemas.ts';

/** One robot as stored. */
export type ChannelRow = typeof noticeChannel.$inferSelect;

/** Robots of the organisation that were not removed, oldest first. */
export async function readChannels(tx: TenantTransaction): Promise<ChannelRow[]> {
  return tx.db
    .select()
    .from(noticeChannel)
    .where(ne(noticeChannel.state, 'removed'))
    .orderBy(noticeChannel.createdAt, noticeChannel.id);
}

/**
 * One robot, locked.
 * @throws AppError `not-found`; `conflict` when somebody changed it since `version`
 */
export async function lockChannel(tx: TenantTransaction, id: string, version?: number): Promise<ChannelRow> {
  const [row] = await tx.db.select().from(noticeChannel).where(eq(noticeChannel.id, id)).for('update');
  if (!row || row.state === 'removed') throw notFound();
  if (version !== undefined && row.version !== version)
    throw conflict('渠道已被他人修改，请刷新后重试。', 'Somebody has changed the channel; load it again.');
  return row;
}

export function channelView(row: ChannelRow): ChannelView {
  return {
    id: publicId('channel', row.id),
    version: row.version,
    kind: ChannelView.shape.kind.parse(row.kind),
    name: row.name,
    display: row.display,
    hasSecret: row.sealedSecret !== null,
    language: ChannelView.shape.language.parse(row.language),
    kinds: row.kinds.flatMap((kind) => ChannelView.shape.kinds.element.safeParse(kind).data ?? []),
    state: ChannelView.shape.state.parse(row.state),
    lastError:
      row.lastErrorCode === null || row.lastErrorAt === null
        ? null
        : { code: row.lastErrorCode, text: row.lastErrorText ?? '', at: row.lastErrorAt },
    lastSentAt: row.lastSentAt,
    createdAt: row.createdAt,
  };
}
