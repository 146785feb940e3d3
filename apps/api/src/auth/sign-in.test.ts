import { argon2Sync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, cookieOf, createTestProduct, type TestProduct } from '../testing/product.ts';
import { signIn } from './sign-in.ts';
import { issueSetupToken } from './setup-token.ts';

let product: TestProduct;
let tokens: (string | null)[];
beforeAll(async () => {
  product = await createTestProduct();
  tokens = [await issueSetupToken(product.database.adminUrl), await issueSetupToken(product.database.adminUrl)];
});
afterAll(() => product.drop());

const PASSWORD = 'correct horse battery';
const company = { name: '苏州云桥信息技术有限公司', uscc: null };
const owner = { name: '王小明', email: 'Wang@Example.cn', password: PASSWORD };
const setUp = (input: unknown, headers = {}) => call(product.app, 'session.setUp', input, { mutation: true, headers });
const post = (input: unknown, headers = {}, cookie?: string) =>
  call(product.app, 'session.signIn', input, { mutation: true, headers, ...(cookie ? { cookie } : {}) });
const status = async (cookie?: string, headers = {}) =>
  (await call(product.app, 'session.status', {}, { headers, ...(cookie ? { cookie } : {}) })).data;

describe('first set-up', () => {
  it('is asked for while nobody exists', async () => {
    expect(await status()).toMatchObject({ setUpRequired: true, user: null, organisations: [], today: '2026-11-24' });
  });

  it.each([
    ['a wrong token', { token: 'x'.repeat(43), company, owner }, 'token'],
    ['a weak password', { token: 'x', company, owner: { ...owner, password: '1234567890' } }, 'owner.password'],
    ['no name of the company', { token: 'x', company: { name: ' ', uscc: null }, owner }, 'company.name'],
    ['no e-mail address', { token: 'x', company, owner: { ...owner, email: 'wang' } }, 'owner.email'],
    ['a NUL in a name', { token: 'x', company: { name: 'a\0b', uscc: null }, owner }, 'company.name'],
    ['something it does not know', { token: 'x', company, owner, role: 'admin' }, ''],
  ])('refuses %s and names the place', async (_name, input, path) => {
    const { status: code, error } = await setUp(input);
    expect(code).toBe(400);
    expect(error).toMatchObject({ code: 'invalid-input', fields: [{ path }] });
  });

  it('is refused, with the reason, where the browser would not keep the sign-in', async () => {
    const elsewhere = { host: '192.168.1.20:3000', origin: 'http://192.168.1.20:3000' };
    expect(await status(undefined, elsewhere)).toMatchObject({
      signIn: { allowed: false, reason: { en: /https/ as never } },
    } as never);
    expect((await setUp({ token: tokens[0], company, owner }, elsewhere)).error?.code).toBe('insecure-origin');
  });

  it('of two at once makes one company and one owner, with an earlier token too, and signs in', async () => {
    const both = await Promise.all([
      setUp({ token: tokens[0], company, owner, language: 'en' }),
      setUp({ token: tokens[1], company, owner, language: 'en' }),
    ]);
    expect(both.map((answer) => answer.status).sort((x, y) => x - y)).toEqual([200, 409]);
    const done = both.find((answer) => answer.status === 200);
    const { data, headers } = done ?? both[0];
    const { organisationId } = data as { organisationId: string };
    expect(await status(cookieOf(headers))).toMatchObject({
      setUpRequired: false,
      user: { name: '王小明', email: 'Wang@Example.cn' },
      organisations: [{ id: organisationId, name: company.name, role: 'owner', level: 'write', kind: 'company' }],
    });
    const { rows } = await product.database.admin.query('select count(*)::int as n from authz.org');
    expect(rows[0].n).toBe(1);
  });

  it('sends the owner the mail that proves the address, in the language of the screen', async () => {
    const { rows } = await product.database.admin.query('select to_address, template, language from authz.mail');
    expect(rows).toEqual([{ to_address: 'Wang@Example.cn', template: 'verify-email', language: 'en' }]);
  });

  it('is closed afterwards: no token, no second owner', async () => {
    expect(await issueSetupToken(product.database.adminUrl)).toBeNull();
    expect((await setUp({ token: tokens[1], company, owner })).error?.code).toBe('set-up-closed');
  });
});

describe('sign-in', () => {
  it('works with the address in any spelling, and gives a new session', async () => {
    const first = await post({ email: 'wang@example.CN', password: PASSWORD });
    expect(first.status).toBe(200);
    const second = await post({ email: 'ｗang@example.cn', password: PASSWORD }, {}, cookieOf(first.headers));
    expect(cookieOf(second.headers)).not.toBe(cookieOf(first.headers));
    expect(await status(cookieOf(second.headers))).toMatchObject({ user: { name: '王小明' } });
    // The one before is over: a planted session does not live on beside the new one.
    expect(await status(cookieOf(first.headers))).toMatchObject({ user: null });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await post({ email: 'wang@example.cn', password: 'wrong' });
    const unknown = await post({ email: 'nobody@example.cn', password: 'wrong' });
    const shown = ({ status: code, error }: typeof wrong) => ({ code, error: { ...error, requestId: '' } });
    expect(wrong.status).toBe(401);
    expect(shown(unknown)).toEqual(shown(wrong));
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('of another page is refused', async () => {
    const answer = await post({ email: 'wang@example.cn', password: PASSWORD }, { origin: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 403, error: { code: 'forbidden' } });
  });

  it('is refused, with the reason, over plain http from another host', async () => {
    const answer = await post(
      { email: 'wang@example.cn', password: PASSWORD },
      { host: '10.0.0.5', origin: 'http://10.0.0.5' },
    );
    expect(answer).toMatchObject({ status: 412, error: { code: 'insecure-origin' } });
  });

  it('ends with signing out, in the database and in the browser', async () => {
    const cookie = cookieOf((await post({ email: 'wang@example.cn', password: PASSWORD })).headers);
    const out = await call(product.app, 'session.signOut', {}, { mutation: true, cookie });
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-zq_session=; .*Max-Age=0/);
    expect(await status(cookie)).toMatchObject({ user: null });
  });

  it('renews a hash of older costs', async () => {
    const salt = Buffer.alloc(16, 7);
    const cost = { memory: 12_288, passes: 3, parallelism: 1 };
    const tag = argon2Sync('argon2id', { message: PASSWORD, nonce: salt, tagLength: 32, ...cost });
    const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const older = `$argon2id$v=19$m=12288,t=3,p=1$${plain(salt)}$${plain(tag)}`;
    await product.database.admin.query('update authz.app_user set password_hash = $1', [older]);
    expect((await post({ email: 'wang@example.cn', password: 'wrong' })).status).toBe(401);
    expect((await post({ email: 'wang@example.cn', password: PASSWORD })).status).toBe(200);
    const { rows } = await product.database.admin.query('select password_hash as hash from authz.app_user');
    expect(rows[0].hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await post({ email: 'wang@example.cn', password: PASSWORD })).status).toBe(200);
  });
});

describe('guessing', () => {
  it('is stopped after ten tries from one place, counted over all processes, and goes on later', async () => {
    const other = { ...product.services, authPool: product.database.poolFor('zq_auth', 2) };
    const origin = { method: 'POST', host: 'localhost:3000', origin: null, secFetchSite: null, hasCookie: false };
    const attempt = (services: typeof other, address: string, password = 'wrong') =>
      signIn(
        { services, requestId: 'r', origin, address, session: null, setCookie: () => {} },
        { email: 'guess@example.cn', password },
      ).then(
        () => 'in',
        (error: { code: string; retryAfterSeconds?: number }) => error.code,
      );
    for (let i = 0; i < 5; i += 1) {
      expect(await attempt(product.services, '203.0.113.9')).toBe('unauthenticated');
      expect(await attempt(other, '203.0.113.9')).toBe('unauthenticated');
    }
    expect(await attempt(other, '203.0.113.9')).toBe('too-many-attempts');
    // Somebody else is not locked out by that.
    expect(await attempt(product.services, '203.0.113.10')).toBe('unauthenticated');
    product.setNow('2026-11-24T10:15:01+08:00');
    expect(await attempt(product.services, '203.0.113.9')).toBe('unauthenticated');
  });

  it('leaves no address and no account in the table of attempts', async () => {
    const { rows } = await product.database.admin.query('select a::text from authz.attempt a');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/guess|203\.0/);
  });
});

it('no password, token or address is ever logged', () => {
  const log = product.log();
  expect(log).toContain('call refused');
  for (const secret of [PASSWORD, 'wrong', 'example.cn', '王小明', tokens[0] ?? '', '__Host-'])
    expect(log).not.toContain(secret);
});
