import path from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProduct, type TestProduct } from '../testing/product.ts';
import { type KeyedCompany, keyedCompany, keyFor, send } from '../testing/rest.ts';
import { operations } from './operations.ts';

let product: TestProduct;
let own: KeyedCompany;
beforeAll(async () => {
  product = await createTestProduct();
  own = await keyedCompany(product);
});
afterAll(() => product.drop());

const COMMITTED = path.join(import.meta.dirname, '../../../../docs/openapi.json');
/** What the recommended rules leave open or only warn about, and what every operation of ours has. */
const STRICT = [
  'operation-operationId',
  'operation-operationId-unique',
  'operation-operationId-url-safe',
  'operation-summary',
  'operation-description',
  'operation-2xx-response',
  'operation-4xx-response',
  'operation-4xx-problem-details-rfc7807',
  'operation-singular-tag',
  'operation-tag-defined',
  'security-defined',
  'no-unresolved-refs',
  'no-unused-components',
  'no-invalid-media-type-examples',
  'no-invalid-parameter-examples',
  'no-ambiguous-paths',
  'no-identical-paths',
  'tag-description',
  'no-server-example.com',
  'info-license',
  'parameter-description',
];
const RULES = Object.fromEntries(STRICT.map((rule) => [rule, 'error' as const]));
const document = async () => {
  const { body } = await send(product.app, 'GET', '/openapi.json');
  return body as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { operationId: string; responses: object; parameters: { name?: string; $ref?: string }[] }>
    >;
    components: { parameters: Record<string, { name: string }> };
  };
};

describe('the OpenAPI document', () => {
  it('is open to everybody and the same as docs/openapi.json', async () => {
    await expect(`${JSON.stringify(await document(), null, 2)}\n`).toMatchFileSnapshot(COMMITTED);
  });

  it('names every operation once, with its refusals', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    const listed = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(listed.map(({ operationId }) => operationId).sort()).toEqual(operations.map(({ id }) => id).sort());
    for (const { responses } of listed)
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '429']));
  });

  it('keeps the recommended rules of Redocly and those of our own, which would find a fault', async () => {
    const config = await createConfig({ extends: ['recommended'], rules: RULES });
    const faults = async (text: string) => {
      const problems = await lintFromString({ source: text, absoluteRef: '/openapi.json', config });
      return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
    };
    const text = JSON.stringify(await document());
    expect(await faults(text)).toEqual([]);
    expect(await faults(text.replace('"operationId":"getLicence"', '"operationId":"getCompany"'))).not.toEqual([]);
    expect(await faults(text.replace('schemas/Problem"', 'schemas/Nothing"'))).not.toEqual([]);
  });

  it('takes a key for each act, an ETag for each change, and pages each list', async () => {
    const { paths, components } = await document();
    const named = (parameters: { name?: string; $ref?: string }[]) =>
      parameters.map(({ name, $ref }) => name ?? components.parameters[$ref?.split('/').at(-1) ?? '']?.name);
    const ofMethods = Object.values(paths).flatMap((methods) => Object.entries(methods));
    const taking = (parameter: string) =>
      ofMethods
        .filter(([, { parameters }]) => named(parameters).includes(parameter))
        .map(([, { operationId }]) => operationId);
    const by = (wanted: string) =>
      ofMethods.filter(([method]) => method === wanted).map(([, { operationId }]) => operationId);
    expect(taking('Idempotency-Key').sort()).toEqual([...by('post'), ...by('put')].sort());
    expect(taking('If-Match')).toEqual(by('put'));
    expect(components.parameters['IdempotencyKey']).toMatchObject({ required: true });
    const lists = operations.filter(({ output }) => 'nextCursor' in ((output as { shape?: object }).shape ?? {}));
    expect(lists.length).toBeGreaterThan(4);
    expect(taking('cursor').sort()).toEqual(lists.map(({ id }) => id).sort());
    expect(taking('limit').sort()).toEqual(taking('cursor').sort());
    expect(taking('If-None-Match')).toEqual(['getCompany', 'getLicence', 'getOccurrence']);
  });

  it('says nothing about tenants, credentials or other insides', async () => {
    expect(JSON.stringify(await document())).not.toMatch(/tenant_?id|credential|authz|sha256":\{"type":"object/i);
  });
});

describe('a problem', () => {
  it('is in Chinese, or in English for those who prefer it', async () => {
    const of = async (language: string) => {
      const { body, headers } = await send(product.app, 'GET', '/companies', {
        headers: { 'accept-language': language },
      });
      return [headers.get('content-language'), body.title];
    };
    expect(await of('zh-CN,zh;q=0.9,en;q=0.8')).toEqual(['zh', '未通过身份验证']);
    expect(await of('en-US,en;q=0.9,zh;q=0.5')).toEqual(['en', 'Not authenticated']);
    expect(await of('fr')).toEqual(['zh', '未通过身份验证']);
  });

  it('has a page at its type', async () => {
    const { body } = await send(product.app, 'GET', '/companies');
    const page = await product.app.request(String(body.type));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Not authenticated');
    expect((await send(product.app, 'GET', '/problems/constructor')).status).toBe(404);
  });

  it('answers an address that is not there, and a method that an address does not take', async () => {
    expect(await send(product.app, 'GET', '/nothing', { key: own.key })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await send(product.app, method, `/companies/${own.companyId}/licences`, { key: own.key });
      expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
      expect(answer.headers.get('allow')).toBe('GET, POST');
    }
  });

  it('of a fault of ours shows no statement, parameter or stack', async () => {
    await product.database.admin.query('alter table app.licence rename column holder to holder_gone');
    const answer = await send(product.app, 'GET', `/companies/${own.companyId}/licences?search=CANARY`, {
      key: own.key,
    });
    await product.database.admin.query('alter table app.licence rename column holder_gone to holder');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/holder|select|CANARY|at /);
    expect(product.log()).toContain(String(answer.body.requestId));
    expect(product.log()).not.toContain('CANARY');
  });
});

describe('a key', () => {
  it('is in no log, no answer and no table', async () => {
    await send(product.app, 'GET', '/companies', { key: own.key });
    await send(product.app, 'GET', `/companies?key=${own.key}`, { key: own.key });
    expect(product.log()).not.toContain(own.key.slice(8));
    const { rows } = await product.database.admin.query<{ row: string }>(
      `select k::text || c::text as row from authz.api_key k join authz.credential c on c.id = k.credential_id
       union all select e::text from authz.security_event e union all select a::text from app.audit_event a`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(({ row }) => row).join()).not.toContain(own.key.slice(13));
  });

  it('in a cookie, in the address or with another scheme opens nothing, and a session is no key', async () => {
    const { cookie } = await product.services.sessions.start(own.userId);
    const session = cookie.split(';')[0] ?? '';
    for (const headers of [
      { cookie: `key=${own.key}` },
      { cookie: session },
      { authorization: `Basic ${own.key}` },
      { authorization: own.key },
      { authorization: `Bearer ${session.split('=')[1]}` },
      { 'x-api-key': own.key },
    ]) {
      const answer = await send(product.app, 'GET', '/companies', { headers: headers as Record<string, string> });
      expect(answer.status).toBe(401);
    }
    expect((await send(product.app, 'GET', `/companies?access_token=${own.key}`)).status).toBe(401);
  });

  it('cannot call the procedures of the screens', async () => {
    const input = encodeURIComponent(JSON.stringify({ organisationId: own.companyId }));
    const response = await product.app.request(`/api/trpc/licences.list?input=${input}`, {
      headers: { authorization: `Bearer ${own.key}` },
    });
    expect(response.status).toBe(401);
  });

  it('that is refused leaves a trace, with the operation and the organisation', async () => {
    const before = await denials();
    await send(product.app, 'GET', '/companies', { key: `${own.key.slice(0, -1)}_` });
    const scoped = await keyFor(own.ctx, ['licences.read']);
    await send(product.app, 'GET', '/companies', { key: scoped });
    expect((await denials()).slice(before.length)).toMatchObject([
      { org_id: null, detail: { path: 'listCompanies', code: 'unauthenticated' } },
      { org_id: own.tenantId, detail: { path: 'listCompanies', code: 'forbidden' } },
    ]);
  });

  it('429 with the seconds to wait once it has made its requests of the minute', async () => {
    await product.database.admin.query('update authz.attempt set taken = 600 where taken between 1 and 599');
    const answer = await send(product.app, 'GET', '/companies', { key: own.key });
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    product.setNow('2026-11-24T10:02:00+08:00');
    expect((await send(product.app, 'GET', '/companies', { key: own.key })).status).toBe(200);
  });
});

async function denials() {
  const { rows } = await product.database.admin.query<{ org_id: string | null; detail: object }>(
    `select org_id, detail from authz.security_event where kind = 'denied' order by at`,
  );
  return rows;
}
