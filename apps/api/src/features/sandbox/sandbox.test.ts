import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { sendMails } from '../../jobs/send-mails.ts';
import { fullPath } from '../../rest/operation.ts';
import { operations } from '../../rest/operations.ts';
import { makePerson, type TestPerson } from '../../testing/actors.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { send } from '../../testing/rest.ts';
import { ApiScope } from '../../auth/api-scopes.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { listGrantable } from '../api-keys/list-api-keys.ts';
import { inviteConsultancy } from '../engagements/invite-consultancy.ts';
import { inviteMember } from '../invitations/invite-member.ts';
import { listLicences } from '../licences/list-licences.ts';
import { createSandbox } from '../organisations/create-sandbox.ts';
import { listSandboxes } from '../organisations/list-sandboxes.ts';
import { getOrganisation } from '../organisations/queries.ts';
import { listPortfolio } from '../portfolio/list-portfolio.ts';
import { listOutbox } from './list-outbox.ts';

let product: TestProduct;
let owner: TestPerson;
let live: TenantContext;
let liveId: string;
let sandboxId: string;
let sandbox: TenantContext;
beforeAll(async () => {
  product = await createTestProduct();
  owner = await makePerson(product);
  const make = arrange(product.database.admin);
  const id = await make.organisation('company', '正式有限公司');
  await make.membership(owner.userId, id);
  live = owner.in(id);
  liveId = publicId('organisation', id);
  sandboxId = (await createSandbox(live, {})).organisationId;
  sandbox = owner.in(uuidOf(sandboxId));
});
afterAll(() => product.drop());

const uuidOf = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const keyFor = async (mode: 'live' | 'test', companyId: string, ctx = live) =>
  (await createApiKey(ctx, { name: 'ERP', mode, scopes: ApiScope.options, grants: [{ companyId, level: 'write' }] }))
    .secret;

describe('a sandbox company', () => {
  it('has a fictional licence with its schedule, and says what it is', async () => {
    const [licence] = (await listLicences(sandbox, {})).items;
    expect(licence).toMatchObject({ expired: false, issuedOn: '2025-03-01', validTo: '2030-03-01' });
    expect(licence?.counts.upcoming).toBeGreaterThan(5);
    expect(await getOrganisation(sandbox, {})).toMatchObject({
      name: '沙盒企业 1',
      isSandbox: true,
      sandboxOf: { id: liveId, name: '正式有限公司' },
      role: 'owner',
    });
    expect(await getOrganisation(live, {})).toMatchObject({ isSandbox: false, sandboxOf: null });
    expect((await listSandboxes(live, {})).items).toMatchObject([{ id: sandboxId, open: true, status: 'active' }]);
  });

  it('is made by owners and admins, five at most, and makes none itself', async () => {
    await expect(createSandbox(sandbox, {})).rejects.toMatchObject({ code: 'conflict' });
    const make = arrange(product.database.admin);
    const member = await makePerson(product);
    await make.membership(member.userId, live.tenantId, 'member');
    await expect(createSandbox(member.in(live.tenantId), {})).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listSandboxes(member.in(live.tenantId), {})).items).toMatchObject([{ id: sandboxId, open: false }]);
    await expect(listLicences(member.in(sandbox.tenantId), {})).rejects.toMatchObject({ code: 'not-found' });
    const other = await make.organisation('consultancy');
    await make.membership(owner.userId, other);
    const made = await Promise.allSettled(Array.from({ length: 7 }, () => createSandbox(owner.in(other), {})));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect((await listSandboxes(owner.in(other), {})).items).toHaveLength(5);
  });

  it('is in no portfolio and takes no consultancy', async () => {
    const { clock, rules, portfolioPool } = product.services;
    const { credentialHash } = owner.signedIn.session;
    const { items } = await listPortfolio({ portfolioPool, clock, rules, credentialHash }, { limit: 100 });
    expect(items).toEqual([]);
    const offer = { email: 'c@example.cn', level: 'read', endsOn: '2027-06-30', language: 'zh' };
    await expect(inviteConsultancy(sandbox, offer)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('sends no mail: it stays where the sandbox reads it, and others do not', async () => {
    await inviteMember(sandbox, { email: 'colleague@example.cn', role: 'member', language: 'en' });
    const carried: string[] = [];
    const carrier = { carry: async (_: string, { to }: { to: string }) => (carried.push(to), {}), close: () => {} };
    const pool = product.database.poolFor('zq_worker', 1);
    await sendMails({ pool, logger: product.services.logger }, carrier, 'https://zq.example');
    expect(carried).toEqual([]);
    const { items } = await listOutbox(sandbox, {});
    expect(items).toMatchObject([{ to: 'colleague@example.cn', template: 'invitation', language: 'en' }]);
    expect(items[0]?.text).toContain('/invitation#');
    await expect(listOutbox(live, {})).rejects.toMatchObject({ code: 'not-found' });
    // The same in a live company goes out.
    await inviteMember(live, { email: 'real@example.cn', role: 'member', language: 'zh' });
    await sendMails({ pool, logger: product.services.logger }, carrier, 'https://zq.example');
    expect(carried).toEqual(['real@example.cn']);
  });
});

describe('keys', () => {
  it('are offered for companies of their mode only', async () => {
    const { items } = await listGrantable(live, {});
    expect(new Map(items.map(({ companyId, isSandbox }) => [companyId, isSandbox]))).toEqual(
      new Map([
        [liveId, false],
        [sandboxId, true],
      ]),
    );
    await expect(keyFor('live', sandboxId)).rejects.toMatchObject({ fields: [{ path: 'grants.0.companyId' }] });
    await expect(keyFor('test', liveId)).rejects.toMatchObject({ fields: [{ path: 'grants.0.companyId' }] });
    await expect(keyFor('live', sandboxId, sandbox)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('never reach a company of the other mode, whatever their grants say: the database decides', async () => {
    const [testKey, liveKey] = [await keyFor('test', sandboxId), await keyFor('live', liveId)];
    expect(testKey).toMatch(/^zq_test_/);
    const { admin } = product.database;
    // Grants as no function would give them.
    await admin.query(
      `insert into authz.api_key_grant (credential_id, tenant_id, level)
       select k.credential_id, o.id, 'write' from authz.api_key k, authz.org o
        where k.tenant_id = $1 and o.id = any ($2) on conflict do nothing`,
      [live.tenantId, [live.tenantId, sandbox.tenantId]],
    );
    const status = async (key: string, companyId: string) =>
      (await send(product.app, 'GET', `/companies/${companyId}/licences`, { key })).status;
    expect([await status(testKey, sandboxId), await status(testKey, liveId)]).toEqual([200, 404]);
    expect([await status(liveKey, sandboxId), await status(liveKey, liveId)]).toEqual([404, 200]);
    const listed = async (key: string) =>
      ((await send(product.app, 'GET', '/companies', { key })).body.items as object[]).map((item) => item);
    expect(await listed(testKey)).toMatchObject([{ id: sandboxId, isSandbox: true }]);
    expect(await listed(liveKey)).toMatchObject([{ id: liveId, isSandbox: false }]);
    for (const operation of operations.filter(({ on }) => on === 'company')) {
      for (const [key, companyId] of [
        [testKey, liveId],
        [liveKey, sandboxId],
      ] as const) {
        const path = fullPath(operation)
          .replace('{companyId}', companyId)
          .replaceAll(/\{(\w+)\}/g, (_, name: string) => `${PREFIX_OF[name]}_${'0'.repeat(32)}`);
        const answer = await send(product.app, operation.method.toUpperCase(), path, {
          key,
          ...(operation.method === 'get' ? {} : { body: BODIES[operation.id] ?? {} }),
          headers: { 'if-match': '"v1"' },
        });
        const { status, body } = answer;
        // A body that no use case takes is refused before the database is asked.
        const isRefusedBefore = operation.method !== 'get' && [415, 422].includes(status);
        if (!isRefusedBefore) expect([operation.id, status, body.code]).toEqual([operation.id, 404, 'not-found']);
      }
    }
  });

  it('of the organisation end for its sandbox when it closes', async () => {
    const key = await keyFor('test', sandboxId);
    const { admin } = product.database;
    const status = async () => (await send(product.app, 'GET', `/companies/${sandboxId}/licences`, { key })).status;
    await admin.query(`update authz.org set status = 'closing' where id = $1`, [live.tenantId]);
    expect(await status()).toBe(404);
    await admin.query(`update authz.org set status = 'active' where id = $1`, [live.tenantId]);
    expect(await status()).toBe(200);
  });
});

/** Bodies that get past the schemas, so that the company is what they are refused for. */
/** How ids of each place in a path begin. */
const PREFIX_OF: Readonly<Record<string, string>> = {
  licenceId: 'lic',
  eventId: 'evt',
  occurrenceId: 'occ',
  personId: 'per',
  recordId: 'ros',
  workflowId: 'wfl',
  evidenceId: 'evi',
  fileId: 'fil',
  dutyId: 'own',
};
const BODIES: Readonly<Record<string, object>> = {
  registerLicence: { licence: { number: '苏B2-20269921', holder: '甲', services: [], issuedOn: null, validTo: null } },
  correctLicence: {
    licence: {
      number: '苏B2-20269921',
      holder: '甲',
      uscc: null,
      legalRepresentative: null,
      registeredAddress: null,
      services: [],
      coveragePrinted: null,
      issuedOn: null,
      validTo: null,
      authorityPrinted: null,
      authorityEffective: null,
      province: null,
      isCrossRegional: null,
      isForeignInvested: null,
    },
  },
  answerFacts: { licenceId: null, answers: [{ key: 'has_app', value: true }] },
  recordTriggerEvent: { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } },
  withdrawTriggerEvent: { reason: '误登' },
};

describe('the clock of a rehearsal', () => {
  it('moves what a call sees and counts; the night of a day comes when it is asked for', async () => {
    const key = await keyFor('test', sandboxId);
    const at = (instant: string) => ({ 'x-test-clock': instant });
    const get = (path: string, headers: Record<string, string>) =>
      send(product.app, 'GET', `/companies/${sandboxId}${path}`, { key, headers });
    const days = async (instant: string) =>
      ((await get('/licences', at(instant))).body.items as { daysLeft: number; expired: boolean }[])[0];
    expect(await days('2030-02-27T23:59:59+08:00')).toMatchObject({ daysLeft: 2, expired: false });
    expect(await days('2030-03-01T16:00:00Z')).toMatchObject({ daysLeft: -1, expired: true });
    const before = (await get('/occurrences?status=past-no-evidence&limit=100', {})).body.items as unknown[];
    const roll = await send(product.app, 'POST', `/companies/${sandboxId}/sandbox/roll`, {
      key,
      body: {},
      headers: at('2028-06-01T00:05:00+08:00'),
    });
    expect(roll).toMatchObject({ status: 200, body: { asOf: '2028-06-01' } });
    const after = (await get('/occurrences?status=past-no-evidence&limit=100', at('2028-06-01T08:00:00+08:00'))).body;
    expect((after.items as unknown[]).length).toBeGreaterThan(before.length);
    const event = { type: 'illegal-content-disposed', attributes: { on: '2028-05-31' } };
    const record = (headers: Record<string, string>) =>
      send(product.app, 'POST', `/companies/${sandboxId}/trigger-events`, { key, body: event, headers });
    expect((await record({})).status).toBe(422);
    expect((await record(at('2028-06-01T08:00:00+08:00'))).status).toBe(201);
  });

  it('is no moment: 400 naming the header', async () => {
    const key = await keyFor('test', sandboxId);
    for (const sent of ['tomorrow', '2027-03-01', '2027-03-01T09:30:00', '2027-02-30T09:30:00+08:00']) {
      const answer = await send(product.app, 'GET', `/companies/${sandboxId}`, {
        key,
        headers: { 'x-test-clock': sent },
      });
      expect([answer.status, answer.body.errors?.[0]]).toMatchObject([400, { header: 'X-Test-Clock' }]);
    }
  });

  it('does not lengthen the life of a key, nor its limit', async () => {
    const key = await keyFor('test', sandboxId);
    await product.database.admin.query(
      `update authz.credential c set expires_at = now() - interval '1 second' from authz.api_key k
        where k.credential_id = c.id and k.mode = 'test'`,
    );
    const answer = await send(product.app, 'GET', `/companies/${sandboxId}`, {
      key,
      headers: { 'x-test-clock': '2020-01-01T00:00:00+08:00' },
    });
    expect(answer.status).toBe(401);
  });
});
