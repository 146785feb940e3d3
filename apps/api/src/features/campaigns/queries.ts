import type { Licence } from '@zhengqi/obligations';
import { type SQL, sql } from 'drizzle-orm';
import type { PortfolioDatabase } from '../../db/portfolio-transaction.ts';
import type { EntryRow } from '../annual-report/queries.ts';
import type { RuleName } from '../workflows/rules-of-kind.ts';
import type { BoardInput } from './schemas.ts';

/** One row of the board as the database gives it. */
export interface BoardTableRow {
  rowId: string;
  tenantId: string;
  occurrenceId: string | null;
  clause: string | null;
  licenceId: string | null;
  dueOn: string | null;
  sortOn: string;
  workState: string | null;
  workflowId: string | null;
  kind: string | null;
  version: number | null;
  state: string | null;
  stateSince: string | null;
  year: number | null;
  asksNewLicence: boolean | null;
  responsibleId: string | null;
  column: string;
  [more: string]: unknown;
}

/** What the board shows: the due rules, the kind of work, and who is "me". */
export interface BoardOf {
  rules: readonly RuleName[];
  dutyId: string | undefined;
  kind: string | undefined;
  /** Null for a program, which has no work of its own. */
  userId: string | null;
  today: string;
  /** Only this company, in a transaction of its own; without it all that are open to the person. */
  tenantId?: string;
}

/**
 * A page of the board with the numbers of its columns, in one statement: of each company its items of the due rules with
 * the work on them, and the work of the kind that no item belongs to. Each company is read by its own index.
 */
export async function readBoard(
  db: PortfolioDatabase,
  of: BoardOf,
  input: BoardInput,
  after: readonly [string, string] | undefined,
): Promise<{ counts: Record<string, number>; rows: BoardTableRow[] }> {
  const { rows } = await db.execute<{ counts: Record<string, number>; items: BoardTableRow[] }>(sql`
    with client as materialized (${clients(of.tenantId, input.search)}),
    base as materialized (
      select r.*, ${COLUMN} as "column" from client t cross join lateral (${itemsOf(of, input.year)} ${workWithoutItem(of, input.year)}) r),
    chosen as materialized (select * from base r where ${filters(of, input)}),
    page as materialized (
      select * from chosen c where ${input.column ? sql`c."column" = any (${sql.param(input.column)}::text[])` : sql`true`}
         and ${after ? sql`(c."sortOn", c."rowId") > (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
       order by c."sortOn", c."rowId" limit ${input.limit + 1})
    select (select coalesce(jsonb_object_agg(n."column", n.count), '{}') from (
              select "column", count(*)::int as count from chosen group by 1) n) as counts,
           (select coalesce(jsonb_agg(to_jsonb(p) order by p."sortOn", p."rowId"), '[]') from page p) as items`);
  return { counts: rows[0]?.counts ?? {}, rows: rows[0]?.items ?? [] };
}

/** Names are asked for only where they are searched: the decision about each company costs more than its rows. */
function clients(tenantId: string | undefined, search: string | undefined): SQL {
  if (tenantId !== undefined) return sql`select ${tenantId}::uuid as id`;
  const open = sql`select t.id from unnest((select authz.tenants())) as t (id)`;
  if (search === undefined || search === '') return open;
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`select n.id from authz.portfolio_names((select authz.tenants())) n where n.name ilike ${like}`;
}

const WORK = sql`w.id as "workflowId", w.kind, w.version, w.state, w.state_kind as "stateKind", w.state_since as "stateSince",
  w.year, w.asks_new_licence as "asksNewLicence"`;

function itemsOf({ rules, dutyId, kind }: BoardOf, year: number | undefined): SQL {
  const named = dutyId === undefined ? rules : [{ duty: dutyId, rule: null }];
  const duties = sql.param(named.map(({ duty }) => duty));
  const exact =
    dutyId === undefined
      ? sql`and (o.duty_id, o.due_rule_id) in (select * from unnest(${duties}::text[], ${sql.param(rules.map(({ rule }) => rule))}::text[]))`
      : sql``;
  return sql`
    select coalesce(w.id, o.id) as "rowId", o.tenant_id as "tenantId", o.id as "occurrenceId", o.clause,
           coalesce(w.licence_id, l.licence_id) as "licenceId", o.due_on as "dueOn", o.sort_on as "sortOn",
           o.work_state as "workState", ${WORK}, coalesce(w.responsible_id, o.assignee_id) as "responsibleId"
      from app.occurrence o
      left join lateral (
        select distinct on (w.licence_id) w.* from app.workflow_occurrence x
          join app.workflow w on w.tenant_id = x.tenant_id and w.id = x.workflow_id
         where x.tenant_id = o.tenant_id and x.occurrence_id = o.id ${kind === undefined ? sql`` : sql`and w.kind = ${kind}`}
         order by w.licence_id, w.started_at desc) w on true
      left join lateral (
        select min(y.licence_id::text)::uuid as licence_id from app.occurrence_licence y
         where y.tenant_id = o.tenant_id and y.occurrence_id = o.id having count(*) = 1) l on true
     where o.tenant_id = t.id and o.duty_id = any (${duties}::text[]) ${exact}
       and (o.removed_at is null or o.worked_at is not null)
       ${year === undefined ? sql`` : sql`and o.sort_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`}`;
}

function workWithoutItem({ kind }: BoardOf, year: number | undefined): SQL {
  if (kind === undefined) return sql``;
  return sql`
    union all
    select w.id, w.tenant_id, null, null, w.licence_id, null, (w.started_at at time zone 'Asia/Shanghai')::date, null, ${WORK}, w.responsible_id
      from app.workflow w
     where w.tenant_id = t.id and w.kind = ${kind}
       and not exists (select from app.workflow_occurrence x where x.tenant_id = w.tenant_id and x.workflow_id = w.id)
       ${year === undefined ? sql`` : sql`and coalesce(w.year, extract(year from w.started_at at time zone 'Asia/Shanghai')) = ${year}`}`;
}

const COLUMN = sql`case r."stateKind"
  when 'start' then 'not-started' when 'ongoing' then 'with-us' when 'waiting-for-us' then 'with-us'
  when 'waiting-for-client' then 'with-client' when 'waiting-for-authority' then 'with-authority'
  when 'ended-good' then 'done' when 'ended-bad' then 'ended'
  else case r."workState" when 'open' then 'not-started' when 'prepared' then 'with-us'
    when 'submitted' then 'with-authority' when 'closed' then 'done' else 'ended' end end`;

function filters({ userId, today }: BoardOf, { responsible, overdue }: BoardInput): SQL {
  const rules = [
    responsible === 'me' ? sql`r."responsibleId" = ${userId}::uuid` : undefined,
    responsible === 'none' ? sql`r."responsibleId" is null` : undefined,
    overdue === undefined ? undefined : sql`(${overdueRow(today)}) = ${overdue}`,
  ].flatMap((rule) => rule ?? []);
  return rules.length === 0 ? sql`true` : sql.join(rules, sql` and `);
}

function overdueRow(today: string): SQL {
  return sql`coalesce(r."dueOn" < ${today}::date and r."workState" in ('open', 'prepared'), false)`;
}

/** Names of companies on a page. */
export async function readNames(db: PortfolioDatabase, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from authz.portfolio_names(${sql.param([...ids])}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of the people on a page. */
export async function readResponsible(
  db: PortfolioDatabase,
  tenants: readonly string[],
  users: readonly string[],
): Promise<Map<string, string>> {
  if (users.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from authz.portfolio_people(${sql.param([...tenants])}::uuid[], ${sql.param([...users])}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Licences on a page, by id. */
export async function readLicences(db: PortfolioDatabase, ids: readonly string[], tenants: readonly string[]) {
  if (ids.length === 0) return new Map<string, Licence>();
  const { rows } = await db.execute<{ id: string; fields: Licence }>(
    sql`select id, fields from app.licence where tenant_id = any (${sql.param([...tenants])}::uuid[]) and id = any (${sql.param([...ids])}::uuid[])`,
  );
  return new Map(rows.map(({ id, fields }) => [id, fields]));
}

/** How far the lines of material of the work on a page are. */
export async function readTicks(db: PortfolioDatabase, workflowIds: readonly string[], tenants: readonly string[]) {
  if (workflowIds.length === 0) return [];
  const { rows } = await db.execute<{ workflowId: string; materialId: string; status: string }>(sql`
    select distinct on (m.tenant_id, m.workflow_id, m.material_id) m.workflow_id as "workflowId", m.material_id as "materialId", m.status
      from app.workflow_material m
     where m.tenant_id = any (${sql.param([...tenants])}::uuid[]) and m.workflow_id = any (${sql.param([...workflowIds])}::uuid[])
     order by m.tenant_id, m.workflow_id, m.material_id, m.version desc`);
  return rows;
}

/** Values of the annual reports on a page, all of one year. */
export async function readReportValues(
  db: PortfolioDatabase,
  licenceIds: readonly string[],
  tenants: readonly string[],
  years: readonly number[],
) {
  if (licenceIds.length === 0) return [];
  const { rows } = await db.execute<
    Pick<EntryRow, 'licenceId' | 'year' | 'path' | 'value' | 'source' | 'carriedFrom'> & Record<string, unknown>
  >(sql`
    select distinct on (e.tenant_id, e.licence_id, e.year, e.path) e.licence_id as "licenceId", e.year, e.path, e.value, e.source,
           e.carried_from as "carriedFrom"
      from app.annual_report_entry e
     where e.tenant_id = any (${sql.param([...tenants])}::uuid[]) and e.licence_id = any (${sql.param([...licenceIds])}::uuid[])
       and e.year = any (${sql.param([...years])}::int[])
     order by e.tenant_id, e.licence_id, e.year, e.path, e.version desc`);
  return rows;
}
