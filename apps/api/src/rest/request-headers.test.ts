import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { createTestProduct, type TestProduct } from '../testing/product.ts';
import { type Answer, type KeyedCompany, keyedCompany, keyFor, send } from '../testing/rest.ts';

let product: TestProduct;
let own: KeyedCompany;
beforeAll(async () => {
  product = await createTestProduct();
  own = await keyedCompany(product);
});
afterAll(() => product.drop());

const get = (path: string, key: string, headers: Record<string, string> = {}) =>
  send(product.app, 'GET', path, { key, headers });
const left = ({ headers }: Answer) => Number(/^"default";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]);

describe('the limit of a key', () => {
  it('is told with every answer, in the form of the draft and in the older one', async () => {
    const key = await keyFor(own.ctx);
    const answer = await get('/companies', key);
    expect(Object.fromEntries([...answer.headers].filter(([name]) => name.includes('ratelimit')))).toEqual({
      'ratelimit-policy': '"default";q=600;w=60',
      ratelimit: '"default";r=599;t=60',
      'x-ratelimit-limit': '600',
      'x-ratelimit-remaining': '599',
      'x-ratelimit-reset': '60',
    });
    expect(left(await get('/nothing', key))).toBeNaN();
    expect(left(await get(`/companies/${own.companyId}/licences?nonsense=1`, key))).toBe(598);
  });

  it('is one over all processes, and of each key for itself', async () => {
    const { database, services } = product;
    const authPool = database.poolFor('zq_auth', 2);
    const other = createApp({
      services: { ...services, authPool },
      readiness: { stopping: false },
      adminDist: null,
      addressOf: () => '127.0.0.1',
    });
    const key = await keyFor(own.ctx);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => send(i % 2 ? other : product.app, 'GET', '/companies', { key })),
    );
    expect(new Set(answers.map(left))).toEqual(new Set(Array.from({ length: 10 }, (_, i) => 590 + i)));
    expect(left(await get('/companies', await keyFor(own.ctx)))).toBe(599);
  });

  it('429 with Retry-After when it is used up, and again in full after the window', async () => {
    const key = await keyFor(own.ctx);
    await get('/companies', key);
    await product.database.admin.query('update authz.attempt set taken = 600');
    const answer = await get('/companies', key);
    expect([answer.status, left(answer), answer.headers.get('retry-after')]).toEqual([429, 0, '60']);
    expect(answer.body).toMatchObject({ code: 'too-many-attempts', retryAfterSeconds: 60 });
    product.setNow('2026-11-24T10:01:00+08:00');
    expect(left(await get('/companies', key))).toBe(599);
    product.setNow('2026-11-24T10:00:00+08:00');
  });
});

describe('the name of a request', () => {
  it('is the caller’s own in answer, problem, log and audit', async () => {
    const name = 'erp-2026:000017';
    const refused = await get('/companies/org_1', own.key, { 'x-request-id': name });
    expect([refused.headers.get('x-request-id'), refused.body.requestId]).toEqual([name, name]);
    expect(refused.body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(product.log()).toContain(name);
    const made = await send(product.app, 'POST', `/companies/${own.companyId}/facts`, {
      key: own.key,
      body: { licenceId: null, answers: [{ key: 'has_app', value: true }] },
      headers: { 'x-request-id': name },
    });
    expect(made.headers.get('x-request-id')).toBe(name);
    const { rows } = await product.database.admin.query(`select action from app.audit_event where request_id = $1`, [
      name,
    ]);
    expect(rows).toContainEqual({ action: 'facts.answered' });
  });

  it.each(['short', 'x'.repeat(65), 'two words', '"quoted-text"'])('is ours in the place of %j', async (sent) => {
    const answer = await get('/companies', own.key, { 'x-request-id': sent });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });
});

it('every answer names the version of the interface', async () => {
  const answers = [
    await get('/companies', own.key),
    await get('/companies', 'zq_live_no-key'),
    await get('/nothing', own.key),
    await get('/openapi.json', own.key),
    await send(product.app, 'DELETE', '/companies', { key: own.key }),
  ];
  expect(answers.map(({ headers }) => headers.get('x-api-version'))).toEqual(answers.map(() => 'v1'));
});

describe('X-Test-Clock', () => {
  it('is refused with a live key, naming the header', async () => {
    const answer = await get(`/companies/${own.companyId}/licences`, own.key, {
      'x-test-clock': '2027-03-01T09:30:00+08:00',
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ header: 'X-Test-Clock' }] } });
  });
});
