import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { PDF } from '../../testing/files.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { uploadFile } from '../files/upload-file.ts';
import { askClients } from './ask-clients.ts';
import { askForMaterial } from './ask-for-material.ts';
import { contextOfLink } from './link-context.ts';
import { listClientRequests } from './list-client-requests.ts';
import { makeLink } from './make-link.ts';

let product: TestProduct;
let company: TestCompany;
let requestId: string;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await licensedCompany(product);
  const wanted = [{ label: '报送回执', form: 'file' }];
  requestId = (await askForMaterial(company.ctx, { title: '年报材料', dueOn: '2026-12-01', wanted })).requestId;
});
const link = async () => (await makeLink(company.ctx, { requestId, days: 7 })).token;

describe('the database behind a link', () => {
  it('shows the one request and nothing else of the company, whatever a program asks', async () => {
    await askForMaterial(company.ctx, { title: '另一份', dueOn: '2026-12-01', wanted: [{ label: 'a', form: 'text' }] });
    await uploadFile(company.ctx, { file: { name: '内部.pdf', bytes: PDF } });
    const other = await licensedCompany(product);
    await askForMaterial(other.ctx, { title: '别家', dueOn: '2026-12-01', wanted: [{ label: 'a', form: 'text' }] });
    const token = await link();
    const ctx = await contextOfLink({ services: product.services, requestId: 't', address: '127.0.0.1' }, token);
    const { rows: tables } = await product.database.admin.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1`,
    );
    const seen: Record<string, number> = {};
    const client = await product.services.tenantPool.connect();
    try {
      await client.query('begin');
      await client.query('select authz.enter_by_link($1)', [createHash('sha256').update(token).digest('hex')]);
      for (const { name } of tables) {
        const { rows } = await client.query(`select count(*)::int as n from app.${name}`);
        if (rows[0].n > 0) seen[name] = rows[0].n;
      }
      expect(seen).toEqual({ material_request: 1, material_request_thing: 1, material_request_log: 2 });
      for (const statement of [
        `insert into app.comment (tenant_id, id, occurrence_id, author_id, body, version, created_at) select '${ctx.tenantId}', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', 1, now()`,
        `insert into app.material_request_log (tenant_id, request_id, seq, at, actor_kind, move, data) values ('${ctx.tenantId}', gen_random_uuid(), 1, now(), 'link', 'x', '{}')`,
        `insert into app.audit_event (tenant_id, id, at, actor_kind, action, subject_type, detail, request_id) values ('${other.tenantId}', gen_random_uuid(), now(), 'link', 'x', 'x', '{}', 'x')`,
      ]) {
        await client.query('savepoint s');
        await expect(client.query(statement)).rejects.toThrow(/row-level security/);
        await client.query('rollback to s');
      }
      for (const table of ['occurrence', 'licence', 'stored_file', 'person']) {
        await client.query('savepoint s');
        const { rowCount } = await client.query(`delete from app.${table}`).catch(() => ({ rowCount: 0 }));
        expect(rowCount).toBe(0);
        await client.query('rollback to s');
      }
      for (const call of ['authz.people_here()', 'authz.people()', 'authz.notice_people()', 'authz.organisation()']) {
        expect((await client.query(`select * from ${call}`)).rows).toEqual([]);
      }
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('opens no organisation but its own', async () => {
    const other = await licensedCompany(product);
    const token = await link();
    const ctx = await contextOfLink({ services: product.services, requestId: 't', address: '127.0.0.1' }, token);
    const elsewhere = withTenant({ ...ctx, tenantId: other.tenantId }, 'read', async () => 'in');
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('asking many clients', () => {
  it('makes one request and one message for each, passes over what is not open, and a repetition makes nothing new', async () => {
    const make = arrange(product.database.admin);
    const firm = await make.organisation('consultancy', '诚信咨询');
    const userId = await make.user('李顾问');
    await make.membership(userId, firm, 'member');
    const second = await licensedCompany(product);
    const closed = await licensedCompany(product);
    for (const { tenantId } of [company, second]) await make.engagement(firm, tenantId, 'write', [userId]);
    const credentialHash = await make.session(userId);
    const { services } = product;
    const contextFor = (tenantId: string) => ({
      ...company.ctx,
      tenantId,
      entry: { kind: 'credential' as const, credentialHash },
    });
    const organisationIds = [company, second, closed].map(({ tenantId }) => publicId('organisation', tenantId));
    const asked = {
      batchId: '0192f0c4-0000-4000-8000-000000000001',
      organisationIds,
      title: '第一季度年报',
      dueOn: '2027-02-28',
    };
    const input = { ...asked, wanted: [{ label: '审计报告', form: 'file' }], linkDays: 14 };
    const { results } = await askClients(contextFor, input);
    expect(
      results.map(({ ok, told, path, error }) => [ok, told, path?.slice(0, 3) ?? null, error?.code ?? null]),
    ).toEqual([
      [true, 1, '/r#', null],
      [true, 1, '/r#', null],
      [false, 0, null, 'not-found'],
    ]);
    const again = await askClients(contextFor, input);
    expect(again.results.map(({ requestId: id, path }) => [id, path])).toEqual([
      [results[0]?.requestId, null],
      [results[1]?.requestId, null],
      [null, null],
    ]);
    const { portfolioPool, clock } = services;
    const list = (more: object) => listClientRequests({ portfolioPool, clock, credentialHash }, more);
    const found = (await list({ search: '第一季度' })).items;
    expect(found.map(({ organisation }) => organisation.id).sort()).toEqual(organisationIds.slice(0, 2).sort());
    expect(found[0]).toMatchObject({ askedFor: '诚信咨询', counts: { total: 1, toGive: 1 }, state: 'open' });
    const page = await list({ limit: 1 });
    expect((await list({ limit: 100, cursor: page.nextCursor })).items).toHaveLength((await list({})).items.length - 1);
  });
});
