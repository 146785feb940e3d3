import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { expect, it } from 'vitest';
import { ApiScope } from '../auth/api-scopes.ts';
import type { TenantContext } from '../context.ts';
import { publicId } from '../db/ids.ts';
import { createApiKey } from '../features/api-keys/create-api-key.ts';
import type { Operation } from '../rest/operation.ts';
import { licensedCompany } from './licensed-company.ts';
import { ORIGIN, type TestCompany, type TestProduct } from './product.ts';

/** A company with a licence and a key that may do everything there. */
export interface KeyedCompany extends TestCompany {
  companyId: string;
  licenceId: string;
  key: string;
}

/** An answer of the REST interface. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { errors?: { pointer?: string; parameter?: string; detail: string }[] };
}

/** Sends a request as a program would: each POST is an act of its own, unless the headers say otherwise. */
export async function send(
  app: Hono,
  method: string,
  path: string,
  options: { key?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const headers = new Headers(options.headers);
  if (options.key !== undefined) headers.set('authorization', `Bearer ${options.key}`);
  if (method === 'POST' && !headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
  const init: RequestInit = { method, headers };
  if (options.body !== undefined) {
    init.body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  }
  const response = await app.request(new Request(`${ORIGIN}/api/v1${path}`, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
}

/** Makes a key of a company for itself. */
export async function keyFor(
  ctx: TenantContext,
  scopes: readonly ApiScope[] = ApiScope.options,
  level: 'read' | 'write' = 'write',
): Promise<string> {
  const companyId = publicId('organisation', ctx.tenantId);
  return (await createApiKey(ctx, { name: 'ERP', scopes, grants: [{ companyId, level }] })).secret;
}

export async function keyedCompany(product: TestProduct): Promise<KeyedCompany> {
  const company = await licensedCompany(product);
  return { ...company, companyId: publicId('organisation', company.tenantId), key: await keyFor(company.ctx) };
}

/** How an operation is called rightly in a company. */
export interface Sample {
  operation: Operation;
  path: (company: KeyedCompany) => string;
  body?: (company: KeyedCompany) => unknown;
  /** Headers that it needs besides the key. */
  headers?: Record<string, string>;
  /** The same path with another id in the place of the object's. */
  pathTo?: (company: KeyedCompany, id: string) => string;
  /** Id of an object of a company. */
  idIn?: (company: KeyedCompany) => string | Promise<string>;
}

/** Without what differs from answer to answer. */
export function comparable({ status, headers, body }: Answer) {
  const { instance: _i, requestId: _r, ...rest } = body;
  const kept = [...headers].filter(([name]) => !/^(x-request-id|content-length|(x-)?ratelimit.*)$/.test(name));
  return { status, headers: kept, body: rest };
}

/** The refusals that every operation owes its callers. Call it inside a `describe`. */
export function itRefuses(
  product: () => TestProduct,
  two: () => { own: KeyedCompany; other: KeyedCompany },
  sample: Sample,
) {
  const { operation } = sample;
  const method = operation.method.toUpperCase();
  const hasBody = operation.method !== 'get';
  const call = (
    path: string,
    key: string | undefined,
    more: { body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    const body = 'body' in more ? more.body : sample.body?.(two().own);
    const options = { ...(key === undefined ? {} : { key }), ...(body === undefined ? {} : { body }) };
    return send(product().app, method, path, { ...options, headers: { ...sample.headers, ...more.headers } });
  };
  const expectProblem = (answer: Answer, status: number, code: string) => {
    expect(answer.body).toMatchObject({ status, code, type: `/api/v1/problems/${code}` });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
  };

  it('401 without a key, and with one that is none', async () => {
    const path = sample.path(two().own);
    for (const key of [undefined, 'zq_live_no-key', `${two().own.key}0`, two().own.key.replace('live', 'test')]) {
      const answer = await call(path, key);
      expectProblem(answer, 401, 'unauthenticated');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="zhengqi"');
    }
  });

  it('403 without the scope, whatever the id', async () => {
    const others = ApiScope.options.filter((scope) => scope !== operation.scope);
    expectProblem(await call(sample.path(two().own), await keyFor(two().own.ctx, others)), 403, 'forbidden');
  });

  it(hasBody ? '400 for any query parameter' : '400 for an unknown parameter, naming it', async () => {
    const answer = await call(`${sample.path(two().own)}?nonsense=1&api_key=x`, two().own.key);
    expectProblem(answer, 400, 'invalid-input');
    expect(answer.body.errors?.map(({ parameter }) => parameter)).toEqual(['nonsense', 'api_key']);
  });

  if (operation.on === 'company' || sample.pathTo) {
    it('404 for a company that is not open to the key, as for none', async () => {
      const { own, other } = two();
      const nobody = { ...own, companyId: publicId('organisation', randomUUID()) };
      const foreign = await call(sample.path(own), other.key);
      expectProblem(foreign, 404, 'not-found');
      for (const company of [nobody, { ...own, companyId: 'org_1' }])
        expect(comparable(await call(sample.path(company), own.key))).toEqual(comparable(foreign));
    });
  }

  if (sample.idIn && sample.pathTo) {
    it('404 for an object of another company, as for none', async () => {
      const { own, other } = two();
      const foreignId = (await sample.idIn?.(other)) ?? '';
      const answers = [];
      for (const id of [foreignId, `${foreignId.slice(0, 4)}${'0'.repeat(32)}`, 'x'])
        answers.push(comparable(await call(sample.pathTo?.(own, id) ?? '', own.key)));
      expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    });
  }

  if (operation.single) {
    it('304 for who has it already, which does not count against the limit', async () => {
      const first = await call(sample.path(two().own), two().own.key);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"(v\d+-)?[\w-]{22}"$/);
      const again = await call(sample.path(two().own), two().own.key, {
        headers: { 'if-none-match': `W/"x", ${etag}` },
      });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
      expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
      expect((await call(sample.path(two().own), two().own.key, { headers: { 'if-none-match': '"x"' } })).status).toBe(
        200,
      );
    });
  }

  if (!hasBody) return;

  if (operation.method === 'post') {
    it.each(['', 'two words', 'ä', 'x'.repeat(256)])(
      '400 for the Idempotency-Key %j, naming the header',
      async (sent) => {
        const answer = await call(sample.path(two().own), two().own.key, { headers: { 'idempotency-key': sent } });
        expectProblem(answer, 400, 'idempotency-key-missing');
        expect(answer.body.errors).toMatchObject([{ header: 'Idempotency-Key' }]);
      },
    );
  }

  if (operation.ifMatch !== undefined) {
    it('428 without If-Match, 412 for an older state and for what is no ETag', async () => {
      for (const sent of ['', '*']) {
        const answer = await call(sample.path(two().own), two().own.key, { headers: { 'if-match': sent } });
        expectProblem(answer, sent === '' ? 412 : 428, sent === '' ? 'precondition-failed' : 'precondition-required');
      }
      for (const sent of ['"v999"', 'W/"v1"', '"v1", "v2"', 'v1']) {
        const answer = await call(sample.path(two().own), two().own.key, { headers: { 'if-match': sent } });
        expectProblem(answer, 412, 'precondition-failed');
      }
    });
  }

  it('403 when the key may only read the company', async () => {
    expectProblem(
      await call(sample.path(two().own), await keyFor(two().own.ctx, ApiScope.options, 'read')),
      403,
      'forbidden',
    );
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    '415 for %j',
    async (type) => {
      const answer = await call(sample.path(two().own), two().own.key, { headers: { 'content-type': type } });
      expectProblem(answer, 415, 'unsupported-media-type');
    },
  );

  it.each(['', '{', '[]', 'null', '"text"'])('400 for the body %j', async (body) => {
    const answer = await call(sample.path(two().own), two().own.key, { body });
    expectProblem(answer, 400, 'invalid-input');
  });

  it('422 for a field that does not exist, pointing at it', async () => {
    const body = { ...(sample.body?.(two().own) as object), tenantId: two().other.tenantId };
    const answer = await call(sample.path(two().own), two().own.key, { body });
    expectProblem(answer, 422, 'invalid-input');
    expect(answer.body.errors).toEqual([{ pointer: '#/tenantId', detail: '没有这一项。' }]);
  });
}
