import { and, desc, eq, max, type SQL, sql } from 'drizzle-orm';
import { ownDuty } from '../../db/schema/rules.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** One version of an own duty. */
export type OwnDutyVersion = typeof ownDuty.$inferSelect;

/** All versions of one duty, latest first. */
export async function readOwnDutyVersions(tx: TenantTransaction, id: string): Promise<OwnDutyVersion[]> {
  return tx.db.select().from(ownDuty).where(eq(ownDuty.id, id)).orderBy(desc(ownDuty.version));
}

/** The newest version of a duty, by its id or by its id in the rules. */
export async function readNewestVersion(
  tx: TenantTransaction,
  by: { id: string } | { slug: string } | { originDutyId: string },
): Promise<OwnDutyVersion | undefined> {
  const which =
    'id' in by
      ? eq(ownDuty.id, by.id)
      : 'slug' in by
        ? eq(ownDuty.slug, by.slug)
        : sql`${ownDuty.origin} ->> 'dutyId' = ${by.originDutyId}`;
  const rows = await tx.db.select().from(ownDuty).where(which).orderBy(desc(ownDuty.version)).limit(1);
  return rows[0];
}

/** How often the organisation has changed its own duties. */
export async function readOwnRevision(tx: TenantTransaction): Promise<number> {
  const rows = await tx.db.select({ seq: max(ownDuty.seq) }).from(ownDuty);
  return rows[0]?.seq ?? 0;
}

/** A page of duties by their newest version, latest changed first, one more than asked for. */
export async function readOwnDutyPage(
  tx: TenantTransaction,
  filter: {
    state: string | undefined;
    search: string | undefined;
    after: readonly [string, string] | undefined;
    limit: number;
  },
): Promise<OwnDutyVersion[]> {
  const newest = tx.db
    .selectDistinctOn([ownDuty.id])
    .from(ownDuty)
    .orderBy(ownDuty.id, desc(ownDuty.version))
    .as('newest');
  const { state, search, after } = filter;
  const filters: (SQL | undefined)[] = [
    state === undefined ? undefined : eq(newest.state, state),
    search === undefined
      ? undefined
      : sql`strpos(lower(concat_ws(' ', ${newest.slug}, ${newest.duty} -> 'title' ->> 'zh', ${newest.duty} -> 'title' ->> 'en')), lower(${search})) > 0`,
    after && sql`(${newest.recordedAt}, ${newest.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ];
  return tx.db
    .select()
    .from(newest)
    .where(and(...filters))
    .orderBy(desc(newest.recordedAt), desc(newest.id))
    .limit(filter.limit + 1);
}
