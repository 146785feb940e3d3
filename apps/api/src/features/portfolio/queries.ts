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
 * A page over all organisations of the person, one more than asked for. A page is taken of each organisation by its own
 * index and the best of them are kept: the cost grows with the organisations, not with their rows.
 */
export async function readPortfolio(
  db: PortfolioDatabase,
  { status, from, to, limit }: ListPortfolioInput,
  after: readonly [string, string] | undefined,
): Promise<PortfolioRow[]> {
  const conditions = [
    sql`(x.removed_at is null or x.work_state <> 'open')`,
    status && sql`x.status = any (${sql.param(status)}::text[])`,
    from && sql`x.sort_on >= ${from}::date`,
    to && sql`x.sort_on <= ${to}::date`,
    after && sql`(x.sort_on, x.id) > (${after[0]}::date, ${after[1]}::uuid)`,
  ].flatMap((condition) => condition || []);
  const { rows } = await db.execute<PortfolioRow>(sql`
    with page as materialized (
      select o.* from unnest((select authz.tenants())) as t (id)
       cross join lateral (
         select x.* from app.occurrence x
          where x.tenant_id = t.id and ${sql.join(conditions, sql` and `)}
          order by x.sort_on, x.id limit ${limit + 1}) o
       order by o.sort_on, o.id limit ${limit + 1})
    select p.tenant_id as "tenantId", n.name as "organisationName", p.id, p.duty_id as "dutyId", p.clause, p.action, p.applies,
           p.due_on as "dueOn", p.due_at as "dueAt", p.act_by as "actBy", p.provisional, p.status, p.mark,
           p.work_state as "workState", p.sort_on as "sortOn"
      from page p join authz.portfolio_names((select array_agg(distinct tenant_id) from page)) n on n.id = p.tenant_id
     order by p.sort_on, p.id`);
  return rows;
}
