import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { regenerateCompany } from '../jobs/regenerate-company.ts';
import { createTestProduct, type TestProduct } from '../testing/product.ts';
import { type KeyedCompany, keyedCompany, keyFor, send } from '../testing/rest.ts';
import { testWorkerServices } from '../testing/worker.ts';
import { fingerprintOf } from './idempotency.ts';
import { operations } from './operations.ts';

let product: TestProduct;
let own: KeyedCompany;
/** A second process of the product: connections of its own, the same database. */
let second: ReturnType<typeof createApp>;
beforeAll(async () => {
  product = await createTestProduct();
  own = await keyedCompany(product);
  const services = {
    ...product.services,
    tenantPool: product.database.poolFor('zq_app', 5),
    authPool: product.database.poolFor('zq_auth', 5),
  };
  second = createApp({ services, readiness: { stopping: false }, adminDist: null, addressOf: () => '127.0.0.1' });
});
afterAll(() => product.drop());

const EVENT = { type: 'illegal-content-disposed', attributes: { on: '2026-11-18' } };
const path = () => `/companies/${own.companyId}/trigger-events`;
const record = (name: string, body: unknown = EVENT, more: { app?: typeof second; key?: string } = {}) =>
  send(more.app ?? product.app, 'POST', path(), {
    key: more.key ?? own.key,
    body,
    headers: { 'idempotency-key': name },
  });
const count = async (table: string) => {
  const { rows } = await product.database.admin.query<{ n: number }>(
    `select count(*)::int as n from app.${table} where tenant_id = $1`,
    [own.tenantId],
  );
  return rows[0]?.n ?? -1;
};
const effects = async () => ({
  events: await count('trigger_event'),
  audits: await count('audit_event'),
  answers: await count('idempotency_record'),
});

describe('a request that comes again', () => {
  it('happens once and gets the same answer, byte by byte', async () => {
    const first = await record('again');
    const before = await effects();
    const next = await record('again', { attributes: { on: '2026-11-18' }, type: EVENT.type });
    expect(first.status).toBe(201);
    expect([next.status, next.body, next.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
    expect(first.headers.has('idempotency-replayed')).toBe(false);
    expect(await effects()).toEqual(before);
  });

  it('with another body is refused, and nothing happens', async () => {
    await record('other');
    const before = await effects();
    const next = await record('other', { ...EVENT, attributes: { on: '2026-11-17' } });
    expect(next).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await effects()).toEqual(before);
  });

  it('under another API key is another request', async () => {
    const first = await record('shared');
    const next = await record('shared', EVENT, { key: await keyFor(own.ctx) });
    expect(next.status).toBe(201);
    expect(next.body.eventId).not.toBe(first.body.eventId);
  });

  it('after a refusal is looked at anew: what failed has stored nothing', async () => {
    const wrong = await record('failed', { ...EVENT, attributes: { on: '2026-02-30' } });
    expect(wrong.status).toBe(422);
    const next = await record('failed');
    expect([next.status, next.headers.has('idempotency-replayed')]).toEqual([201, false]);
  });

  it('fifty times at once, at two processes, has one effect and one answer', async () => {
    const before = await effects();
    const patiently = async (i: number) => {
      for (;;) {
        const answer = await record('fifty', EVENT, { app: i % 2 === 0 ? product.app : second });
        if (answer.status !== 409) return answer;
        expect(answer).toMatchObject({ body: { code: 'request-in-progress', retryAfterSeconds: 1 } });
        expect(answer.headers.get('retry-after')).toBe('1');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => patiently(i)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(49);
    const after = await effects();
    expect([after.events - before.events, after.answers - before.answers]).toEqual([1, 1]);
  });

  it('after seven days is a new one; the night deletes what is kept no longer', async () => {
    const first = await record('old');
    product.setNow('2026-12-01T10:00:01+08:00');
    const next = await record('old');
    expect(next.body.eventId).not.toBe(first.body.eventId);
    const left = await count('idempotency_record');
    expect(left).toBeGreaterThan(1);
    // What else is to be done of the night's work is not carried out here.
    const boss = { insert: () => Promise.resolve(null) };
    await regenerateCompany(boss as never, testWorkerServices(product), 'night', {
      tenantId: own.tenantId,
      actorId: null,
      payload: { reason: 'nightly', asOf: '2026-12-01' },
    });
    expect(await count('idempotency_record')).toBe(1);
    product.setNow('2026-11-24T10:00:00+08:00');
  });
});

describe('a connection that dies', () => {
  /** Kills the connection of the transaction that has done its work, before or after its commit. */
  async function dying(name: string, when: 'before' | 'after') {
    const services = { ...product.services, tenantPool: product.database.poolFor('zq_app', 1) };
    const pool = services.tenantPool;
    const connect = pool.connect.bind(pool);
    let killed = false;
    pool.connect = (async () => {
      const client = await connect();
      const query = client.query.bind(client);
      client.query = (async (...args: unknown[]) => {
        const isCommit = args[0] === 'commit';
        if (isCommit && !killed && when === 'after') {
          killed = true;
          await query('commit');
        }
        if (isCommit && when === 'before' && !killed) killed = true;
        if (isCommit) {
          const { rows } = await query<{ pid: number }>('select pg_backend_pid() as pid');
          await product.database.admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        }
        return Reflect.apply(query, client, args);
      }) as typeof client.query;
      return client;
    }) as typeof pool.connect;
    const app = createApp({ services, readiness: { stopping: false }, adminDist: null, addressOf: () => '127.0.0.1' });
    const answer = await record(name, EVENT, { app });
    expect(killed).toBe(true);
    return answer;
  }

  it.each(['before', 'after'] as const)('%s the commit: the repeated request has one effect', async (when) => {
    const before = await effects();
    expect((await dying(`dies ${when}`.replace(' ', '-'), when)).status).toBe(503);
    const between = await effects();
    expect(between.events - before.events).toBe(when === 'after' ? 1 : 0);
    const next = await record(`dies-${when}`);
    expect([next.status, next.headers.has('idempotency-replayed')]).toEqual([201, when === 'after']);
    const after = await effects();
    expect([after.events - before.events, after.answers - before.answers]).toEqual([1, 1]);
  });
});

it('the very answer is stored, with its status and address; the matrix repeats every other operation', async () => {
  const bodies: Record<string, [path: string, body: unknown, headers?: Record<string, string>]> = {
    registerLicence: ['/licences', { document: SAMPLE, licence: { number: '苏B2-20209907' } }],
    correctLicence: [`/licences/${own.licenceId}`, await correction(), { 'if-match': '"v1"' }],
    answerFacts: ['/facts', { licenceId: null, answers: [{ key: 'has_app', value: true }] }],
    recordTriggerEvent: ['/trigger-events', EVENT],
    withdrawTriggerEvent: [
      `/trigger-events/${String((await record('to-withdraw')).body.eventId)}/withdrawal`,
      { reason: '误登' },
    ],
  };
  const changing = operations.filter(({ id }) => bodies[id] !== undefined);
  expect(changing).toHaveLength(5);
  for (const { id, method } of changing) {
    const [to, body, headers] = bodies[id] ?? ['', null];
    const ask = () =>
      send(product.app, method.toUpperCase(), `/companies/${own.companyId}${to}`, {
        key: own.key,
        body,
        headers: { ...headers, 'idempotency-key': `all-${id}` },
      });
    const [first, next] = [await ask(), await ask()];
    expect([id, first.status]).toEqual([id, id === 'registerLicence' || id === 'recordTriggerEvent' ? 201 : 200]);
    expect([id, next.status, next.body, next.headers.get('location')]).toEqual([
      id,
      first.status,
      first.body,
      first.headers.get('location'),
    ]);
    expect([id, next.headers.get('idempotency-replayed')]).toEqual([id, 'true']);
  }
});

const SAMPLE = {
  kind: 'text',
  text: '增值电信业务经营许可证\n经营许可证编号：苏B2-20209906\n公司名称：测试科技有限公司',
};

async function correction() {
  const { body } = await send(product.app, 'GET', `/companies/${own.companyId}/licences/${own.licenceId}`, {
    key: own.key,
  });
  return { licence: { ...(body.licence as object), validTo: '2029-05-01' }, reason: '更正' };
}

it('the fingerprint is the same for bodies that say the same, and for no others', () => {
  const of = (body: unknown, more: object = {}) =>
    fingerprintOf({ method: 'post', path: '/a', conditions: '', body, ...more });
  expect(of({ a: 1, b: { c: [1, 2], d: null } })).toBe(of({ b: { d: null, c: [1, 2] }, a: 1 }));
  const others = [
    of({ a: 1 }),
    of({ a: '1' }),
    of({ a: [1] }),
    of({ a: 1, b: null }),
    of({ a: 1 }, { path: '/b' }),
    of({ a: 1 }, { method: 'put' }),
    of({ a: 1 }, { conditions: 'x' }),
    of([['a', 1]]),
  ];
  expect(new Set(others).size).toBe(others.length);
});
