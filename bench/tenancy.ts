import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { PRC_CALENDAR, RULEBOOK } from '@zhengqi/obligations';
import pg from 'pg';
import { listPortfolioCompanies } from '../apps/api/src/features/portfolio/list-companies.ts';
import { listPortfolio } from '../apps/api/src/features/portfolio/list-portfolio.ts';
import { type Figure, median, rounded } from './measure.ts';
import { openBenchDatabase } from './postgres.ts';

const COMPANIES = 2000;
const ITEMS = 1000;
const CLIENTS = 500;
const PAGE_MS = 50;
/** Five hundred clients with a thousand items each, all counted. */
const CLIENTS_MS = 500;
const POLICY_MS = 0.1;

/** What the policies cost, and how fast a consultant sees the first page over all clients. */
export async function tenancyBenches(): Promise<Figure[]> {
  const database = await openBenchDatabase();
  const poolFor = (role?: string) => {
    const pool = new pg.Pool({ connectionString: database.urlFor(role), max: 1 });
    // The server may be quicker to end than the last connection.
    pool.on('error', () => {});
    return pool;
  };
  const pools = { admin: poolFor(), app: poolFor('zq_app'), portfolio: poolFor('zq_portfolio') };
  try {
    const { consultant, owner, company } = await fill(pools.admin);
    return [...(await portfolioPage(pools.portfolio, consultant)), ...(await policyCost(pools, owner, company))];
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await database.close();
  }
}

/** Companies with their items; the first ones are clients of one consultant. Answers with hashes of sessions. */
async function fill(admin: pg.Pool): Promise<{ consultant: string; owner: string; company: string }> {
  const [firm, consultantId, ownerId] = [randomUUID(), randomUUID(), randomUUID()];
  await admin.query(`insert into authz.org (id, kind, name) values ($1, 'consultancy', '咨询')`, [firm]);
  for (const id of [consultantId, ownerId]) {
    await admin.query(
      `insert into authz.app_user (id, email, email_key, name, password_hash)
       values ($1::uuid, $2, $2, '顾问', '$argon2id$unusable')`,
      [id, `${id}@example.cn`],
    );
  }
  await admin.query(`insert into authz.membership (user_id, org_id, role) values ($1, $2, 'member')`, [
    consultantId,
    firm,
  ]);
  await admin.query(
    `insert into authz.org (id, kind, name) select gen_random_uuid(), 'company', '企业' || n from generate_series(1, $1::int) n`,
    [COMPANIES],
  );
  await admin.query(
    `with e as (insert into authz.engagement (id, consultancy_id, company_id, level, starts_at, ends_at)
       select gen_random_uuid(), $1, o.id, 'write', now() - interval '1 day', now() + interval '1 year'
         from (select id from authz.org where kind = 'company' order by id limit $3) o returning id)
     insert into authz.engagement_member (user_id, engagement_id) select $2, id from e`,
    [firm, consultantId, CLIENTS],
  );
  await admin.query(
    `insert into app.occurrence (tenant_id, id, natural_key, duty_id, due_rule_id, clause, action, applies, due_on, act_by,
       provisional, status, mark, explanation, rule_version, sort_on, first_seen_at)
     select o.id, gen_random_uuid(), 'k' || n, 'annual-report', 'r', '10a', '{"zh": "报送", "en": "Report"}', 'yes', d.d, d.d,
       false, 'upcoming', 'V', '{"steps": [], "provisionalFields": []}', 'v', d.d, now()
       from authz.org o cross join generate_series(1, $1::int) n
       cross join lateral (select date '2026-01-01' + (random() * 1800)::int + 0 * n as d) d
      where o.kind = 'company' order by o.id, n`,
    [ITEMS],
  );
  const { rows } = await admin.query<{ id: string }>(
    `select id from authz.org where kind = 'company' order by id limit 1`,
  );
  const company = rows[0]?.id ?? '';
  await admin.query(`insert into authz.membership (user_id, org_id, role) values ($1, $2, 'owner')`, [
    ownerId,
    company,
  ]);
  await admin.query('vacuum analyze');
  return { consultant: await session(admin, consultantId), owner: await session(admin, ownerId), company };
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

async function portfolioPage(portfolioPool: pg.Pool, credentialHash: string): Promise<Figure[]> {
  const ctx = {
    portfolioPool,
    credentialHash,
    clock: () => new Date('2026-11-24T02:00:00Z'),
    rules: { rulebook: RULEBOOK, calendar: PRC_CALENDAR },
  };
  const value = await medianMs(30, async () => {
    const { items } = await listPortfolio(ctx, { from: '2026-11-24', limit: 50 });
    if (items.length !== 50) throw new Error(`the first page has ${items.length} items`);
  });
  const clients = await medianMs(5, async () => {
    const { items } = await listPortfolioCompanies(ctx, {});
    if (items.length !== CLIENTS) throw new Error(`there are ${items.length} clients`);
  });
  return [
    {
      name: 'portfolio-first-page-ms',
      value: rounded(value),
      unit: 'ms',
      target: `< ${PAGE_MS}`,
      holds: value < PAGE_MS,
    },
    {
      name: 'portfolio-500-clients-ms',
      value: rounded(clients),
      unit: 'ms',
      target: `< ${CLIENTS_MS}`,
      holds: clients < CLIENTS_MS,
    },
  ];
}

/** The same statement in the same kind of transaction: as the product, and as the superuser past all policies. */
async function policyCost(
  pools: { admin: pg.Pool; app: pg.Pool },
  credential: string,
  company: string,
): Promise<Figure[]> {
  const list = {
    name: 'list',
    text: 'select id, due_on, action from app.occurrence where tenant_id = $1 order by sort_on, id limit 20',
    values: [company],
  };
  const inside = async (pool: pg.Pool, times: number): Promise<number> => {
    const client = await pool.connect();
    try {
      const start = performance.now();
      await client.query('begin read only');
      await client.query('select authz.enter($1, $2)', [credential, company]);
      for (let i = 0; i < times; i += 1) {
        const { rows } = await client.query(list);
        if (rows.length !== 20) throw new Error(`the list has ${rows.length} items`);
      }
      await client.query('commit');
      return performance.now() - start;
    } finally {
      client.release();
    }
  };
  // What one further statement costs, so that what the transaction costs anyhow does not count; and both sides in
  // turns, so that whatever else the machine does meets both.
  const perStatement = async (pool: pg.Pool) => ((await inside(pool, 21)) - (await inside(pool, 1))) / 20;
  const guardedTimes: number[] = [];
  const costs: number[] = [];
  for (let round = -5; round < 200; round += 1) {
    const [free, guarded] = [await perStatement(pools.admin), await perStatement(pools.app)];
    if (round < 0) continue;
    guardedTimes.push(guarded);
    costs.push(guarded - free);
  }
  const guarded = median(guardedTimes);
  const cost = median(costs);
  return [
    { name: 'policy-cost-ms', value: rounded(cost), unit: 'ms', target: `≤ ${POLICY_MS}`, holds: cost <= POLICY_MS },
    { name: 'list-ms', value: rounded(guarded), unit: 'ms', target: '—', holds: null },
  ];
}

async function medianMs(rounds: number, work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let i = -5; i < rounds; i += 1) {
    const start = performance.now();
    await work();
    if (i >= 0) times.push(performance.now() - start);
  }
  return median(times);
}
