import type { Bilingual } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import type { PortfolioDatabase } from '../../db/portfolio-transaction.ts';

/** A company as one row. */
export interface CompanyRow extends Record<string, unknown> {
  id: string;
  name: string;
  overdue: number;
  uncertain: number;
  open: number;
  nextId: string | null;
  nextAction: Bilingual | null;
  nextOn: string | null;
  nextStatus: string | null;
  licences: number;
  expiryNumber: string | null;
  validTo: string | null;
}

/** Every company of the person. Organisations without a licence and without an item are left out: consultancies. */
export async function readCompanies(db: PortfolioDatabase): Promise<CompanyRow[]> {
  const shown = sql`(x.removed_at is null or x.work_state <> 'open')`;
  const { rows } = await db.execute<CompanyRow>(sql`
    with client as materialized (select t.id from unnest((select authz.tenants())) as t (id)),
    tally as materialized (
      select x.tenant_id,
             count(*) filter (where x.status = 'past-no-evidence')::int as overdue,
             count(*) filter (where x.status = 'uncertain')::int as uncertain,
             count(*) filter (where x.status in ('open', 'at-once'))::int as open
        from client c join app.occurrence x on x.tenant_id = c.id
       where ${shown} and x.status in ('past-no-evidence', 'uncertain', 'open', 'at-once') group by x.tenant_id),
    held as materialized (
      select l.tenant_id, count(*)::int as licences, min(l.valid_to) as valid_to from app.licence l group by l.tenant_id)
    select c.id, n.name, coalesce(y.overdue, 0) as overdue, coalesce(y.uncertain, 0) as uncertain,
           coalesce(y.open, 0) as open, f.id as "nextId", f.action as "nextAction", f.sort_on as "nextOn",
           f.status as "nextStatus", coalesce(h.licences, 0) as licences, e.number as "expiryNumber",
           h.valid_to as "validTo"
      from client c
      join authz.portfolio_names((select array_agg(id) from client)) n on n.id = c.id
      left join tally y on y.tenant_id = c.id
      left join held h on h.tenant_id = c.id
      left join lateral (
        select l.number from app.licence l where l.tenant_id = c.id and l.valid_to = h.valid_to order by l.id limit 1) e on true
      left join lateral (
        select x.id, x.action, x.sort_on, x.status from app.occurrence x
         where x.tenant_id = c.id and ${shown} and x.status in ('at-once', 'open', 'upcoming')
         order by x.sort_on, x.id limit 1) f on true
     where y.tenant_id is not null or h.tenant_id is not null or f.id is not null
     order by n.name, c.id`);
  return rows;
}
