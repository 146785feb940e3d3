import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { notice, noticeChannel, type NoticeContent } from '../../db/schema/notices.ts';
import type { PortfolioDatabase } from '../../db/portfolio-transaction.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { ListNotificationsInput } from './schemas.ts';

/** One message to a person, with the organisation it comes from. */
export interface NotificationRow extends Record<string, unknown> {
  id: string;
  tenantId: string;
  organisationName: string;
  kind: string;
  subjectType: string;
  subjectId: string;
  content: NoticeContent;
  createdAt: string;
  readAt: string | null;
}

/** A page of a person's messages over all organisations that are open to them, latest first, one more than asked for. */
export async function readNotifications(
  db: PortfolioDatabase,
  userId: string,
  { organisationId, unread, limit }: ListNotificationsInput,
  after: readonly [string, string] | undefined,
): Promise<NotificationRow[]> {
  const conditions = [
    sql`n.recipient_id = ${userId}::uuid and n.channel = 'in-app'`,
    organisationId === undefined ? undefined : sql`n.tenant_id = ${organisationId}::uuid`,
    unread ? sql`n.read_at is null` : undefined,
    after && sql`(n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ].flatMap((condition) => condition ?? []);
  const { rows } = await db.execute<NotificationRow>(sql`
    with page as materialized (
      select n.* from app.notice n where ${sql.join(conditions, sql` and `)}
       order by n.created_at desc, n.id desc limit ${limit + 1})
    select p.id, p.tenant_id as "tenantId", o.name as "organisationName", p.kind, p.subject_type as "subjectType",
           p.subject_id as "subjectId", p.content, p.created_at as "createdAt", p.read_at as "readAt"
      from page p join authz.portfolio_names((select array_agg(distinct tenant_id) from page)) o on o.id = p.tenant_id
     order by p.created_at desc, p.id desc`);
  return rows;
}

/** How many messages a person has not read, at most `limit`. */
export async function countUnread(db: PortfolioDatabase, userId: string, limit: number): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select from app.notice n where n.recipient_id = ${userId}::uuid and n.channel = 'in-app' and n.read_at is null
       limit ${limit}) x`);
  return rows[0]?.n ?? 0;
}

/** Organisations in which a person has messages they have not read. */
export async function organisationsWithUnread(db: PortfolioDatabase, userId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct n.tenant_id as id from app.notice n
     where n.recipient_id = ${userId}::uuid and n.channel = 'in-app' and n.read_at is null`);
  return rows.map(({ id }) => id);
}

/** Which lines of the ledger. */
export interface NoticeFilter {
  subjectId: string | undefined;
  kind: string | undefined;
  channel: string | undefined;
  state: string | undefined;
}

export type NoticeRow = typeof notice.$inferSelect & { robotName: string | null };

/** A page of the ledger of the organisation, latest first, one more than asked for. */
export async function readNotices(
  tx: TenantTransaction,
  { subjectId, kind, channel, state }: NoticeFilter,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<NoticeRow[]> {
  const filters: (SQL | undefined)[] = [
    subjectId === undefined ? undefined : eq(notice.subjectId, subjectId),
    kind === undefined ? undefined : eq(notice.kind, kind),
    channel === undefined ? undefined : eq(notice.channel, channel),
    state === undefined ? undefined : eq(notice.state, state),
    page.after && sql`(${notice.createdAt}, ${notice.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`,
  ];
  const rows = await tx.db
    .select({ row: notice, robotName: noticeChannel.name })
    .from(notice)
    .leftJoin(
      noticeChannel,
      and(
        eq(noticeChannel.tenantId, notice.tenantId),
        eq(noticeChannel.id, notice.recipientId),
        eq(notice.channel, 'robot'),
      ),
    )
    .where(and(...filters))
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(page.limit + 1);
  return rows.map(({ row, robotName }) => ({ ...row, robotName }));
}
