import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { send } from '../../testing/rest.ts';
import { endEngagement } from '../engagements/end-engagement.ts';
import { createApiKey } from './create-api-key.ts';
import { grantApiKey } from './grant-api-key.ts';
import { listApiKeys, listForeignKeys, listGrantable, listScopes } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';
import { endForeignGrant, withdrawGrant } from './withdraw-grant.ts';

let product: TestProduct;
let company: TestCompany;
let companyId: string;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await product.company();
  companyId = publicId('organisation', company.tenantId);
});

const admin = () => product.database.admin;
const make = () => arrange(admin());
const input = (more: object = {}) => ({
  name: '金蝶对接',
  scopes: ['licences.read', 'companies.read'],
  grants: [{ companyId, level: 'write' }],
  ...more,
});
const works = async (secret: string, id = companyId) =>
  (await send(product.app, 'GET', `/companies/${id}/licences`, { key: secret })).status;
const auditOf = async (tenantId: string) => {
  const { rows } = await admin().query<{ action: string }>(
    'select action from app.audit_event where tenant_id = $1 order by action',
    [tenantId],
  );
  return rows.map(({ action }) => action);
};
async function as(person: string, tenantId: string): Promise<TenantContext> {
  return { ...company.ctx, tenantId, entry: { kind: 'credential', credentialHash: await make().session(person) } };
}
/** A consultancy with two admins, of whom the first is named for the company. */
async function consultancy(level: 'read' | 'write' = 'write') {
  const [id, named, colleague] = [await make().organisation('consultancy'), await make().user(), await make().user()];
  for (const person of [named, colleague]) await make().membership(person, id, 'admin');
  const engagementId = await make().engagement(id, company.tenantId, level, [named]);
  return { id, engagementId, named: await as(named, id), colleague: await as(colleague, id) };
}

describe('creating a key', () => {
  it('shows it once; what stays is its hash and four characters', async () => {
    const { key, secret } = await createApiKey(company.ctx, input());
    expect(secret).toMatch(/^zq_live_[0-9A-Za-z]{38}$/);
    expect(key).toMatchObject({
      name: '金蝶对接',
      display: `${secret.slice(0, 12)}…`,
      scopes: ['companies.read', 'licences.read'],
      status: 'active',
      lastUsedAt: null,
      grants: [{ companyId, level: 'write', effective: 'read' }],
    });
    expect(JSON.stringify(await listApiKeys(company.ctx, {}))).not.toContain(secret.slice(12));
    expect(await works(secret)).toBe(200);
    expect((await listApiKeys(company.ctx, {})).items[0]?.lastUsedAt).not.toBeNull();
    expect(await auditOf(company.tenantId)).toEqual(['api-key.created']);
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['licences.delete'] }, 'scopes.0'],
    [{ expiresInDays: 0 }, 'expiresInDays'],
    [{ expiresInDays: 367 }, 'expiresInDays'],
    [{ grants: [] }, 'grants'],
    [{ owner: 'org_1' }, 'owner'],
  ])('refuses %j', async (more, path) => {
    await expect(createApiKey(company.ctx, input(more))).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path }],
    });
    expect((await listApiKeys(company.ctx, {})).items).toEqual([]);
  });

  it('refuses a company twice, a foreign one as one that is not there, and stores nothing then', async () => {
    const other = publicId('organisation', (await product.company()).tenantId);
    const nobody = publicId('organisation', crypto.randomUUID());
    for (const [second, path] of [companyId, other, nobody].map((id) => [id, 'grants.1.companyId'])) {
      const grants = [
        { companyId, level: 'read' },
        { companyId: second, level: 'read' },
      ];
      await expect(createApiKey(company.ctx, input({ grants }))).rejects.toMatchObject({ fields: [{ path }] });
    }
    expect((await listApiKeys(company.ctx, {})).items).toEqual([]);
    expect(await auditOf(company.tenantId)).toEqual([]);
  });

  it('is for owners and admins in person', async () => {
    for (const role of ['member', 'viewer']) {
      const person = await make().user();
      await make().membership(person, company.tenantId, role);
      await expect(createApiKey(await as(person, company.tenantId), input())).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(listApiKeys(await as(person, company.tenantId), {})).rejects.toMatchObject({ code: 'forbidden' });
    }
    const { named } = await consultancy();
    const asConsultant = { ...named, tenantId: company.tenantId };
    await expect(createApiKey(asConsultant, input())).rejects.toMatchObject({ code: 'forbidden' });
    const hash = await make().apiKey(company.tenantId, company.tenantId, 'write');
    const asKey: TenantContext = { ...company.ctx, entry: { kind: 'credential', credentialHash: hash } };
    await expect(createApiKey(asKey, input())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of a test key opens no real company', async () => {
    await expect(createApiKey(company.ctx, input({ mode: 'test' }))).rejects.toMatchObject({
      fields: [{ path: 'grants.0.companyId' }],
    });
    await admin().query('update authz.org set is_sandbox = true where id = $1', [company.tenantId]);
    const { secret } = await createApiKey(company.ctx, input({ mode: 'test' }));
    expect(secret).toMatch(/^zq_test_/);
    expect(await works(secret)).toBe(200);
    await expect(createApiKey(company.ctx, input())).rejects.toMatchObject({ code: 'invalid-input' });
    await admin().query('update authz.org set is_sandbox = false where id = $1', [company.tenantId]);
    expect(await works(secret)).toBe(404);
  });
});

describe('a key', () => {
  it('is refused from the next request on when it is revoked; revoking again changes nothing', async () => {
    const { key, secret } = await createApiKey(company.ctx, input());
    expect((await revokeApiKey(company.ctx, { keyId: key.id })).key.status).toBe('revoked');
    expect(await works(secret)).toBe(401);
    await revokeApiKey(company.ctx, { keyId: key.id });
    expect(await auditOf(company.tenantId)).toEqual(['api-key.created', 'api-key.revoked']);
  });

  it('is refused once it has expired, or its organisation is suspended', async () => {
    const { secret } = await createApiKey(company.ctx, input());
    await admin().query(`update authz.org set status = 'suspended' where id = $1`, [company.tenantId]);
    expect(await works(secret)).toBe(401);
    await admin().query(`update authz.org set status = 'closing' where id = $1`, [company.tenantId]);
    expect(await works(secret)).toBe(200);
    await admin().query(
      `update authz.credential set expires_at = now() - interval '1 second' where tenant_id = $1 and kind = 'api_key'`,
      [company.tenantId],
    );
    expect(await works(secret)).toBe(401);
    expect((await listApiKeys(company.ctx, {})).items[0]?.status).toBe('expired');
  });

  it('is rotated with an overlap: both work, then only the new one', async () => {
    const old = await createApiKey(company.ctx, input());
    const rotated = await rotateApiKey(company.ctx, { keyId: old.key.id, overlapHours: 24 });
    expect(rotated.key).toMatchObject({ name: old.key.name, scopes: old.key.scopes, status: 'active' });
    expect(rotated.key.grants.map(({ companyId: id, level }) => [id, level])).toEqual([[companyId, 'write']]);
    expect([await works(old.secret), await works(rotated.secret)]).toEqual([200, 200]);
    const before = (await listApiKeys(company.ctx, {})).items.find(({ id }) => id === old.key.id);
    expect(before).toMatchObject({ status: 'replaced', replacedBy: rotated.key.id, expiresAt: rotated.previousEndsAt });
    await expect(rotateApiKey(company.ctx, { keyId: old.key.id })).rejects.toMatchObject({ code: 'conflict' });

    const next = await rotateApiKey(company.ctx, { keyId: rotated.key.id, overlapHours: 0 });
    expect([await works(rotated.secret), await works(next.secret)]).toEqual([401, 200]);
    expect(await auditOf(company.tenantId)).toEqual(['api-key.created', 'api-key.rotated', 'api-key.rotated']);
  });

  it('rotated twice at once is rotated once', async () => {
    const { key } = await createApiKey(company.ctx, input());
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => rotateApiKey(company.ctx, { keyId: key.id })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await listApiKeys(company.ctx, {})).items).toHaveLength(2);
  });

  it('of another organisation is as one that is not there', async () => {
    const other = await product.company();
    const otherId = publicId('organisation', other.tenantId);
    const { key, secret } = await createApiKey(company.ctx, input());
    for (const keyId of [key.id, publicId('apiKey', crypto.randomUUID())]) {
      const outcomes = await Promise.allSettled([
        revokeApiKey(other.ctx, { keyId }),
        rotateApiKey(other.ctx, { keyId }),
        grantApiKey(other.ctx, { keyId, companyId: otherId, level: 'read' }),
        withdrawGrant(other.ctx, { keyId, companyId }),
        endForeignGrant(other.ctx, { keyId }),
      ]);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: 'not-found' } });
    }
    expect(await works(secret)).toBe(200);
    expect(await auditOf(other.tenantId)).toEqual([]);
  });

  it('that only reads cannot write, even where its grant says so', async () => {
    const { secret, key } = await createApiKey(company.ctx, input());
    await admin().query(`update authz.api_key set scopes = '{events.write}' where id = $1`, [
      `${key.id.slice(4, 12)}-${key.id.slice(12, 16)}-${key.id.slice(16, 20)}-${key.id.slice(20, 24)}-${key.id.slice(24)}`,
    ]);
    const answer = await send(product.app, 'POST', `/companies/${companyId}/trigger-events`, {
      key: secret,
      body: { type: 'subject-change-decided', attributes: { on: '2026-11-20', change: 'merger' } },
    });
    expect(answer.status).toBe(403);
  });
});

describe('grants of a consultancy’s key', () => {
  it('are given only by people who may act there themselves, at their level at most', async () => {
    const { named, colleague } = await consultancy('read');
    expect((await listGrantable(named, {})).items).toMatchObject([{ companyId, level: 'read' }]);
    expect((await listGrantable(colleague, {})).items).toEqual([]);
    const reading = input({ grants: [{ companyId, level: 'read' }] });
    await expect(createApiKey(colleague, reading)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(createApiKey(named, input())).rejects.toMatchObject({ code: 'invalid-input' });
    const { key, secret } = await createApiKey(named, reading);
    expect(await works(secret)).toBe(200);
    await expect(grantApiKey(colleague, { keyId: key.id, companyId, level: 'write' })).rejects.toMatchObject({
      fields: [{ path: 'companyId' }],
    });
  });

  it('end with the engagement, and a later engagement does not bring them back', async () => {
    const { id, engagementId, named } = await consultancy();
    const { secret } = await createApiKey(named, input());
    expect(await works(secret)).toBe(200);
    await admin().query('update authz.engagement set revoked_at = now() where id = $1', [engagementId]);
    expect(await works(secret)).toBe(404);
    await make().engagement(id, company.tenantId, 'write', []);
    expect(await works(secret)).toBe(404);
    expect((await listApiKeys(named, {})).items[0]?.grants[0]).toMatchObject({ level: 'write', effective: null });
  });

  it('are changed and withdrawn, with one audit row for each change', async () => {
    const { id, named } = await consultancy();
    const { key, secret } = await createApiKey(named, input({ grants: [{ companyId, level: 'read' }] }));
    await grantApiKey(named, { keyId: key.id, companyId, level: 'read' });
    await grantApiKey(named, { keyId: key.id, companyId, level: 'write' });
    expect((await withdrawGrant(named, { keyId: key.id, companyId })).key.grants).toEqual([]);
    expect(await works(secret)).toBe(404);
    await expect(withdrawGrant(named, { keyId: key.id, companyId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await auditOf(id)).toEqual(['api-key.created', 'api-key.grant-withdrawn', 'api-key.granted']);
  });

  it('are seen and ended by the company, at once', async () => {
    const { named } = await consultancy();
    const { key, secret } = await createApiKey(named, input());
    const seen = await listForeignKeys(company.ctx, {});
    expect(seen.items).toMatchObject([{ keyId: key.id, display: key.display, level: 'write', effective: 'read' }]);
    expect(await endForeignGrant(company.ctx, { keyId: key.id })).toEqual({ ok: true });
    expect(await works(secret)).toBe(404);
    expect((await listForeignKeys(company.ctx, {})).items).toEqual([]);
    expect(await auditOf(company.tenantId)).toEqual(['api-key.foreign-granted', 'api-key.grant-withdrawn']);
  });

  it('stand in the company’s own audit log: given, used for the first time, renewed, withdrawn', async () => {
    const { named } = await consultancy();
    const { key, secret } = await createApiKey(named, input());
    for (let i = 0; i < 3; i += 1) expect(await works(secret)).toBe(200);
    const rotated = await rotateApiKey(named, { keyId: key.id, overlapHours: 1 });
    await withdrawGrant(named, { keyId: rotated.key.id, companyId });
    await revokeApiKey(named, { keyId: key.id });
    const { rows } = await admin().query<{ action: string; actor_kind: string; detail: object; request_id: string }>(
      `select action, actor_kind, detail, request_id from app.audit_event e
         join authz.audit_link l on l.tenant_id = e.tenant_id and l.event_id = e.id
        where e.tenant_id = $1 order by l.seq`,
      [company.tenantId],
    );
    const about = { name: '金蝶对接', ownerName: '测试科技有限公司' };
    expect(rows).toMatchObject([
      {
        action: 'api-key.foreign-granted',
        actor_kind: 'user',
        detail: { ...about, level: 'write' },
        request_id: 'test',
      },
      { action: 'api-key.foreign-first-used', actor_kind: 'api-key', detail: about },
      { action: 'api-key.foreign-granted', detail: { ...about, level: 'write', by: 'rotation' } },
      { action: 'api-key.foreign-withdrawn', detail: { ...about, by: 'owner' } },
      { action: 'api-key.foreign-withdrawn', detail: { ...about, by: 'revocation' } },
    ]);
  });

  it('end with the engagement, which the company’s audit log says of each key', async () => {
    const { engagementId, named } = await consultancy();
    await createApiKey(named, input());
    await endEngagement(company.ctx, { engagementId: publicId('engagement', engagementId) });
    expect(await auditOf(company.tenantId)).toEqual([
      'api-key.foreign-granted',
      'api-key.foreign-withdrawn',
      'engagement.ended',
    ]);
  });
});

it('scopes say in both languages what they open, and which of them write', () => {
  const { items } = listScopes();
  expect(items.filter(({ writes }) => writes).map(({ scope }) => scope)).toEqual([
    'licences.write',
    'facts.write',
    'events.write',
    'people.write',
    'occurrences.write',
    'workflows.write',
    'rules.write',
    'sandbox.write',
  ]);
  for (const { label } of items) expect([label.zh, label.en]).not.toContain('');
});
