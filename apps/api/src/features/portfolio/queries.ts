import type { Bilingual } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import type { PortfolioDatabase } from '../../db/portfolio-transaction.ts';
import type { ListPortfolioInput } from './schemas.ts';

/** A dated item with its organisation. */
export interface PortfolioRow extends Record<string, unknown> {
  tenantId: string;
  organisationName: string;
  id: string;
  dutyId: string;
  clause: string;
  action: Bilingual;
  applies: string;
  dueOn: string | null;
  dueAt: string | null;
  actBy: string | null;
  provisional: boolean;
  status: string;
  mark: string;
  workState: string;
  sortOn: string;
}

/**
 * A page over all organisations of the person, one more than asked for. The first item of each organisation, found by
 * its own index, already bounds the page: no more is read of any of them than may lie on it.
 */
export async function readPortfolio(
  db: PortfolioDatabase,
  { status, from, to, limit }: ListPortfolioInput,
  after: readonly [string, string] | undefined,
): Promise<PortfolioRow[]> {
  const conditions = [
    sql`(x.removed_at is null or x.worked_at is not null)`,
    // A status says where the dates stand: what is filed or closed is not "past without evidence".
    status && sql`x.status = any (${sql.param(status)}::text[]) and x.work_state in ('open', 'prepared')`,
    from && sql`x.sort_on >= ${from}::date`,
    to && sql`x.sort_on <= ${to}::date`,
    after && sql`(x.sort_on, x.id) > (${after[0]}::date, ${after[1]}::uuid)`,
  ].flatMap((condition) => condition || []);
  const rule = sql.join(conditions, sql` and `);
  const { rows } = await db.execute<PortfolioRow>(sql`
    with client as materialized (select t.id from unnest((select authz.tenants())) as t (id)),
    first as materialized (
      select f.sort_on from client t
       cross join lateral (
         select x.sort_on from app.occurrence x
          where x.tenant_id = t.id and ${rule} order by x.sort_on, x.id limit 1) f),
    bound as materialized (
      select coalesce((select sort_on from first order by sort_on offset ${limit} limit 1), 'infinity') as day),
    page as materialized (
      select o.* from client t cross join bound b
       cross join lateral (
         select x.* from app.occurrence x
          where x.tenant_id = t.id and ${rule} and x.sort_on <= b.day
          order by x.sort_on, x.id limit ${limit + 1}) o
       order by o.sort_on, o.id limit ${limit + 1})
    select p.tenant_id as "tenantId", n.name as "organisationName", p.id, p.duty_id as "dutyId", p.clause, p.action, p.applies,
           p.due_on as "dueOn", p.due_at as "dueAt", p.act_by as "actBy", p.provisional, p.status, p.mark,
           p.work_state as "workState", p.sort_on as "sortOn"
      from page p join authz.portfolio_names((select array_agg(distinct tenant_id) from page)) n on n.id = p.tenant_id
     order by p.sort_on, p.id`);
  return rows;
}
