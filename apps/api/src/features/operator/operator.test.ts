import { randomUUID } from 'node:crypto';
import { NOTICES } from '@zhengqi/obligations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { recountForCalendar } from '../../jobs/recount-for-calendar.ts';
import { regenerateCompany } from '../../jobs/regenerate-company.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { startTestWorker } from '../../testing/worker.ts';
import { listAudit, listOperatorAccess } from '../audit/queries.ts';
import { listLicences } from '../licences/list-licences.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { registerLicence } from '../licences/register-licence.ts';
import { acceptInvitation } from '../invitations/accept-invitation.ts';
import { showInvitation } from '../invitations/show-invitation.ts';
import { makePerson, tokenMailedTo } from '../../testing/actors.ts';
import { checkNotice } from './check-notice.ts';
import { endBreakGlass } from './end-break-glass.ts';
import { enterNotice } from './enter-notice.ts';
import { handOverCompany } from './hand-over-company.ts';
import { openBreakGlass } from './open-break-glass.ts';
import type { OperatorContext } from './operator-context.ts';
import { listBreakGlass, listNotices, listOrganisations } from './queries.ts';
import { setOrganisationStatus } from './set-organisation-status.ts';

let product: TestProduct;
let operator: OperatorContext;
let operatorHash: string;
let nobody: OperatorContext;
beforeAll(async () => {
  product = await createTestProduct();
  const make = arrange(product.database.admin);
  const [staff, other] = [await make.user('平台运营'), await make.user()];
  await product.database.admin.query('insert into authz.operator (user_id) values ($1)', [staff]);
  operatorHash = await make.session(staff);
  operator = contextOf(operatorHash);
  nobody = contextOf(await make.session(other));
});
afterAll(() => product.drop());

function contextOf(hash: string): OperatorContext {
  const { authPool: pool, clock, newId, currentRules: rules } = product.services;
  return { pool, clock, newId, rules, requestId: 'test', credential: Buffer.from(hash, 'hex') };
}

const organisationId = (tenantId: string) => publicId('organisation', tenantId);
const reason = '客户来电要求协助排查日程问题';
const asOperator = <Ctx extends { entry: unknown }>(ctx: Ctx): Ctx => ({
  ...ctx,
  entry: { kind: 'credential', credentialHash: operatorHash },
});

/** The arrangement for 2027, fictional but of the right form. */
const notice2027 = {
  year: 2027,
  notice: { title: '关于2027年部分节假日安排的通知（测试）', source: 'https://www.gov.cn/test', mark: 'O' as const },
  coversFrom: '2026-12-29',
  coversTo: '2027-12-28',
  off: ['2027-01-01', '2027-02-06', '2027-02-07', '2027-05-01', '2027-10-01'].map((date) => ({
    date,
    name: '测试假日',
    statutory: true,
  })),
  work: [{ date: '2027-01-30', name: '春节' }],
};

describe('an operator', () => {
  it('sees which organisations there are, page by page, and finds one by name', async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push(organisationId((await product.company()).tenantId));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOrganisations>> = await listOrganisations(operator, {
        cursor,
        limit: 2,
      });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(ids));
    expect((await listOrganisations(operator, { search: '没有这样的名字' })).items).toEqual([]);
  });

  it('has no standing access to what is in an organisation', async () => {
    const { ctx } = await product.company();
    await expect(listLicences(asOperator(ctx), {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('suspends an organisation at once and opens it again, both in its audit', async () => {
    const { ctx, tenantId } = await product.company();
    const set = (status: string) =>
      setOrganisationStatus(operator, { organisationId: organisationId(tenantId), status, reason });
    await set('suspended');
    await expect(listLicences(ctx, {})).rejects.toMatchObject({ code: 'not-found' });
    await expect(set('suspended')).rejects.toMatchObject({ code: 'conflict' });
    await set('closing');
    await expect(listLicences(ctx, {})).resolves.toMatchObject({ items: [] });
    await set('active');
    const { items } = await listAudit(ctx, { action: 'operator' });
    expect(items.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        { before: 'active', after: 'suspended', reason },
        { before: 'suspended', after: 'closing', reason },
        { before: 'closing', after: 'active', reason },
      ]),
    );
    expect(items.map(({ seq }) => Number(seq)).sort((x, y) => x - y)).toEqual([1, 2, 3]);
  });
});

describe('a company that nobody can act for', () => {
  const email = 'owner@example.cn';
  const handOver = (tenantId: string, ctx = operator) =>
    handOverCompany(ctx, { organisationId: organisationId(tenantId), email, reason, language: 'zh' });
  /** As it is left when the consultancy that entered it has been erased. */
  const left = async () => {
    const id = await arrange(product.database.admin).organisation('company', '无主科技有限公司');
    return id;
  };

  it('is handed over to a person of its own by an invitation; its audit says so, with the reason', async () => {
    const tenantId = await left();
    const listed = (await listOrganisations(operator, { search: '无主' })).items;
    expect(listed).toMatchObject([{ ownerless: true, isSandbox: false }]);
    const { invitationId } = await handOver(tenantId);
    const person = await makePerson(product, { email });
    const token = await tokenMailedTo(product, email);
    expect(await showInvitation({ services: product.services } as never, { token })).toMatchObject({
      purpose: 'membership',
      role: 'owner',
    });
    await acceptInvitation(person.signedIn, { token, invitationId, consultancyId: null });
    expect((await listOrganisations(operator, { search: '无主' })).items).toMatchObject([
      { ownerless: false, members: 1 },
    ]);
    const { items } = await listAudit(person.in(tenantId), { action: 'operator' });
    expect(items).toMatchObject([
      { action: 'operator.handed-over', detail: { reason, invitationId: expect.any(String) } },
    ]);
    expect(JSON.stringify(items)).not.toContain(email);
    // The operator got no way in by it.
    await expect(listLicences(asOperator(person.in(tenantId)), {})).rejects.toMatchObject({ code: 'not-found' });
    await expect(handOver(tenantId)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is handed over by nobody else, and no company that has an owner or a consultancy of its own', async () => {
    const tenantId = await left();
    await expect(handOver(tenantId, nobody)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(handOver(randomUUID())).rejects.toMatchObject({ code: 'not-found' });
    await expect(handOver((await product.company()).tenantId)).rejects.toMatchObject({ code: 'conflict' });
    const { admin } = product.database;
    const consultancy = await arrange(admin).organisation('consultancy');
    await admin.query('update authz.org set created_by_org = $2 where id = $1', [tenantId, consultancy]);
    await expect(handOver(tenantId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(handOver(consultancy)).rejects.toMatchObject({ code: 'conflict' });
    await admin.query(`update authz.org set created_by_org = null, status = 'suspended' where id = $1`, [tenantId]);
    await expect(handOver(tenantId)).rejects.toMatchObject({ code: 'conflict' });
    const { rows } = await admin.query('select 1 from authz.invitation where org_id = $1', [tenantId]);
    expect(rows).toEqual([]);
  });

  it('a second hand-over ends the link of the first', async () => {
    const tenantId = await left();
    await handOver(tenantId);
    const first = await tokenMailedTo(product, email);
    await handOver(tenantId);
    await expect(showInvitation({ services: product.services } as never, { token: first })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('break-glass', () => {
  it('lets the operator read and not write, until it is ended, seen by the organisation', async () => {
    const { ctx, tenantId } = await licensedCompany(product);
    const { id } = await openBreakGlass(operator, { organisationId: organisationId(tenantId), reason, minutes: 30 });
    expect((await listLicences(asOperator(ctx), {})).items).toHaveLength(1);
    await expect(registerLicence(asOperator(ctx), {})).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(listAudit(asOperator(ctx), {})).rejects.toMatchObject({ code: 'forbidden' });
    const write = product.database.poolFor('zq_app', 1);
    await write.query('begin');
    await write.query('select authz.enter($1, $2)', [operatorHash, tenantId]);
    expect((await write.query('update app.licence set version = version + 1')).rowCount).toBe(0);
    await write.query('rollback');
    expect((await listOperatorAccess(ctx, {})).items).toMatchObject([
      { id, operator: '平台运营', reason, active: true },
    ]);
    expect((await listBreakGlass(operator, {})).items[0]).toMatchObject({ id, active: true });
    await endBreakGlass(operator, { id });
    await expect(listLicences(asOperator(ctx), {})).rejects.toMatchObject({ code: 'not-found' });
    const { items } = await listAudit(ctx, { action: 'operator' });
    expect(items.map(({ action }) => action).sort()).toEqual([
      'operator.break-glass-ended',
      'operator.break-glass-opened',
    ]);
  });

  it('ends by itself, and with the operator', async () => {
    const { ctx, tenantId } = await product.company();
    const open = () => openBreakGlass(operator, { organisationId: organisationId(tenantId), reason, minutes: 5 });
    const { admin } = product.database;
    await open();
    await admin.query(
      `update authz.break_glass set opened_at = now() - interval '2 hours', ends_at = now() - interval '1 second'`,
    );
    await expect(listLicences(asOperator(ctx), {})).rejects.toMatchObject({ code: 'not-found' });
    await open();
    await expect(listLicences(asOperator(ctx), {})).resolves.toMatchObject({ items: [] });
    await admin.query('update authz.operator set revoked_at = now()');
    await expect(listLicences(asOperator(ctx), {})).rejects.toMatchObject({ code: 'not-found' });
    await expect(open()).rejects.toMatchObject({ code: 'forbidden' });
    await admin.query('update authz.operator set revoked_at = null');
  });

  it.each([{ reason: 'short' }, { minutes: 1 }, { minutes: 241 }])('refuses %o', async (change) => {
    const { tenantId } = await product.company();
    const input = { organisationId: organisationId(tenantId), reason, minutes: 30, ...change };
    await expect(openBreakGlass(operator, input)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is not for a suspended organisation, nor for one that does not exist', async () => {
    const { tenantId } = await product.company();
    await product.database.admin.query(`update authz.org set status = 'suspended' where id = $1`, [tenantId]);
    const open = (id: string) => openBreakGlass(operator, { organisationId: organisationId(id), reason, minutes: 30 });
    await expect(open(tenantId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(open(randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('somebody who is no operator', () => {
  it('is refused everywhere and changes nothing', async () => {
    const { tenantId } = await product.company();
    const id = organisationId(tenantId);
    const calls = [
      () => listOrganisations(nobody, {}),
      () => listNotices(nobody),
      () => listBreakGlass(nobody, {}),
      () => checkNotice(nobody, { notice: notice2027 }),
      () => enterNotice(nobody, { notice: notice2027, reason }),
      () => setOrganisationStatus(nobody, { organisationId: id, status: 'suspended', reason }),
      () => openBreakGlass(nobody, { organisationId: id, reason, minutes: 30 }),
      () => endBreakGlass(nobody, { id: publicId('breakGlass', randomUUID()) }),
    ];
    for (const attempt of calls) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    const { rows } = await product.database.admin.query('select status from authz.org where id = $1', [tenantId]);
    expect(rows).toEqual([{ status: 'active' }]);
  });

  it('gets nothing out of the functions of the database either', async () => {
    const { authPool } = product.services;
    const { credential } = nobody;
    const list = 'select * from authz.operator_organisations($1, null, null, null, null, 100)';
    expect((await authPool.query(list, [credential])).rows).toEqual([]);
    expect((await authPool.query('select * from authz.operator_break_glasses($1, 100)', [credential])).rows).toEqual(
      [],
    );
  });
});

describe('a working-day notice', () => {
  it('is refused with the place that is wrong, and nothing is stored', async () => {
    const wrong = { ...notice2027, work: [{ date: '2027-01-29', name: '春节' }] };
    expect(await checkNotice(operator, { notice: wrong })).toMatchObject({
      ok: false,
      problem: { en: expect.stringContaining('work[0]'), zh: expect.stringContaining('2027') },
    });
    await expect(enterNotice(operator, { notice: wrong, reason })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'notice' }],
    });
    await expect(
      enterNotice(operator, { notice: { ...notice2027, coversFrom: '2026-12-30' }, reason }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await listNotices(operator)).revision).toBe(0);
  });

  it('makes dates of the next year certain: entered once, counted by every process', async () => {
    const { ctx, tenantId } = await licensedCompany(product);
    const in2027 = { from: '2027-02-01', to: '2027-12-01', limit: 100 };
    const before = (await listOccurrences(ctx, in2027)).items.filter((item) => item.provisional);
    expect(before.length).toBeGreaterThan(0);
    const { boss, worker } = await startTestWorker(product);
    try {
      await recountForCalendar(boss, worker);
      expect(await checkNotice(operator, { notice: notice2027 })).toMatchObject({ ok: true, coversTo: '2027-12-28' });
      expect(await enterNotice(operator, { notice: notice2027, reason })).toEqual({
        year: 2027,
        version: 1,
        coversFrom: NOTICES[0]?.coversFrom,
        coversTo: '2027-12-28',
      });
      await recountForCalendar(boss, worker);
      const jobs = await product.database.admin.query<{ id: string; data: { tenantId: string } }>(
        `select id, data from jobs.job where name = 'regenerate-schedule' and data->'payload'->>'reason' = 'calendar'`,
      );
      const job = jobs.rows.find(({ data }) => data.tenantId === tenantId);
      await regenerateCompany(boss, worker, job?.id ?? '', job?.data);
    } finally {
      await boss.stop({ graceful: false });
    }
    const after = new Map((await listOccurrences(ctx, in2027)).items.map((item) => [item.id, item.provisional]));
    expect(before.filter(({ id }) => after.get(id) === false).length).toBeGreaterThan(0);
  });

  it('is corrected by a further version of the same year', async () => {
    const corrected = { ...notice2027, work: [] };
    expect(await enterNotice(operator, { notice: corrected, reason: '更正调休' })).toMatchObject({ version: 2 });
    const { items, revision } = await listNotices(operator);
    expect(revision).toBe(2);
    expect(items.at(-1)).toMatchObject({ year: 2027, origin: 'entered', version: 2, notice: { work: [] } });
    expect(items.slice(0, -1).every(({ origin }) => origin === 'shipped')).toBe(true);
  });
});
