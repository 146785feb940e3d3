import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { publicId } from './db/ids.ts';
import { openPool } from './db/pool.ts';
import { call, cookieOf, createTestProduct, ORIGIN, sampleDocument, type TestProduct } from './testing/product.ts';

let dist: string;
let product: TestProduct;
let cookie: string;
let organisationId: string;
beforeAll(async () => {
  dist = fs.mkdtempSync(path.join(os.tmpdir(), 'zq-dist-'));
  fs.mkdirSync(path.join(dist, 'assets'));
  fs.writeFileSync(path.join(dist, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root">');
  fs.writeFileSync(path.join(dist, 'assets/main-abc.js'), `console.log('${'证期'.repeat(500)}')`);
  fs.writeFileSync(path.join(dist, 'favicon.svg'), '<svg/>');
  fs.writeFileSync(path.join(dist, '.built-from'), 'secret');
  product = await createTestProduct({ adminDist: dist });
  const company = await product.company();
  organisationId = publicId('organisation', company.tenantId);
  const started = await product.services.sessions.start(company.userId);
  cookie = cookieOf(new Headers({ 'set-cookie': started.cookie }));
});
afterAll(async () => {
  await product.drop();
  fs.rmSync(dist, { recursive: true });
});

const get = (address: string, headers: Record<string, string> = {}) =>
  product.app.request(new Request(`${ORIGIN}${address}`, { headers: { host: 'localhost:3000', ...headers } }));
const post = (name: string, body: string | ReadableStream, headers: Record<string, string> = {}) =>
  product.app.request(
    new Request(`${ORIGIN}/api/trpc/${name}`, {
      method: 'POST',
      body,
      headers: { host: 'localhost:3000', origin: ORIGIN, cookie, 'content-type': 'application/json', ...headers },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit),
  );
const codeOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { data: { app: { code: string } } } };
  return error.data.app.code;
};

describe('every answer', () => {
  it.each(['/', '/livez', '/api/trpc/session.status', '/api/none', '/assets/main-abc.js', '/assets/none.js'])(
    'of %s carries the headers that protect the browser',
    async (address) => {
      const { headers } = await get(address);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      if (address.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('the admin app', () => {
  it.each(['/', '/licences/lic_1', '/index.html'])('is served at %s with a nonce of its own', async (address) => {
    const [first, second] = [await get(address), await get(address)];
    const html = await first.text();
    const nonce = /content="([\w-]{43})"/.exec(html)?.[1] ?? 'none';
    expect(first.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(await second.text()).not.toContain(nonce);
    expect(first.headers.get('cache-control')).toBe('no-cache');
  });
  it('has its assets cached for ever and packed', async () => {
    const { headers, status } = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, br' });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const again = await get('/assets/main-abc.js', { 'if-none-match': headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });
  it.each([
    '/assets/none.js',
    '/.built-from',
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd.txt',
    '//etc/passwd.txt',
    '/assets/..%2f.built-from',
    '/assets/',
  ])('gives nothing for %s that is not its own', async (address) => {
    const response = await get(address);
    expect(await response.text()).not.toMatch(/secret|root:/);
    if (address.includes('.')) expect(response.status).toBe(404);
  });
});

describe('a call', () => {
  it('has a request id, in the answer, its error and the log', async () => {
    const response = await get('/api/trpc/licences.list?input=%7B%7D');
    const id = response.headers.get('x-request-id') ?? 'none';
    expect(await response.text()).toContain(id);
    expect(product.log()).toContain(id);
  });

  it('must be JSON', async () => {
    for (const type of [
      'text/plain',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
      '',
    ]) {
      expect(await codeOf(await post('session.signOut', '{}', { 'content-type': type }))).toBe('invalid-input');
    }
    expect(await codeOf(await post('session.setUp', '{"a":'))).toBe('invalid-input');
    expect(await codeOf(await post('%zz', '{}'))).toBe('invalid-input');
  });

  it('with a cookie must come from our own page', async () => {
    expect(await codeOf(await post('session.signOut', '{}', { origin: 'https://evil.example' }))).toBe('forbidden');
    const programme = new Request(`${ORIGIN}/api/trpc/session.signOut`, {
      method: 'POST',
      body: '{}',
      headers: { host: 'localhost:3000', cookie, 'content-type': 'application/json' },
    });
    expect((await product.app.request(programme)).status).toBe(403);
  });

  it('too large is cut off, also without or with a false length', async () => {
    const large = JSON.stringify({ token: 'x'.repeat(300 * 1024) });
    expect((await post('session.setUp', large)).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    expect((await post('session.setUp', endless)).status).toBe(413);
    expect(sent).toBeLessThan(2 * 1024 * 1024);
    expect((await post('session.setUp', '{}', { 'content-length': '999999999' })).status).toBe(413);
  });

  it('may carry a document only for somebody who is signed in', async () => {
    const text = '一'.repeat(400_000);
    const body = JSON.stringify({ organisationId, document: { kind: 'text', text } });
    expect((await post('licences.previewDocument', body)).status).toBe(400);
    expect((await post('licences.previewDocument', body, { cookie: '' })).status).toBe(413);
    expect((await post('session.setUp', body)).status).toBe(413);
  });

  it('carries ten procedures at most, whatever the commas', async () => {
    const names = (n: number) => Array(n).fill('session.status').join(',');
    expect((await get(`/api/trpc/${names(10)}?batch=1&input=%7B%7D`)).status).toBe(200);
    expect((await get(`/api/trpc/${names(11)}?batch=1&input=%7B%7D`)).status).toBe(400);
    expect((await get(`/api/trpc/${','.repeat(500)}?batch=1&input=%7B%7D`)).status).toBe(400);
  });

  it('takes nothing it does not know, and no id of another kind', async () => {
    const list = (input: unknown) => call(product.app, 'licences.list', input, { cookie });
    expect((await list({ organisationId })).status).toBe(200);
    for (const input of [
      {},
      { organisationId: 'org_1' },
      { organisationId, extra: 1 },
      { organisationId, limit: '5' },
      [],
      null,
      'x',
    ]) {
      const code = (await list(input)).error?.code;
      expect({ input, code }).toEqual({ input, code: 'invalid-input' });
    }
    const get_ = await call(product.app, 'licences.get', { organisationId, licenceId: organisationId }, { cookie });
    expect(get_.error).toMatchObject({ code: 'invalid-input', fields: [{ path: 'licenceId' }] });
  });

  it('for an organisation of others is answered like one for none', async () => {
    const other = await product.company();
    const list = (id: string) => call(product.app, 'licences.list', { organisationId: id }, { cookie });
    const [foreign, missing] = [
      await list(publicId('organisation', other.tenantId)),
      await list(`org_${'0'.repeat(32)}`),
    ];
    const shown = ({ status, error }: typeof foreign) => ({ status, error: { ...error, requestId: '' } });
    expect(foreign.status).toBe(404);
    expect(shown(foreign)).toEqual(shown(missing));
  });

  it('is refused from the next one on when the membership has ended', async () => {
    const { userId, tenantId } = await product.company();
    const { cookie: set } = await product.services.sessions.start(userId);
    const signedIn = { cookie: cookieOf(new Headers({ 'set-cookie': set })) };
    const input = { organisationId: publicId('organisation', tenantId) };
    expect((await call(product.app, 'licences.list', input, signedIn)).status).toBe(200);
    await product.database.admin.query('update authz.membership set revoked_at = now() where user_id = $1', [userId]);
    expect((await call(product.app, 'licences.list', input, signedIn)).status).toBe(404);
    const status = await call(product.app, 'session.status', {}, signedIn);
    expect(status.data).toMatchObject({ user: { id: expect.any(String) }, organisations: [] });
  });

  it('of a viewer that would change something is refused, and noted', async () => {
    const { userId, tenantId } = await product.company();
    await product.database.admin.query(`update authz.membership set role = 'viewer' where user_id = $1`, [userId]);
    const { cookie: set } = await product.services.sessions.start(userId);
    const signedIn = { mutation: true, cookie: cookieOf(new Headers({ 'set-cookie': set })) };
    const input = { organisationId: publicId('organisation', tenantId) };
    expect((await call(product.app, 'schedule.regenerate', input, signedIn)).error?.code).toBe('forbidden');
    const { rows } = await product.database.admin.query(
      `select kind, detail from authz.security_event where user_id = $1`,
      [userId],
    );
    expect(rows).toEqual([{ kind: 'denied', detail: { path: 'schedule.regenerate', code: 'forbidden' } }]);
  });

  it('goes the whole way from document to explained date', async () => {
    const document = sampleDocument('information-services.txt');
    const preview = await call(
      product.app,
      'licences.previewDocument',
      { organisationId, document },
      { mutation: true, cookie },
    );
    const { licence } = preview.data as { licence: unknown };
    const registered = await call(
      product.app,
      'licences.register',
      { organisationId, document, licence },
      { mutation: true, cookie },
    );
    expect(registered.status).toBe(200);
    const twice = await call(
      product.app,
      'licences.register',
      { organisationId, document, licence },
      { mutation: true, cookie },
    );
    expect(twice.error).toMatchObject({ code: 'conflict', fields: [{ path: 'licence.number' }] });
    const list = await call(product.app, 'occurrences.list', { organisationId }, { cookie });
    const [item] = (list.data as { items: { id: string }[] }).items;
    const one = await call(product.app, 'occurrences.get', { organisationId, occurrenceId: item?.id }, { cookie });
    expect(one.status).toBe(200);
    expect(one.data).toMatchObject({ id: item?.id, derivation: expect.any(Array) });
  });
});

describe('a fault of ours', () => {
  it('shows and logs no statement, parameter or stack', async () => {
    const broken = await createTestProduct();
    try {
      const { userId, tenantId } = await broken.company();
      const { cookie: set } = await broken.services.sessions.start(userId);
      const signedIn = { cookie: cookieOf(new Headers({ 'set-cookie': set })) };
      await broken.database.admin.query('alter table app.licence drop column holder cascade');
      const input = { organisationId: publicId('organisation', tenantId), search: 'CANARY-7f3a' };
      const { status, error } = await call(broken.app, 'licences.list', input, signedIn);
      expect(status).toBe(500);
      expect(error?.code).toBe('internal');
      for (const text of [JSON.stringify(error), broken.log()]) {
        expect(text).not.toMatch(/CANARY|select |"holder"|ilike/i);
      }
      expect(JSON.stringify(error)).not.toMatch(/ at |\.ts|42703/);
      expect(broken.log()).toContain('42703');
    } finally {
      await broken.drop();
    }
  });
});

describe('health', () => {
  it('knows alive, ready and stopping apart', async () => {
    expect((await get('/livez')).status).toBe(200);
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ok' });
    const { admin } = product.database;
    const { rows } = await admin.query('delete from migrations.applied where index = 6 returning *');
    expect((await get('/readyz')).status).toBe(503);
    await admin.query(
      'insert into migrations.applied select * from jsonb_populate_recordset(null::migrations.applied, $1)',
      [JSON.stringify(rows)],
    );
    expect((await get('/readyz')).status).toBe(200);
    const nowhere = openPool({ url: 'postgres://zq_app:x@127.0.0.1:1/none', name: 'test', max: 1, onError: () => {} });
    const options = { adminDist: null, addressOf: () => '', readiness: { stopping: false } };
    const without = createApp({ ...options, services: { ...product.services, tenantPool: nowhere } });
    expect((await without.request('/livez')).status).toBe(200);
    const answer = await without.request('/readyz');
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'unavailable' }]);
    const stopping = createApp({ ...options, services: product.services, readiness: { stopping: true } });
    expect((await stopping.request('/readyz')).status).toBe(503);
  });

  it('a lost database is "not now", not "our fault"', async () => {
    const nowhere = openPool({ url: 'postgres://zq_app:x@127.0.0.1:1/none', name: 'test', max: 1, onError: () => {} });
    const options = { adminDist: null, addressOf: () => '', readiness: { stopping: false } };
    const app = createApp({ ...options, services: { ...product.services, tenantPool: nowhere } });
    const { status, error } = await call(app, 'licences.list', { organisationId }, { cookie });
    expect([status, error?.code]).toEqual([503, 'unavailable']);
  });
});
