import { createHash } from 'node:crypto';
import ical from 'node-ical';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, ORIGIN, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { listAudit } from '../audit/queries.ts';
import { createFeed, type FeedOwner, listFeeds, revokeFeed } from './manage-feeds.ts';

let product: TestProduct;
let company: TestCompany;
beforeAll(async () => {
  product = await createTestProduct({ publicUrl: 'https://zq.example' });
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  await product.database.admin.query('delete from authz.attempt');
  company = await licensedCompany(product);
});

const ownerOf = ({ ctx }: Pick<TestCompany, 'ctx'>): FeedOwner => ({
  authPool: product.services.authPool,
  credentialHash: ctx.entry.kind === 'credential' ? ctx.entry.credentialHash : '',
  clock: product.services.clock,
  newId: product.services.newId,
  requestId: 'test',
});
const organisationId = ({ tenantId }: TestCompany) => publicId('organisation', tenantId);
const ofCompany = async (one = company) =>
  (await createFeed(ownerOf(one), { scope: 'company', organisationId: organisationId(one), language: 'zh' })).path;
const mine = async (one = company) => (await createFeed(ownerOf(one), { scope: 'mine', language: 'en' })).path;
const read = (path: string, headers: Record<string, string> = {}) =>
  product.app.request(new Request(`${ORIGIN}${path}`, { headers: { host: 'localhost:3000', ...headers } }));
async function eventsOf(path: string) {
  const response = await read(path);
  expect(response.status).toBe(200);
  const text = await response.text();
  return {
    text,
    events: Object.values(ical.sync.parseICS(text)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : [])),
  };
}
const sql = (text: string, values: unknown[] = []) => product.database.admin.query(text, values);

describe('a feed of a company', () => {
  it('has its dated items from 90 days ago to two years ahead, with their company and a link, and no person', async () => {
    const { text, events } = await eventsOf(await ofCompany());
    const { rows } = await sql(
      `select count(*)::int as n from app.occurrence where tenant_id = $1 and removed_at is null and (due_on is not null or due_at is not null)
          and sort_on between date '2026-11-24' - 90 and date '2026-11-24' + 730`,
      [company.tenantId],
    );
    expect(events).toHaveLength(rows[0].n);
    expect(rows[0].n).toBeGreaterThan(5);
    expect(events.every(({ summary }) => String(summary).endsWith('｜测试科技有限公司'))).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toMatch(/URL:https:\/\/zq\.example\/occurrences\/occ_[0-9a-f]{32}\?org=org_/);
    expect(text).not.toContain('王小明');
    expect(text).toContain('X-WR-CALNAME:许可证事项｜测试科技有限公司');
  });

  it('keeps the identity of a moved item and raises its sequence; what is gone is cancelled for thirty days, then drops', async () => {
    const path = await ofCompany();
    const [first] = (await eventsOf(path)).events;
    const id = String(first?.uid).slice(4, 40);
    await sql(
      `with r as (insert into app.schedule_run (tenant_id, id, reason, as_of, until, rule_version, added, removed, moved, kept, recorded_at)
         values ($1, gen_random_uuid(), 'manual', '2026-11-24', '2027-12-31', 'x', 0, 0, 1, 0, now()) returning tenant_id, id)
       insert into app.schedule_change (tenant_id, run_id, occurrence_id, change) select tenant_id, id, $2, 'moved' from r`,
      [company.tenantId, id],
    );
    await sql(`update app.occurrence set due_on = '2026-12-20', sort_on = '2026-12-20', due_at = null where id = $1`, [
      id,
    ]);
    const find = async () => (await eventsOf(path)).events.find(({ uid }) => uid === first?.uid);
    expect(await find()).toMatchObject({ sequence: Number(first?.sequence) + 1, status: 'CONFIRMED' });
    await sql(`update app.occurrence set removed_at = '2026-11-24T10:00:00+08:00' where id = $1`, [id]);
    expect(await find()).toMatchObject({ status: 'CANCELLED' });
    product.setNow('2026-12-23T10:00:00+08:00');
    expect(await find()).toMatchObject({ status: 'CANCELLED' });
    product.setNow('2026-12-24T10:00:01+08:00');
    expect(await find()).toBeUndefined();
  });

  it('is not sent again while nothing changed, and is never kept by others', async () => {
    const path = await ofCompany();
    const first = await read(path);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toContain('private');
    const etag = first.headers.get('etag') ?? '';
    const again = await read(path, { 'if-none-match': `W/${etag}, "x"` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    await sql(`update app.occurrence set work_state = 'closed', worked_at = now() where tenant_id = $1`, [
      company.tenantId,
    ]);
    const changed = await read(path, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('SUMMARY:✓ ');
  });

  it('is in the audit of the company, made and ended', async () => {
    await ofCompany();
    const [feed] = (await listFeeds(ownerOf(company))).items;
    await revokeFeed(ownerOf(company), { feedId: feed?.id });
    const actions = (await listAudit(company.ctx, {})).items.map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('calendar-feed')).sort()).toEqual([
      'calendar-feed.created',
      'calendar-feed.revoked',
    ]);
  });
});

describe('a feed of a person', () => {
  it('has what is given to them, in all their companies, and nothing else', async () => {
    const second = await licensedCompany(product);
    await arrange(product.database.admin).membership(company.userId, second.tenantId, 'member');
    const stranger = await licensedCompany(product);
    for (const { tenantId } of [company, second, stranger]) {
      await sql(
        `update app.occurrence set assignee_id = $2 where id = (select id from app.occurrence where tenant_id = $1 and due_on > '2026-11-24' order by sort_on limit 1)`,
        [tenantId, company.userId],
      );
    }
    expect((await eventsOf(await mine())).events).toHaveLength(2);
  });

  it('has tasks when the program asks for them', async () => {
    const text = await (await read(`${await ofCompany()}?kind=todo`)).text();
    expect(text).toContain('BEGIN:VTODO');
    expect(text).not.toContain('BEGIN:VEVENT');
  });
});

describe('the address of a feed', () => {
  const ways: [string, (path: string) => unknown][] = [
    ['on another path', (path) => path.replace(/calendar\/[^/]+/, 'calendar/mine')],
    ['on the path of another company', (path) => path.replace(/org_[0-9a-f]{32}/, `org_${'1'.repeat(32)}`)],
    ['with another secret', (path) => path.replace(/.{6}\.ics/, 'xxxxxx.ics')],
    [
      'after it was ended',
      async () => revokeFeed(ownerOf(company), { feedId: (await listFeeds(ownerOf(company))).items[0]?.id }),
    ],
    ['after a new one was made', async () => void (await ofCompany())],
    [
      'after its year',
      () =>
        sql(
          `update authz.calendar_feed set created_at = now() - interval '300 days', expires_at = now() - interval '1 second' where revoked_at is null`,
        ),
    ],
    [
      'of somebody who left',
      () => sql(`update authz.membership set revoked_at = now() where org_id = $1`, [company.tenantId]),
    ],
    [
      'of an account that was closed',
      () => sql(`update authz.app_user set disabled_at = now() where id = $1`, [company.userId]),
    ],
    [
      'of a company that was suspended',
      () => sql(`update authz.org set status = 'suspended' where id = $1`, [company.tenantId]),
    ],
  ];
  it.each(ways)('is nothing %s, always in the same words', async (_name, change) => {
    const path = await ofCompany();
    expect((await read(path)).status).toBe(200);
    const other = await change(path);
    const answer = await read(typeof other === 'string' ? other : path);
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 404, text: 'Not found' });
  });

  it('of a consultant ends with the engagement, and never shows another client', async () => {
    const make = arrange(product.database.admin);
    const firm = await make.organisation('consultancy', '诚信咨询');
    const userId = await make.user('李顾问');
    await make.membership(userId, firm, 'member');
    const engagement = await make.engagement(firm, company.tenantId, 'read', [userId]);
    const credentialHash = await make.session(userId);
    const consultant = { ...ownerOf(company), credentialHash };
    const scope = { scope: 'company', organisationId: organisationId(company), language: 'zh' };
    const { path } = await createFeed(consultant, scope);
    expect((await eventsOf(path)).events.length).toBeGreaterThan(5);
    await sql('update authz.engagement set revoked_at = now() where id = $1', [engagement]);
    expect((await read(path)).status).toBe(404);
    await expect(createFeed(consultant, scope)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listFeeds(consultant)).items).toEqual([]);
  });

  it('of another person cannot be seen or ended', async () => {
    await ofCompany();
    const [feed] = (await listFeeds(ownerOf(company))).items;
    const other = await licensedCompany(product);
    expect((await listFeeds(ownerOf(other))).items).toEqual([]);
    await expect(revokeFeed(ownerOf(other), { feedId: feed?.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is stored as a hash, logged nowhere, opens no procedure, and is limited', async () => {
    const path = await ofCompany();
    const token = path.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(token.length).toBeGreaterThanOrEqual(22);
    await read(path);
    await read(path.replace('.ics', 'x.ics'));
    expect(product.log()).not.toContain(token);
    const { rows } = await sql('select f::text as row from authz.calendar_feed f');
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const headers of [{ cookie: `__Host-session=${token}` }, { authorization: `Bearer ${token}` }] as Record<
      string,
      string
    >[]) {
      const answer = await product.app.request(
        new Request(`${ORIGIN}/api/trpc/calendarFeeds.list`, { headers: { host: 'localhost:3000', ...headers } }),
      );
      expect(answer.status).toBe(401);
    }
    let status = 200;
    for (let i = 0; i < 121; i += 1) status = (await read(path)).status;
    expect(status).toBe(429);
  });

  it('lets a program with its hash see no table besides the items', async () => {
    const path = await ofCompany();
    const token = path.split('/').at(-1)?.replace('.ics', '') ?? '';
    const hash = createHash('sha256').update(token).digest('hex');
    for (const role of ['zq_app', 'zq_portfolio'] as const) {
      const client = await product.database.poolFor(role, 1).connect();
      await client.query('begin');
      await client.query(
        `select set_config('app.feed', $1, true), set_config('app.credential', $1, true), set_config('app.tenant', $2, true)`,
        [hash, company.tenantId],
      );
      for (const table of ['occurrence', 'licence', 'person']) {
        expect((await client.query(`select count(*)::int as n from app.${table}`)).rows[0].n).toBe(0);
      }
      await client.query('rollback');
      client.release();
    }
  });
});
