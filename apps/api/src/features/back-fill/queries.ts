import { sql } from 'drizzle-orm';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import type { ListBackFillInput } from './schemas.ts';

/** An item whose limit had passed before the product knew of it, with the newest thing said of it. */
export interface BackFillTableRow extends Record<string, unknown> {
  id: string;
  version: number;
  dutyId: string;
  clause: string;
  action: { zh: string; en: string };
  dueOn: string;
  mark: string;
  workState: string;
  answer: string | null;
  recordedBy: string | null;
  recordedAt: string | null;
}

/** Known from the day on which the licence was registered; before that nobody could have recorded anything. */
const IS_HISTORY = sql`o.due_on is not null and o.applies = 'yes' and (o.removed_at is null or o.worked_at is not null)
  and o.due_on < (o.first_seen_at at time zone 'Asia/Shanghai')::date`;
const NEWEST = sql`left join lateral (
  select b.answer, b.recorded_by, b.recorded_at from app.back_fill_answer b
   where b.tenant_id = o.tenant_id and b.occurrence_id = o.id order by b.version desc limit 1) a on true`;

const ofLicence = (licenceId: string | undefined) =>
  licenceId === undefined
    ? sql`true`
    : sql`exists (select from app.occurrence_licence l where l.tenant_id = o.tenant_id and l.occurrence_id = o.id and l.licence_id = ${licenceId})`;

/** A page of the history of a company, earliest first, one more than asked for. */
export async function readHistory(
  tx: TenantTransaction,
  { licenceId, answered, limit }: ListBackFillInput,
  after: readonly [string, string] | undefined,
): Promise<BackFillTableRow[]> {
  const { rows } = await tx.db.execute<BackFillTableRow>(sql`
    select o.id, o.version, o.duty_id as "dutyId", o.clause, o.action, o.due_on::text as "dueOn", o.mark, o.work_state as "workState",
           a.answer, a.recorded_by as "recordedBy", a.recorded_at as "recordedAt"
      from app.occurrence o ${NEWEST}
     where ${IS_HISTORY} and ${ofLicence(licenceId)}
       and ${answered === undefined ? sql`true` : answered ? sql`a.answer is not null` : sql`a.answer is null and o.work_state in ('open', 'prepared')`}
       and ${after ? sql`(o.due_on, o.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
     order by o.due_on, o.id limit ${limit + 1}`);
  return rows;
}

/** How much of the history is known. What was worked on without the wizard is known as well. */
export async function countHistory(tx: TenantTransaction, licenceId: string | undefined) {
  const { rows } = await tx.db.execute<{
    total: number;
    done: number;
    not_done: number;
    unknown: number;
    left: number;
  }>(sql`
    select count(*)::int as total,
           (count(*) filter (where o.work_state not in ('open', 'prepared')))::int as done,
           (count(*) filter (where o.work_state in ('open', 'prepared') and a.answer = 'not-done'))::int as not_done,
           (count(*) filter (where o.work_state in ('open', 'prepared') and a.answer = 'unknown'))::int as unknown,
           (count(*) filter (where o.work_state in ('open', 'prepared') and (a.answer is null or a.answer = 'done')))::int as left
      from app.occurrence o ${NEWEST} where ${IS_HISTORY} and ${ofLicence(licenceId)}`);
  const [row] = rows;
  return {
    total: row?.total ?? 0,
    done: row?.done ?? 0,
    notDone: row?.not_done ?? 0,
    unknown: row?.unknown ?? 0,
    left: row?.left ?? 0,
  };
}

/** Items of which the company says that it does not know: nobody is reminded of them. */
export async function readUnknownHistory(tx: TenantTransaction): Promise<Set<string>> {
  const { rows } = await tx.db.execute<{ id: string }>(sql`
    select x.id from (
      select distinct on (b.occurrence_id) b.occurrence_id as id, b.answer from app.back_fill_answer b
       order by b.occurrence_id, b.version desc) x
     where x.answer = 'unknown'`);
  return new Set(rows.map(({ id }) => id));
}

/** Version that the next thing said of an item has. */
export async function nextAnswerVersion(tx: TenantTransaction, occurrenceId: string): Promise<number> {
  const { rows } = await tx.db.execute<{ version: number }>(
    sql`select coalesce(max(version), 0) + 1 as version from app.back_fill_answer where occurrence_id = ${occurrenceId}`,
  );
  return rows[0]?.version ?? 1;
}
