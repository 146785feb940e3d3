import type { CivilDate } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Clock, today } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { type PortfolioAccess, withPortfolio } from '../../db/portfolio-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { requestRow } from './request-view.ts';
import { type ClientRequestPage, ListClientRequestsInput } from './schemas.ts';

interface Row extends Record<string, unknown> {
  tenantId: string;
  organisationName: string;
  id: string;
  version: number;
  title: string;
  state: string;
  dueOn: CivilDate;
  workflowId: string | null;
  askedForName: string;
  createdAt: string;
  answeredAt: string | null;
  total: number;
  toGive: number;
  toReview: number;
  accepted: number;
}

/** Requests of every organisation that is open to the person, newest first. */
export async function listClientRequests(
  ctx: PortfolioAccess & { clock: Clock },
  raw: unknown,
): Promise<z.infer<typeof ClientRequestPage>> {
  const { state, overdue, search, cursor, limit } = parseInput(ListClientRequestsInput, raw);
  const after = decodeCursor(cursor);
  const day = today(ctx.clock);
  const conditions = [
    state && sql`r.state = any (${sql.param(state)}::text[])`,
    overdue && sql`r.state = 'open' and r.due_on < ${day}::date`,
    search !== undefined &&
      sql`(strpos(lower(r.title), lower(${search})) > 0 or strpos(lower(n.name), lower(${search})) > 0)`,
    after && sql`(r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ].flatMap((condition) => condition || []);
  const rule = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const rows = await withPortfolio(ctx, async (db) => {
    const { rows: found } = await db.execute<Row>(sql`
      select r.tenant_id as "tenantId", n.name as "organisationName", r.id, r.version, r.title, r.state, r.due_on as "dueOn",
             r.workflow_id as "workflowId", r.asked_for_name as "askedForName", r.created_at as "createdAt",
             r.answered_at as "answeredAt", t.*
        from app.material_request r
        join authz.portfolio_names((select authz.tenants())) n on n.id = r.tenant_id
       cross join lateral (
         select count(*)::int as total, (count(*) filter (where x.state in ('wanted', 'sent-back')))::int as "toGive",
                (count(*) filter (where x.state in ('answered', 'refused')))::int as "toReview",
                (count(*) filter (where x.state = 'accepted'))::int as accepted
           from app.material_request_thing x where x.tenant_id = r.tenant_id and x.request_id = r.id) t
       where ${rule} order by r.created_at desc, r.id desc limit ${limit + 1}`);
    return found.map((row) => ({
      ...row,
      createdAt: instantOf(row.createdAt),
      answeredAt: row.answeredAt && instantOf(row.answeredAt),
    }));
  });
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
  return {
    items: items.map((row) => {
      const { total, toGive, toReview, accepted } = row;
      const more = { askedBy: null, occurrence: null, link: null };
      return {
        ...requestRow(row, { total, toGive, toReview, accepted }, day, more),
        organisation: { id: publicId('organisation', row.tenantId), name: row.organisationName },
      };
    }),
    nextCursor,
  };
}

const instantOf = (text: string) => new Date(text).toISOString();
