import type { Occurrence, OwnDuty } from '@zhengqi/obligations';
import { desc, lt, sql } from 'drizzle-orm';
import { licenceRevision } from '../../db/schema/licences.ts';
import { companyRules, ownDuty } from '../../db/schema/rules.ts';
import type { OccurrenceState } from '../../db/schema/schedule.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** Each licence as the register said it before a moment: its newest revision of then. */
export async function readLicencesBefore(tx: TenantTransaction, before: string) {
  const { licenceId, version, recordedAt } = licenceRevision;
  return tx.db
    .selectDistinctOn([licenceId])
    .from(licenceRevision)
    .where(lt(recordedAt, before))
    .orderBy(licenceId, desc(version));
}

/** The release that counted before a moment, or undefined. */
export async function readBaseBefore(tx: TenantTransaction, before: string) {
  const rows = await tx.db
    .select()
    .from(companyRules)
    .where(lt(companyRules.recordedAt, before))
    .orderBy(desc(companyRules.seq))
    .limit(1);
  return rows[0];
}

/** Own duties in force before a moment, and how often they had been changed. */
export async function readOwnDutiesBefore(tx: TenantTransaction, before: string) {
  const rows = await tx.db
    .selectDistinctOn([ownDuty.id])
    .from(ownDuty)
    .where(lt(ownDuty.recordedAt, before))
    .orderBy(ownDuty.id, desc(ownDuty.version));
  const inForce = rows.filter(({ state }) => state === 'in-force');
  return { inForce, revision: Math.max(0, ...rows.map(({ seq }) => seq)) };
}

/** An item as it stood, with what never changes about it. */
export interface KnownRow extends Record<string, unknown> {
  id: string;
  key: string;
  dutyId: string;
  clause: string;
  action: Occurrence['action'];
  state: OccurrenceState;
  workState: string;
  sortOn: string;
}

/**
 * Items that were there before a moment, by date: what the last run of then left of each. An item without a due date
 * stands, as in lists, on the day that it stands on now. One more than asked for.
 */
export async function readOccurrencesBefore(
  tx: TenantTransaction,
  before: string,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<KnownRow[]> {
  const { after, limit } = page;
  const { rows } = await tx.db.execute<KnownRow>(sql`
    select * from (${knownItems(tx, before)}) k
     ${after ? sql`where (k."sortOn", k.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
     order by k."sortOn", k.id limit ${limit + 1}`);
  return rows;
}

/** How many items there were before a moment. */
export async function countOccurrencesBefore(tx: TenantTransaction, before: string): Promise<number> {
  const { rows } = await tx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from (${knownItems(tx, before)}) k`,
  );
  return rows[0]?.n ?? 0;
}

/** One that was removed stays in lists when somebody had worked on it by then, with the dates it had. */
function knownItems({ tenantId }: TenantTransaction, before: string) {
  return sql`
    select o.id, o.natural_key as key, o.duty_id as "dutyId", o.clause, o.action, coalesce(c.after, c.before) as state,
           coalesce(w.state_after, 'open') as "workState",
           coalesce(coalesce(c.after, c.before) ->> 'dueOn', o.sort_on::text) as "sortOn"
      from app.occurrence o
      join lateral (
        select x.change, x.before, x.after from app.schedule_change x
          join app.schedule_run r on r.tenant_id = x.tenant_id and r.id = x.run_id
         where x.tenant_id = o.tenant_id and x.occurrence_id = o.id and r.recorded_at < ${before}::timestamptz
         order by r.recorded_at desc, r.id desc limit 1) c on true
      left join lateral (
        select l.state_after from app.work_log l
         where l.tenant_id = o.tenant_id and l.occurrence_id = o.id and l.at < ${before}::timestamptz
         order by l.at desc, l.version desc limit 1) w on true
     where o.tenant_id = ${tenantId} and (c.change <> 'removed' or w.state_after is not null)`;
}

/** Title of an own duty as it read then. */
export const titlesOf = (duties: readonly { duty: OwnDuty }[]) =>
  new Map(duties.map(({ duty }) => [duty.id, duty.title]));
