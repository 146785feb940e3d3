import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieNamed, PASSWORD, type SigningPerson, signInAs } from '../testing/sign-in.ts';
import { call, createTestProduct, type TestProduct } from '../testing/product.ts';

let product: TestProduct;
let now: number;
beforeAll(async () => {
  product = await createTestProduct();
  now = product.services.clock().getTime();
});
afterAll(() => product.drop());

const later = (seconds: number) => {
  now += seconds * 1000;
  product.setNow(new Date(now).toISOString());
};
const post = (name: string, input: unknown, cookie?: string) =>
  call(product.app, name, input, { mutation: true, ...(cookie === undefined ? {} : { cookie }) });
const get = async (name: string, cookie: string) => (await call(product.app, name, {}, { cookie })).data;
const person = () => signInAs(product, 'company', 'member');
const NEW_PASSWORD = 'staple battery horse';
const CHROME = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0 Safari/537.36' };
const session = async (somebody: SigningPerson, headers = {}) =>
  cookieNamed((await somebody.signIn(PASSWORD, headers)).headers, 'session') ?? '';
const isIn = async (cookie: string) => ((await get('session.status', cookie)) as { user: unknown }).user !== null;

describe('one’s own sessions', () => {
  it('are listed with what their owner knows them by, and nothing that opens them', async () => {
    const somebody = await person();
    const [phone, here] = [await session(somebody), await session(somebody, CHROME)];
    const { items } = (await get('security.sessions', here)) as { items: Record<string, unknown>[] };
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ device: 'Chrome · Windows', current: true, secondFactor: false });
    expect(items[1]).toMatchObject({ device: null, current: false });
    for (const cookie of [phone, here]) expect(JSON.stringify(items)).not.toContain(cookie.split('=')[1]);
    expect(JSON.stringify(items)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('end one by one, from the next request on', async () => {
    const somebody = await person();
    const [phone, here] = [await session(somebody), await session(somebody)];
    const { items } = (await get('security.sessions', here)) as { items: { id: string; current: boolean }[] };
    const other = items.find(({ current }) => !current)?.id;
    expect((await post('security.endSession', { sessionId: other }, here)).status).toBe(200);
    expect([await isIn(phone), await isIn(here)]).toEqual([false, true]);
  });

  it('of others cannot be ended: the answer is the one for sessions that never were', async () => {
    const [mine, theirs] = [await session(await person()), await session(await person())];
    const { items } = (await get('security.sessions', theirs)) as { items: { id: string }[] };
    const foreign = await post('security.endSession', { sessionId: items[0]?.id }, mine);
    const missing = await post('security.endSession', { sessionId: `ses_${'0'.repeat(32)}` }, mine);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.error, requestId: '' }).toEqual({ ...missing.error, requestId: '' });
    expect(await isIn(theirs)).toBe(true);
  });

  it('end all but this one', async () => {
    const somebody = await person();
    const [phone, here, stranger] = [await session(somebody), await session(somebody), await session(await person())];
    expect((await post('security.endOtherSessions', {}, here)).data).toEqual({ ended: 1 });
    expect([await isIn(phone), await isIn(here), await isIn(stranger)]).toEqual([false, true, true]);
  });
});

describe('a change of the password', () => {
  it('needs the current one and a good new one, and names the place', async () => {
    const cookie = await session(await person());
    const change = (currentPassword: string, newPassword: string) =>
      post('security.changePassword', { currentPassword, newPassword }, cookie);
    expect((await change('wrong', NEW_PASSWORD)).error?.fields).toMatchObject([{ path: 'currentPassword' }]);
    expect((await change(PASSWORD, '1234567890')).error?.fields).toMatchObject([{ path: 'newPassword' }]);
    expect((await change(PASSWORD, PASSWORD)).error?.fields).toMatchObject([{ path: 'newPassword' }]);
  });

  it('ends every session, this one goes on under a new token, and the owner is told', async () => {
    const somebody = await person();
    const [phone, here] = [await session(somebody), await session(somebody)];
    const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    const answer = await post('security.changePassword', input, here);
    expect([await isIn(phone), await isIn(here)]).toEqual([false, false]);
    expect(await isIn(cookieNamed(answer.headers, 'session') ?? '')).toBe(true);
    expect((await somebody.signIn()).status).toBe(401);
    expect((await somebody.signIn(NEW_PASSWORD)).status).toBe(200);
    expect(await mails(somebody.email)).toMatchObject([
      { template: 'security-notice', data: { change: 'password-changed' } },
    ]);
  });

  it('cannot be used to guess the password', async () => {
    const cookie = await session(await person());
    const guess = () => post('security.changePassword', { currentPassword: 'x', newPassword: NEW_PASSWORD }, cookie);
    for (let i = 0; i < 10; i += 1) expect((await guess()).status).toBe(400);
    expect((await guess()).status).toBe(429);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => post('security.requestPasswordReset', { email });
  const reset = (token: string, newPassword = NEW_PASSWORD) => post('security.resetPassword', { token, newPassword });
  const tokenFor = async (somebody: SigningPerson) => {
    await ask(somebody.email);
    const [mail] = await mails(somebody.email);
    return String(mail?.data['token']);
  };

  it('is answered alike whether or not anybody has the address', async () => {
    const known = await ask((await person()).email);
    const unknown = await ask('nobody@example.cn');
    expect([unknown.status, unknown.data]).toEqual([known.status, known.data]);
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
    expect(await mails('nobody@example.cn')).toEqual([]);
  });

  it('is replaced once by the link, which signs nobody in and ends every session', async () => {
    const somebody = await person();
    const before = await session(somebody);
    const token = await tokenFor(somebody);
    const answer = await reset(token);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await isIn(before)).toBe(false);
    expect((await somebody.signIn()).status).toBe(401);
    expect((await somebody.signIn(NEW_PASSWORD)).status).toBe(200);
    expect((await reset(token)).error?.fields).toMatchObject([{ path: 'token' }]);
    expect(await mails(somebody.email)).toMatchObject([
      { template: 'password-reset' },
      { template: 'security-notice' },
    ]);
  });

  it('does not let two at once use one link', async () => {
    const token = await tokenFor(await person());
    const both = await Promise.all([reset(token), reset(token, 'another long password')]);
    expect(both.map(({ status }) => status).sort((x, y) => x - y)).toEqual([200, 400]);
  });

  it('stays when the new one is weak, so that the link can be used again', async () => {
    const token = await tokenFor(await person());
    expect((await reset(token, '1234567890')).error?.fields).toMatchObject([{ path: 'newPassword' }]);
    expect((await reset(token)).status).toBe(200);
  });

  it('leaves a link of thirty minutes, and no usable token in the table', async () => {
    const token = await tokenFor(await person());
    const { rows } = await product.database.admin.query('select r::text from authz.password_reset r');
    expect(JSON.stringify(rows)).not.toContain(token);
    later(30 * 60 + 1);
    expect((await reset(token)).error?.fields).toMatchObject([{ path: 'token' }]);
  });

  it('does not pass the second factor by', async () => {
    const somebody = await signInAs(product, 'consultancy', 'member');
    expect((await reset(await tokenFor(somebody))).status).toBe(200);
    expect((await somebody.signIn(NEW_PASSWORD)).data).toMatchObject({ secondFactor: 'enrol' });
  });

  it('fills nobody’s mailbox: five mails an hour, and the same limit where nobody is', async () => {
    for (const email of [(await person()).email, 'nobody-else@example.cn']) {
      for (let i = 0; i < 5; i += 1) expect((await ask(email)).status).toBe(200);
      expect((await ask(email)).status).toBe(429);
      later(15 * 60);
    }
  });
});

it('no password, token or address of all this is ever logged', () => {
  for (const secret of [PASSWORD, NEW_PASSWORD, 'example.cn']) expect(product.log()).not.toContain(secret);
});

async function mails(to: string): Promise<{ template: string; data: Record<string, unknown> }[]> {
  const { rows } = await product.database.admin.query(
    'select template, data from authz.mail where to_address = $1 order by created_at',
    [to],
  );
  return rows as { template: string; data: Record<string, unknown> }[];
}
