import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { checkAudit } from '../../jobs/check-audits.ts';
import { eraseOrganisations } from '../../jobs/erase-organisations.ts';
import type { WorkerServices } from '../../jobs/worker-services.ts';
import { rowsOfTenant } from '../../testing/rows-of-tenant.ts';
import { addLicence, licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { testWorkerServices } from '../../testing/worker.ts';
import { listAudit } from '../audit/queries.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { listLicences } from '../licences/list-licences.ts';
import { addPerson } from '../persons/add-people.ts';
import { revealField } from '../persons/reveal-field.ts';
import { addRecord } from '../roster/add-records.ts';
import { keepList } from '../roster/keep-list.ts';
import { beginExport } from './begin-export.ts';
import { cancelErasure } from './cancel-erasure.ts';
import type { OwnerContext } from './owner-context.ts';
import { erasureState, exportPage } from './queries.ts';
import { requestErasure } from './request-erasure.ts';

const NAME = '测试科技有限公司';
const request = { name: NAME, reason: '不再使用本系统' };

let product: TestProduct;
let worker: WorkerServices;
let dataFolder: string;
beforeAll(async () => {
  product = await createTestProduct();
  dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'zq-erasure-'));
  worker = testWorkerServices(product, dataFolder);
});
afterAll(async () => {
  await product.drop();
  fs.rmSync(dataFolder, { recursive: true });
});

const ownerOf = ({ ctx }: Pick<TestCompany, 'ctx'>): OwnerContext => ({
  tenant: ctx,
  authPool: product.services.authPool,
  credential: Buffer.from(ctx.entry.kind === 'credential' ? ctx.entry.credentialHash : '', 'hex'),
});

/** A company with rows in most tables. */
async function filledCompany(): Promise<TestCompany> {
  const company = await licensedCompany(product);
  await answerFacts(company.ctx, { licenceId: null, answers: [{ key: 'has_app', value: true }] });
  await recordTriggerEvent(company.ctx, { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } });
  const { personId } = await addPerson(company.ctx, { name: '张三', idNumber: 'E12345678', phones: ['13812345678'] });
  const shift = { personId, weekday: 1, start: '09:00', end: '18:00' };
  const rota = { post: 'emergency-duty', from: '2026-01-01', to: null, shifts: [shift] };
  await addRecord(company.ctx, { entry: { list: 'rotas', record: rota } });
  await keepList(company.ctx, { section: 'rotas', from: '2026-01-01' });
  await revealField(company.ctx, { personId, field: 'idNumber', reason: '核对' });
  return company;
}

const rowsOf = (tenantId: string) => rowsOfTenant(product.database.admin, tenantId);

const makeDue = (tenantId: string) =>
  product.database.admin.query(
    `update authz.erasure set requested_at = now() - interval '31 days', erase_after = now() - interval '1 day' where org_id = $1`,
    [tenantId],
  );

describe('the export', () => {
  it('goes through every table with rows of tenants and holds every row of this one alone', async () => {
    const [company, other] = [await filledCompany(), await filledCompany()];
    const { tables, organisation } = await beginExport(ownerOf(company), {});
    const { rows } = await product.database.admin.query(`select tablename from pg_tables where schemaname = 'app'`);
    expect(tables.map(({ name }) => name).sort()).toEqual(rows.map((row) => row.tablename as string).sort());
    for (const { name, rows: expected } of tables) {
      const found: Record<string, unknown>[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof exportPage>> = await exportPage(ownerOf(company), {
          table: name,
          cursor,
        });
        found.push(...page.rows);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect([name, found.length]).toEqual([name, expected]);
      expect(found.every((row) => row.tenant_id === company.tenantId)).toBe(true);
    }
    expect(tables.filter((table) => table.rows > 0).length).toBeGreaterThan(8);
    const text = JSON.stringify(organisation);
    expect(text).toContain(company.userId);
    expect(text).not.toContain(other.userId);
    expect(text).not.toMatch(/argon2/);
    expect((await listAudit(company.ctx, { action: 'data' })).items).toHaveLength(1);
  });

  it('pages through a table without losing or repeating a row', async () => {
    const company = await product.company();
    await product.database.admin.query(
      `insert into app.outbox select $1, gen_random_uuid(), 'none', '{}', null, now(), now() from generate_series(1, 1200)`,
      [company.tenantId],
    );
    const ids: unknown[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof exportPage>> = await exportPage(ownerOf(company), {
        table: 'outbox',
        cursor,
      });
      ids.push(...page.rows.map((row) => row.id));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(pages).toBe(3);
    expect(new Set(ids).size).toBe(1200);
  });

  it.each(['pg_authid', 'app_user', `outbox' or 'a`])('knows no table %s', async (table) => {
    const company = await product.company();
    await expect(exportPage(ownerOf(company), { table })).rejects.toMatchObject({
      code: /^[a-z_]+$/.test(table) ? 'not-found' : 'invalid-input',
    });
  });

  it.each(['admin', 'member', 'viewer'])('is not for a member who is %s, and neither is the deletion', async (role) => {
    const company = await product.company();
    const make = arrange(product.database.admin);
    const user = await make.user();
    await make.membership(user, company.tenantId, role);
    const credentialHash = await make.session(user);
    const owner = ownerOf({ ctx: { ...company.ctx, entry: { kind: 'credential', credentialHash } } });
    await expect(beginExport(owner, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(exportPage(owner, { table: 'licence' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(requestErasure(owner, request)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(cancelErasure(owner, {})).rejects.toMatchObject({ code: 'forbidden' });
    const { rows } = await product.services.authPool.query(
      'select outcome from authz.request_erasure($1, $2, $3, $4, now(), $5)',
      [owner.credential, company.tenantId, NAME, 'reason', 'test'],
    );
    expect(rows).toEqual([{ outcome: 'not-owner' }]);
  });
});

describe('the deletion', () => {
  it('wants the name of the organisation, waits, and can be taken back', async () => {
    const company = await filledCompany();
    const owner = ownerOf(company);
    await expect(requestErasure(owner, { ...request, name: '其他公司' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'name' }],
    });
    const { eraseAfter } = await requestErasure(owner, request);
    expect(await erasureState(owner, {})).toMatchObject({ requested: { eraseAfter } });
    await expect(addLicence(company, { number: 'B2-20260001' })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listLicences(company.ctx, {})).items).toHaveLength(1);
    expect((await beginExport(owner, {})).tables.length).toBeGreaterThan(10);
    await eraseOrganisations(worker);
    expect(Object.keys(await rowsOf(company.tenantId)).length).toBeGreaterThan(8);
    await cancelErasure(owner, {});
    expect(await erasureState(owner, {})).toEqual({ requested: null });
    await expect(cancelErasure(owner, {})).rejects.toMatchObject({ code: 'conflict' });
    await addLicence(company, { number: 'B2-20260001' });
  });

  it('leaves nothing of the organisation in any table, nothing of its people, and everything of others', async () => {
    const [company, other] = [await filledCompany(), await filledCompany()];
    const make = arrange(product.database.admin);
    const shared = await make.user('两处任职');
    await make.membership(shared, company.tenantId, 'member');
    await make.membership(shared, other.tenantId, 'member');
    const consultancy = await make.organisation('consultancy');
    await make.engagement(consultancy, company.tenantId, 'read', [shared]);
    await make.apiKey(company.tenantId, company.tenantId, 'read');
    await checkAudit(worker, 'check', { tenantId: company.tenantId });
    const note = path.join(dataFolder, 'audit-anchors', `${publicId('organisation', company.tenantId)}.jsonl`);
    expect(fs.existsSync(note)).toBe(true);
    await requestErasure(ownerOf(company), request);
    await makeDue(company.tenantId);
    const before = await rowsOf(other.tenantId);
    await eraseOrganisations(worker);
    expect(await rowsOf(company.tenantId)).toEqual({});
    expect(await rowsOf(other.tenantId)).toEqual(before);
    expect(fs.existsSync(note)).toBe(false);
    const { rows: people } = await product.database.admin.query('select id from authz.app_user where id = any ($1)', [
      [company.userId, shared],
    ]);
    expect(people).toEqual([{ id: shared }]);
    const { rows: kept } = await product.database.admin.query(
      'select erased_at is not null as done, deleted, audit_seq::int as seq from authz.erasure where org_id = $1',
      [company.tenantId],
    );
    expect(kept[0]).toMatchObject({ done: true, deleted: { 'app.licence': 1, 'authz.membership': 2 } });
    expect(kept[0].seq).toBeGreaterThan(3);
    await eraseOrganisations(worker);
  });

  it('is refused by the database before its day, whoever asks', async () => {
    const company = await filledCompany();
    await requestErasure(ownerOf(company), request);
    const pool = product.database.poolFor('zq_worker', 1);
    const { rows } = await pool.query('select authz.erase_organisation($1) as deleted', [company.tenantId]);
    expect(rows).toEqual([{ deleted: null }]);
    for (const role of ['zq_app', 'zq_auth'] as const) {
      const attempt = product.database
        .poolFor(role, 1)
        .query('select authz.erase_organisation($1)', [company.tenantId]);
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
    expect((await listLicences(company.ctx, {})).items).toHaveLength(1);
  });

  it('reaches every table: each lets the owner of the deletion delete', async () => {
    const { rows } = await product.database.admin.query(
      `select c.relname from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure_delete')`,
    );
    expect(rows).toEqual([]);
  });
});
