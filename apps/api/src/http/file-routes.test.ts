import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../db/ids.ts';
import { PDF, PNG } from '../testing/files.ts';
import { createTestProduct, ORIGIN, type TestCompany, type TestProduct } from '../testing/product.ts';

let product: TestProduct;
let company: TestCompany;
let cookie: string;
let organisationId: string;
beforeAll(async () => {
  product = await createTestProduct();
  company = await product.company();
  organisationId = publicId('organisation', company.tenantId);
  cookie = (await product.services.sessions.start(company.userId)).cookie.split(';')[0] ?? '';
});
afterAll(() => product.drop());

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream | FormData;

const post = async (body: Body, headers: Record<string, string>, query = '') => {
  const own = { host: 'localhost:3000', origin: ORIGIN, cookie };
  const init = { method: 'POST', headers: { ...own, ...headers }, body, duplex: 'half' };
  const address = `${ORIGIN}/api/files?organisationId=${organisationId}${query}`;
  const response = await product.app.request(new Request(address, init as RequestInit));
  const answer = (await response.json()) as Record<string, never> & { error?: { data: { app: { code: string } } } };
  return { status: response.status, answer, code: answer.error?.data.app.code };
};
const bare = (body: Body, name = 'a.pdf') =>
  post(body, { 'content-type': 'application/octet-stream' }, `&name=${encodeURIComponent(name)}`);
const form = (parts: [string, Blob | string, string?][]) => {
  const data = new FormData();
  for (const [key, value, name] of parts) {
    if (typeof value === 'string') data.append(key, value);
    else data.append(key, value, name);
  }
  return post(data, {});
};
const stored = async () =>
  Number((await product.database.admin.query('select count(*) as n from app.stored_file')).rows[0]?.n);

describe('an upload', () => {
  it('is taken bare or as a form, and comes back the same', async () => {
    for (const { status, answer } of [
      await bare(new Uint8Array(PDF), '年报回执.pdf'),
      await form([['file', new Blob([new Uint8Array(PDF)]), '年报回执.pdf']]),
    ]) {
      expect(status).toBe(201);
      expect(answer).toMatchObject({ name: '年报回执.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length });
      const address = `${ORIGIN}/api/files/${answer.fileId}?organisationId=${organisationId}`;
      const response = await product.app.request(new Request(address, { headers: { host: 'localhost:3000', cookie } }));
      expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('年报回执.pdf')}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  it('that lies about its type is refused and leaves nothing', async () => {
    const before = await stored();
    const html = '<!doctype html><script>alert(1)</script>';
    for (const answer of [
      await bare(new Uint8Array(PNG)),
      await bare(html),
      await bare(new Uint8Array(PDF), 'a.html'),
      await bare(''),
      await form([['file', new Blob([html], { type: 'application/pdf' }), 'a.pdf']]),
    ])
      expect(answer).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    expect(await stored()).toBe(before);
  });

  it('without its length is counted as it comes, and is not read on when it is over 20 MB', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(97));
      },
    });
    expect(await bare(endless, 'a.txt')).toMatchObject({ status: 413, code: 'payload-too-large' });
    expect(sent).toBeLessThan(24 * 1024 * 1024);
    const whole = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(PDF.subarray(0, 20)));
        controller.enqueue(new Uint8Array(PDF.subarray(20)));
        controller.close();
      },
    });
    expect((await bare(whole)).status).toBe(201);
  });

  it('of 21 MB is refused, whatever length it claims', async () => {
    const large = new Uint8Array(21 * 1024 * 1024).fill(97);
    expect(await bare(large, 'a.txt')).toMatchObject({ status: 413 });
    const lying = await post(
      large,
      { 'content-type': 'application/octet-stream', 'content-length': '10' },
      '&name=a.txt',
    );
    expect(lying.status).toBe(413);
    expect(await form([['file', new Blob([large]), 'a.txt']])).toMatchObject({ status: 413 });
  });

  it('is one file: no other part, no JSON, no nameless bytes', async () => {
    const file = new Blob([new Uint8Array(PDF)]);
    expect(
      await form([
        ['file', file, 'a.pdf'],
        ['file', file, 'b.pdf'],
      ]),
    ).toMatchObject({ status: 400 });
    expect(
      await form([
        ['file', file, 'a.pdf'],
        ['organisationId', 'org_x'],
      ]),
    ).toMatchObject({ status: 400 });
    expect(await form([['document', file, 'a.pdf']])).toMatchObject({ status: 400 });
    expect(await form([['file', 'text']])).toMatchObject({ status: 400 });
    expect(await post('{}', { 'content-type': 'application/json' })).toMatchObject({ status: 415 });
    expect(await post('x', { 'content-type': 'multipart/form-data' })).toMatchObject({ status: 400 });
    expect(await post('x', { 'content-type': 'application/octet-stream' })).toMatchObject({ status: 400 });
  });

  it('from another site, or without a session, is refused before anything is read', async () => {
    const untouched = () =>
      new ReadableStream(
        {
          pull() {
            throw new Error('was read');
          },
        },
        { highWaterMark: 0 },
      );
    const type = { 'content-type': 'application/octet-stream' };
    expect(await post(untouched(), { ...type, origin: 'https://evil.example' }, '&name=a.pdf')).toMatchObject({
      status: 403,
    });
    expect(await post(untouched(), { ...type, cookie: '__Host-zq_session=x' }, '&name=a.pdf')).toMatchObject({
      status: 401,
    });
    const viewer = await product.services.sessions.start((await product.company()).userId);
    const other = { ...type, cookie: viewer.cookie.split(';')[0] ?? '' };
    expect(await post(untouched(), other, '&name=a.pdf')).toMatchObject({ status: 404 });
  });

  it('many at once are asked to come again instead of filling the memory', async () => {
    const waiting = Array.from({ length: 10 }, () => {
      let end = () => {};
      const stream = new ReadableStream({
        start(controller) {
          end = () => {
            controller.enqueue(new Uint8Array(PDF));
            controller.close();
          };
        },
      });
      return { answer: bare(stream), end: () => end() };
    });
    const settled: number[] = [];
    for (const { answer } of waiting) void answer.then(({ status }) => settled.push(status));
    await expect.poll(() => settled).toEqual([503, 503, 503, 503]);
    for (const { end } of waiting) end();
    const all = await Promise.all(waiting.map(({ answer }) => answer));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(6);
  });
});
