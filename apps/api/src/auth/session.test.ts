import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '../testing/people.ts';
import { createTestProduct, type TestProduct } from '../testing/product.ts';

let product: TestProduct;
let user: string;
beforeAll(async () => {
  product = await createTestProduct({ sessionsFollowClock: true });
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  user = await arrange(product.database.admin).user('李小红');
});

const cookiesOf = (setCookie: string) => setCookie.split(';')[0] ?? '';
const find = (cookie: string) => product.services.sessions.find(cookie);
const start = async () => {
  const started = await product.services.sessions.start(user);
  return { ...started, cookie: cookiesOf(started.cookie), setCookie: started.cookie };
};

describe('a session', () => {
  it('is found by its cookie, which only this host gets and no script reads', async () => {
    const { cookie, setCookie } = await start();
    expect(setCookie).toMatch(/^__Host-zq_session=[\w-]{43}; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax; Secure$/);
    expect(await find(cookie)).toMatchObject({ user: { id: user, name: '李小红' }, renewedCookie: null });
  });

  it('leaves no usable token in the database', async () => {
    const { cookie } = await start();
    const token = cookie.split('=')[1] ?? '';
    const { rows } = await product.database.admin.query(`select c::text from authz.credential c`);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const row of rows as { c: string }[]) {
      for (const stolen of row.c.match(/[0-9a-f]{64}/g) ?? [])
        expect(await find(`__Host-zq_session=${stolen}`)).toBeNull();
    }
  });

  it('has a new token each time', async () => {
    expect((await start()).cookie).not.toBe((await start()).cookie);
  });

  it('ends after twelve hours without a request', async () => {
    const { cookie } = await start();
    product.setNow('2026-11-24T21:59:59+08:00');
    const { cookie: idle } = await start();
    product.setNow('2026-11-25T09:59:58+08:00');
    expect(await find(idle)).not.toBeNull();
    expect(await find(cookie)).toBeNull();
  });

  it('is prolonged in the second half of that time, under the same token', async () => {
    const { cookie } = await start();
    product.setNow('2026-11-24T15:59:00+08:00');
    expect((await find(cookie))?.renewedCookie).toBeNull();
    product.setNow('2026-11-24T16:01:00+08:00');
    expect(cookiesOf((await find(cookie))?.renewedCookie ?? '')).toBe(cookie);
    product.setNow('2026-11-25T04:00:00+08:00');
    expect(await find(cookie)).not.toBeNull();
  });

  it('ends after seven days however busy', async () => {
    const { cookie } = await start();
    for (let hours = 8; hours < 7 * 24; hours += 8) {
      product.setNow(new Date(Date.parse('2026-11-24T10:00:00+08:00') + hours * 3_600_000).toISOString());
      expect(await find(cookie)).not.toBeNull();
    }
    product.setNow('2026-12-01T10:00:01+08:00');
    expect(await find(cookie)).toBeNull();
  });

  it('ends when it is signed out, and alone', async () => {
    const [first, second] = [await start(), await start()];
    await product.services.sessions.end(first.credentialHash);
    expect(await find(first.cookie)).toBeNull();
    expect(await find(second.cookie)).not.toBeNull();
    await product.services.sessions.endAll(user);
    expect(await find(second.cookie)).toBeNull();
  });

  it('of a disabled person is none', async () => {
    const { cookie } = await start();
    await product.database.admin.query('update authz.app_user set disabled_at = now() where id = $1', [user]);
    expect(await find(cookie)).toBeNull();
  });

  it.each(['', 'x', 'a'.repeat(10_000), '../../etc', '%00', '你好'])('of the token %j is none', async (token) => {
    expect(await find(`__Host-zq_session=${token}`)).toBeNull();
  });
});

describe('a session of the staff of the platform', () => {
  beforeEach(async () => {
    await product.database.admin.query('insert into authz.operator (user_id) values ($1)', [user]);
  });
  const at = (seconds: number) =>
    product.setNow(new Date(Date.parse('2026-11-24T10:00:00+08:00') + seconds * 1000).toISOString());

  it('ends after thirty minutes without a request', async () => {
    const { cookie } = await start();
    const { cookie: other } = await start();
    at(1_799);
    expect(await find(cookie)).not.toBeNull();
    at(1_800);
    expect(await find(other)).toBeNull();
  });

  it('is prolonged in the second half of that time only, and by no more than that time', async () => {
    const { cookie } = await start();
    at(890);
    expect((await find(cookie))?.renewedCookie).toBeNull();
    at(910);
    expect(cookiesOf((await find(cookie))?.renewedCookie ?? '')).toBe(cookie);
    at(910 + 1_800);
    expect(await find(cookie)).toBeNull();
  });

  it('ends after twelve hours however busy', async () => {
    const { cookie } = await start();
    for (let seconds = 1_200; seconds < 12 * 3_600; seconds += 1_200) {
      at(seconds);
      expect(await find(cookie)).not.toBeNull();
    }
    at(12 * 3_600);
    expect(await find(cookie)).toBeNull();
  });

  it('is as long as that of anybody else once the right was taken back', async () => {
    await product.database.admin.query('update authz.operator set revoked_at = now() where user_id = $1', [user]);
    const { cookie } = await start();
    at(11 * 3_600);
    expect(await find(cookie)).not.toBeNull();
  });
});
