import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { civilDate, WORKFLOWS_VERSION } from '@zhengqi/obligations';
import pg from 'pg';
import { viewBoard } from '../apps/api/src/features/campaigns/view-board.ts';
import { fillLicensedCompanies } from './licensed-companies.ts';
import { type Figure, median, rounded } from './measure.ts';
import { openBenchDatabase } from './postgres.ts';

const CLIENTS = 500;
const LICENCES = 2;
const ITEMS = 200;
const BOARD_MS = 100;
const TODAY = '2026-11-24';

/** The campaign board of one consultant over 500 clients with two licences and four hundred items each. */
export async function campaignBenches(): Promise<Figure[]> {
  const database = await openBenchDatabase();
  const poolFor = (role?: string) => {
    const pool = new pg.Pool({ connectionString: database.urlFor(role), max: 1 });
    // The server may be quicker to end than the last connection.
    pool.on('error', () => {});
    return pool;
  };
  const [admin, portfolioPool] = [poolFor(), poolFor('zq_portfolio')];
  try {
    const consultant = await fill(admin);
    const ctx = { portfolioPool, ...consultant, clock: () => new Date(`${TODAY}T02:00:00Z`) };
    const board = (more: object) => viewBoard(ctx, { kind: 'annual-report', year: 2027, limit: 50, ...more });
    const first = await board({});
    const shown = first.columns.reduce((sum, { count }) => sum + count, 0);
    if (shown !== CLIENTS * LICENCES) throw new Error(`the board has ${shown} rows`);
    const search = { search: '公司49', column: ['with-us'] };
    return [
      figure('campaign-board-ms', await medianMs(() => board({}))),
      figure('campaign-board-second-page-ms', await medianMs(() => board({ cursor: first.nextCursor }))),
      figure('campaign-board-search-ms', await medianMs(() => board(search))),
    ];
  } finally {
    await Promise.all([admin, portfolioPool].map((pool) => pool.end()));
    await database.close();
  }
}

function figure(name: string, value: number): Figure {
  return { name, value: rounded(value), unit: 'ms', target: `< ${BOARD_MS}`, holds: value < BOARD_MS };
}

/** Clients with their items, and on every second annual report work that is under way with some of its values. */
async function fill(admin: pg.Pool): Promise<{ userId: string; credentialHash: string }> {
  const tenants = await fillLicensedCompanies(admin, CLIENTS, LICENCES, civilDate(TODAY));
  const [firm, userId] = [randomUUID(), randomUUID()];
  await admin.query(`insert into authz.org (id, kind, name) values ($1, 'consultancy', '咨询')`, [firm]);
  await admin.query(
    `insert into authz.app_user (id, email, email_key, name, password_hash)
     values ($1::uuid, $2, $2, '顾问', '$argon2id$unusable')`,
    [userId, `${userId}@example.cn`],
  );
  await admin.query(`insert into authz.membership (user_id, org_id, role) values ($1, $2, 'member')`, [userId, firm]);
  await admin.query(
    `with e as (insert into authz.engagement (id, consultancy_id, company_id, level, starts_at, ends_at)
       select gen_random_uuid(), $1, t, 'write', now() - interval '1 day', now() + interval '1 year'
         from unnest($3::uuid[]) t returning id)
     insert into authz.engagement_member (user_id, engagement_id) select $2, id from e`,
    [firm, userId, tenants],
  );
  await admin.query(
    `with o as (
       insert into app.occurrence (tenant_id, id, natural_key, duty_id, due_rule_id, clause, action, applies, due_on, act_by,
         provisional, status, mark, explanation, rule_version, sort_on, first_seen_at)
       select l.tenant_id, gen_random_uuid(), format('annual-report/file-report/%s/%s', l.id, n), case n when 1 then 'annual-report' else 'duty' || n end,
         'file-report', '14', '{"zh": "报送", "en": "Report"}', 'yes', d.d, d.d, false, 'upcoming', 'V',
         '{"steps": [], "provisionalFields": []}', 'v', d.d, now()
         from app.licence l cross join generate_series(1, $1::int) n
         cross join lateral (select date '2027-03-31' + 7 * (n - 1) as d) d
       returning tenant_id, id, natural_key)
     insert into app.occurrence_licence (tenant_id, occurrence_id, licence_id)
     select tenant_id, id, split_part(natural_key, '/', 3)::uuid from o`,
    [ITEMS],
  );
  await admin.query(
    `with w as (
       insert into app.workflow (tenant_id, id, kind, tables_version, subject_type, subject_id, licence_id, about, year, version,
         state, state_kind, state_since, asks_new_licence, responsible_id, started_at)
       select tenant_id, gen_random_uuid(), 'annual-report', $2, 'licence', id::text, id, '2027', 2027, 2, 'collecting', 'waiting-for-us',
         now(), false, $1, now()
         from app.licence where get_byte(uuid_send(id), 0) % 2 = 0
       returning tenant_id, id, licence_id)
     insert into app.workflow_occurrence (tenant_id, workflow_id, occurrence_id, done)
     select w.tenant_id, w.id, o.id, false from w
       join app.occurrence o on o.tenant_id = w.tenant_id and o.natural_key = format('annual-report/file-report/%s/1', w.licence_id)`,
    [userId, WORKFLOWS_VERSION],
  );
  await admin.query(
    `insert into app.annual_report_entry (tenant_id, licence_id, year, path, version, value, recorded_at)
     select tenant_id, licence_id, 2026, path, 1, '1', now() from app.workflow
      cross join unnest(array['values.revenue', 'values.costs', 'values.tax', 'values.assets', 'values.profit']) path`,
  );
  await admin.query('vacuum analyze');
  return { userId, credentialHash: await session(admin, userId) };
}

async function session(admin: pg.Pool, userId: string): Promise<string> {
  const hash = createHash('sha256').update(randomBytes(32)).digest('hex');
  await admin.query(
    `insert into authz.credential (id, kind, user_id, created_at, expires_at, absolute_expires_at)
     values (decode($1, 'hex'), 'session', $2, now(), now() + interval '1 day', now() + interval '1 day')`,
    [hash, userId],
  );
  return hash;
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = -5; i < 20; i += 1) {
    const start = performance.now();
    await work();
    if (i >= 0) times.push(performance.now() - start);
  }
  return median(times);
}
