import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiScope } from '../auth/api-scopes.ts';
import { publicId } from '../db/ids.ts';
import { makePerson } from '../testing/actors.ts';
import { addLicence } from '../testing/licensed-company.ts';
import { arrange } from '../testing/people.ts';
import { call, createTestProduct, type TestProduct } from '../testing/product.ts';
import { send } from '../testing/rest.ts';
import { rowsOfTenant } from '../testing/rows-of-tenant.ts';
import { startTestWorker } from '../testing/worker.ts';
import { startTasks } from './tasks.ts';
import { eraseOrganisations } from './erase-organisations.ts';
import type { WorkerServices } from './worker-services.ts';

let product: TestProduct;
let boss: PgBoss;
let worker: WorkerServices;
let endTasks: () => Promise<void>;
beforeAll(async () => {
  product = await createTestProduct();
  ({ boss, worker } = await startTestWorker(product));
  endTasks = await startTasks(boss, worker);
}, 60_000);
afterAll(async () => {
  await endTasks();
  await boss.stop({ graceful: false });
  await product.drop();
});

const NAME = '终止业务有限公司';
const rowsOf = (id: string) => rowsOfTenant(product.database.admin, id);
const tables = async (id: string) => Object.keys(await rowsOf(id)).length;
const uuidOf = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A company over HTTP, as its owner uses it: licence, sandbox, keys of both modes, an engagement. */
async function company() {
  const { admin } = product.database;
  const make = arrange(admin);
  const owner = await makePerson(product);
  const tenantId = await make.organisation('company', NAME);
  await make.membership(owner.userId, tenantId);
  await addLicence({ ctx: owner.in(tenantId), tenantId, userId: owner.userId });
  const { cookie } = await product.services.sessions.start(owner.userId);
  const organisationId = publicId('organisation', tenantId);
  const ask = async (name: string, input: object = {}, mutation = true) => {
    const asked = { organisationId, ...input };
    return call(product.app, name, asked, { mutation, cookie: cookie.split(';')[0] ?? '' });
  };
  const sandboxId = ((await ask('organisations.createSandbox')).data as { organisationId: string }).organisationId;
  const key = async (mode: string, companyId: string) => {
    const grants = [{ companyId, level: 'write' }];
    const { data } = await ask('apiKeys.create', { name: 'ERP', mode, scopes: ApiScope.options, grants });
    return (data as { secret: string }).secret;
  };
  const [liveKey, testKey] = [await key('live', organisationId), await key('test', sandboxId)];
  const firm = await make.organisation('consultancy', '咨询');
  const engagementId = publicId('engagement', await make.engagement(firm, tenantId, 'write', []));
  return { owner, tenantId, organisationId, sandboxId, ask, liveKey, testKey, firm, engagementId };
}

const record = (companyId: string, key: string) =>
  send(product.app, 'POST', `/companies/${companyId}/trigger-events`, {
    key,
    body: { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } },
  });
const makeDue = (tenantId: string, sandbox: string) =>
  product.database.admin.query(
    `update authz.erasure set requested_at = now() - interval '31 days', erase_after = now() - interval '1 day'
      where org_id = any ($1)`,
    [[tenantId, uuidOf(sandbox)]],
  );

it('a company closes, takes out what it has, and is gone after its thirty days, with its sandbox and its people', async () => {
  const it = await company();
  const { ask, tenantId, organisationId, sandboxId, liveKey, testKey } = it;
  expect((await record(organisationId, liveKey)).status).toBe(201);
  expect((await record(sandboxId, testKey)).status).toBe(201);

  expect((await ask('organisations.close', { name: NAME })).data).toEqual({ status: 'closing' });
  expect((await record(organisationId, liveKey)).body.code).toBe('forbidden');
  expect((await ask('licences.list', {}, false)).status).toBe(200);
  expect((await ask('engagements.end', { engagementId: it.engagementId })).status).toBe(200);
  const { tables: exported } = (await ask('dataExport.begin')).data as { tables: { name: string; rows: number }[] };
  for (const { name, rows } of exported) {
    const page = (await ask('dataExport.page', { table: name }, false)).data as { rows: unknown[] };
    expect([name, page.rows.length > 0]).toEqual([name, rows > 0]);
  }
  expect(exported.find(({ name }) => name === 'idempotency_record')?.rows).toBe(1);
  const reason = { name: NAME, reason: '终止业务' };
  expect((await ask('dataExport.requestErasure', reason)).status).toBe(200);

  // Nothing goes before its day.
  await runNight();
  expect(await tables(tenantId)).toBeGreaterThan(10);
  await makeDue(tenantId, sandboxId);
  await runNight();
  expect([await rowsOf(tenantId), await rowsOf(uuidOf(sandboxId))]).toEqual([{}, {}]);
  const { rows } = await product.database.admin.query(
    `select (select count(*)::int from authz.app_user u where u.id = $1) as people,
            (select count(*)::int from authz.org o where o.id = $2) as firms,
            (select count(*)::int from authz.erasure e where e.erased_at is not null) as erased`,
    [it.owner.userId, it.firm],
  );
  expect(rows).toEqual([{ people: 0, firms: 1, erased: 2 }]);
  expect((await ask('organisations.get', {}, false)).status).toBe(401);
  for (const key of [liveKey, testKey])
    expect((await send(product.app, 'GET', '/companies', { key })).status).toBe(401);
}, 60_000);

it('a deletion whose connection is killed in the middle has deleted nothing, and is done the next night', async () => {
  const { ask, tenantId, sandboxId } = await company();
  await ask('dataExport.requestErasure', { name: NAME, reason: '终止业务' });
  await makeDue(tenantId, sandboxId);
  const before = [await rowsOf(tenantId), await rowsOf(uuidOf(sandboxId))];
  const blocker = await product.database.admin.connect();
  await blocker.query('begin; lock table app.licence in share mode');
  const erasing = eraseOrganisations(worker);
  erasing.catch(() => {});
  for (let killed = 0; killed === 0; ) {
    const { rowCount } = await product.database.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'select authz.erase_organisation%' and wait_event_type = 'Lock'`,
    );
    killed = rowCount ?? 0;
  }
  await expect(erasing).rejects.toThrow();
  await blocker.query('rollback');
  blocker.release();
  expect([await rowsOf(tenantId), await rowsOf(uuidOf(sandboxId))]).toEqual(before);
  await runNight();
  expect([await rowsOf(tenantId), await rowsOf(uuidOf(sandboxId))]).toEqual([{}, {}]);
}, 60_000);

/** The night's job through the real job store. */
async function runNight(): Promise<void> {
  const id = await boss.send('erase-organisations', {}, {});
  for (;;) {
    const [job] = await boss.findJobs('erase-organisations', { id: id ?? '' });
    if (job?.state === 'completed') return;
    if (job?.state === 'failed') throw new Error('the job failed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
