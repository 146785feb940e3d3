import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../app.ts';
import { type Departure, TestAuthenticator } from '../../testing/authenticator.ts';
import { call, createTestProduct, type TestProduct } from '../../testing/product.ts';
import { cookieNamed, PASSWORD, signInAs } from '../../testing/sign-in.ts';

let product: TestProduct;
let now: number;
beforeAll(async () => {
  product = await createTestProduct({ sessionsFollowClock: true });
  now = product.services.clock().getTime();
});
afterAll(() => product.drop());

const later = (seconds: number) => {
  now += seconds * 1000;
  product.setNow(new Date(now).toISOString());
};
const post = async (name: string, input: unknown, cookie?: string, headers: Record<string, string> = {}) => {
  // What is limited is not what these tests are about.
  await product.database.admin.query('delete from authz.attempt');
  return call(product.app, name, input, { mutation: true, headers, ...(cookie === undefined ? {} : { cookie }) });
};
interface Overview {
  passkeys: { id: string; name: string; lastUsedAt: string | null }[];
  secondFactor: { enrolled: boolean; recoveryCodesLeft: number };
}
const overview = async (cookie: string) =>
  (await call(product.app, 'security.overview', {}, { cookie })).data as Overview;
const isIn = async (cookie: string) =>
  ((await call(product.app, 'session.status', {}, { cookie })).data as { user: unknown }).user !== null;

interface Options {
  challenge: string;
  rpId: string;
  allowCredentials: { id: string }[];
  user: { id: string };
}
const options = async (name: string, input: unknown, cookie?: string) =>
  (await post(name, input, cookie)).data as Options;
const toSignIn = () => options('session.askForPasskey', { purpose: 'sign-in' });
const signIn = (passkey: unknown) => post('session.signInWithPasskey', { passkey });

/** Somebody who has just added a passkey. */
async function withPasskey(kind: 'company' | 'consultancy' = 'company', role = 'member') {
  const somebody = await signInAs(product, kind, role);
  const before = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
  const authenticator = new TestAuthenticator();
  const passkey = authenticator.make(await options('security.beginPasskey', {}, before));
  const added = await post('security.addPasskey', { name: '我的手机', passkey }, before);
  const cookie = cookieNamed(added.headers, 'session') ?? '';
  const { recoveryCodes } = added.data as { recoveryCodes: string[] | null };
  return { ...somebody, authenticator, before, cookie, recoveryCodes };
}
const pendingOf = async (somebody: { signIn: () => ReturnType<typeof call> }) =>
  cookieNamed((await somebody.signIn()).headers, 'sign_in') ?? '';

describe('adding a passkey', () => {
  it('gives recovery codes with the first second factor, ends every session of before and tells by mail', async () => {
    const somebody = await withPasskey();
    expect(somebody.recoveryCodes).toHaveLength(10);
    expect([await isIn(somebody.before), await isIn(somebody.cookie)]).toEqual([false, true]);
    const { passkeys, secondFactor } = await overview(somebody.cookie);
    expect(passkeys).toMatchObject([{ name: '我的手机', lastUsedAt: null }]);
    expect(secondFactor).toMatchObject({ enrolled: true, recoveryCodesLeft: 10 });
    const { rows } = await product.database.admin.query('select data from authz.mail where to_address = $1', [
      somebody.email,
    ]);
    expect(rows).toEqual([{ data: { change: 'passkey-added' } }]);
    const second = new TestAuthenticator().make(await options('security.beginPasskey', {}, somebody.cookie));
    const more = await post('security.addPasskey', { name: '钥匙', passkey: second }, somebody.cookie);
    expect(more.data).toEqual({ recoveryCodes: null });
  });

  const refusedVectors: [string, Departure][] = [
    ['made on the page of another site', { origin: 'http://localhost.evil.example:3000' }],
    ['made for another host name', { rpId: 'evil.example' }],
    ['made without verifying the person', { unverified: true }],
    ['that is the use of one', { type: 'webauthn.get' }],
  ];
  it.each(refusedVectors)('refuses one %s', async (_what, departure) => {
    const somebody = await signInAs(product, 'company', 'member');
    const cookie = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
    const passkey = new TestAuthenticator().make(await options('security.beginPasskey', {}, cookie), departure);
    const answer = await post('security.addPasskey', { name: 'x', passkey }, cookie);
    expect(answer.error).toMatchObject({ code: 'invalid-input', fields: [{ path: 'passkey' }] });
    expect((await overview(cookie)).passkeys).toEqual([]);
  });

  it('refuses a challenge that was used, is over, is for something else or was given to somebody else', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const add = async (challenge: Options, cookie = mine.cookie) => {
      const passkey = new TestAuthenticator().make(challenge);
      return { passkey, answer: await post('security.addPasskey', { name: 'x', passkey }, cookie) };
    };
    expect((await add(await options('security.beginPasskey', {}, theirs.cookie))).answer.status).toBe(400);
    const proof = await options('security.askForPasskeyProof', {}, mine.cookie);
    expect((await add({ ...proof, user: { id: 'AA' } })).answer.status).toBe(400);
    expect((await add({ ...proof, challenge: 'A'.repeat(43), user: { id: 'AA' } })).answer.status).toBe(400);
    const old = await options('security.beginPasskey', {}, mine.cookie);
    later(301);
    expect((await add(old)).answer.status).toBe(400);
    const { passkey, answer } = await add(await options('security.beginPasskey', {}, mine.cookie));
    expect(answer.status).toBe(200);
    const cookie = cookieNamed(answer.headers, 'session') ?? '';
    expect((await post('security.addPasskey', { name: 'x', passkey }, cookie)).status).toBe(400);
  });

  it('refuses one that another account has', async () => {
    const theirs = await withPasskey();
    const mine = await withPasskey();
    const passkey = theirs.authenticator.make(await options('security.beginPasskey', {}, mine.cookie));
    expect((await post('security.addPasskey', { name: 'x', passkey }, mine.cookie)).error?.code).toBe('conflict');
  });

  it('wants a fresh proof', async () => {
    const { cookie } = await withPasskey();
    later(601);
    expect((await post('security.beginPasskey', {}, cookie)).error?.code).toBe('step-up-required');
  });
});

describe('signing in by passkey alone', () => {
  it('is both factors, also for those who must have two, and names nobody before', async () => {
    const consultant = await signInAs(product, 'consultancy', 'owner');
    const somebody = await withPasskey('company', 'owner');
    await product.database.admin.query(
      `insert into authz.membership (user_id, org_id, role)
       select $1, org_id, 'member' from authz.membership where user_id = $2`,
      [somebody.userId, consultant.userId],
    );
    const asked = await toSignIn();
    expect(asked).toMatchObject({ rpId: 'localhost', allowCredentials: [], userVerification: 'required' });
    const answer = await signIn(somebody.authenticator.use(asked));
    const cookie = cookieNamed(answer.headers, 'session') ?? '';
    expect((await call(product.app, 'session.status', {}, { cookie })).data).toMatchObject({
      user: { email: somebody.email },
      secondFactor: { enrolled: true, required: true },
    });
    expect((await overview(cookie)).passkeys[0]?.lastUsedAt).not.toBeNull();
  });

  const refusedVectors: [string, Departure][] = [
    ['on the page of another site', { origin: 'https://zhengqi.evil.example' }],
    ['on another port of this host', { origin: 'http://localhost:4000' }],
    ['for another host name', { rpId: 'evil.example' }],
    ['without verifying the person', { unverified: true }],
    ['with a count that goes back', { counter: 0 }],
    ['inside of somebody else’s page', { crossOrigin: true }],
    ['for another person', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['that is the making of one', { type: 'webauthn.create' }],
  ];
  it.each(refusedVectors)('refuses a use %s, in the words for a passkey that never was', async (_what, departure) => {
    const { authenticator } = await withPasskey();
    expect((await signIn(authenticator.use(await toSignIn()))).status).toBe(200);
    const wrong = await signIn(authenticator.use(await toSignIn(), departure));
    const unknown = await signIn(new TestAuthenticator().use(await toSignIn()));
    const { requestId: _, ...words } = wrong.error as { requestId?: string };
    expect(wrong.status).toBe(401);
    expect(unknown.error).toMatchObject(words);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('refuses the same use again, and of two at the same time takes one', async () => {
    const { authenticator } = await withPasskey();
    const use = authenticator.use(await toSignIn());
    const both = await Promise.all([signIn(use), signIn(use)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401]);
    expect((await signIn(use)).status).toBe(401);
  });

  it('refuses a signature that was changed, and the key of another', async () => {
    const { authenticator } = await withPasskey();
    const good = authenticator.use(await toSignIn());
    const other = new TestAuthenticator().use(await toSignIn());
    expect(
      (await signIn({ ...good, response: { ...good.response, signature: other.response.signature } })).status,
    ).toBe(401);
    const borrowed = { ...other, id: good.id, rawId: good.rawId };
    expect((await signIn(borrowed)).status).toBe(401);
  });

  it('refuses a challenge that is over, one that was for something else, and one we never gave', async () => {
    const somebody = await withPasskey();
    const { authenticator } = somebody;
    const old = await toSignIn();
    later(301);
    expect((await signIn(authenticator.use(old))).status).toBe(401);
    const forFactor = await options('session.askForPasskey', { purpose: 'second-factor' }, await pendingOf(somebody));
    expect((await signIn(authenticator.use(forFactor))).status).toBe(401);
    expect((await signIn(authenticator.use({ challenge: 'A'.repeat(43) }))).status).toBe(401);
    expect((await signIn(authenticator.use(await toSignIn()))).status).toBe(200);
  });

  it('takes the challenge of one process in another', async () => {
    const { authenticator } = await withPasskey();
    const second = createApp({
      services: product.services,
      readiness: { stopping: false },
      adminDist: null,
      addressOf: () => '127.0.0.2',
    });
    const passkey = authenticator.use(await toSignIn());
    expect((await call(second, 'session.signInWithPasskey', { passkey }, { mutation: true })).status).toBe(200);
  });

  it('is closed to the disabled, and under a number in the place of a name', async () => {
    const { authenticator, userId } = await withPasskey();
    await product.database.admin.query('update authz.app_user set disabled_at = now() where id = $1', [userId]);
    expect((await signIn(authenticator.use(await toSignIn()))).status).toBe(401);
    const headers = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
    const asked = await post('session.askForPasskey', { purpose: 'sign-in' }, undefined, headers);
    expect(asked.error?.code).toBe('insecure-origin');
  });

  it('is limited for one address, in asking as in using', async () => {
    const asks = Array.from({ length: 301 }, () => ['session.askForPasskey', { purpose: 'sign-in' }] as const);
    await product.database.admin.query('delete from authz.attempt');
    const answers = await Promise.all(asks.map(([name, input]) => call(product.app, name, input, { mutation: true })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('keeps no challenge that could be read out of the database', async () => {
    const { challenge } = await toSignIn();
    const { rows } = await product.database.admin.query('select c::text from authz.passkey_challenge c');
    const stored = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    expect(stored).not.toContain(challenge);
    expect(stored).not.toContain(Buffer.from(challenge, 'base64url').toString('hex'));
  });
});

describe('a passkey after the password', () => {
  it('is asked for and does as the second factor, for the one whose password it was', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const pending = await pendingOf(mine);
    const status = await call(product.app, 'session.status', {}, { cookie: pending });
    expect(status.data).toMatchObject({ signInStep: 'second-factor', signInWith: { app: false, passkey: true } });
    const asked = await options('session.askForPasskey', { purpose: 'second-factor' }, pending);
    expect(asked.allowCredentials).toMatchObject([{ id: mine.authenticator.id.toString('base64url') }]);
    const foreign = { passkey: theirs.authenticator.use(asked) };
    expect((await post('session.secondFactor', foreign, pending)).error?.fields[0]?.path).toBe('passkey');
    const again = await options('session.askForPasskey', { purpose: 'second-factor' }, pending);
    const answer = await post('session.secondFactor', { passkey: mine.authenticator.use(again) }, pending);
    expect(await isIn(cookieNamed(answer.headers, 'session') ?? '')).toBe(true);
  });

  it('cannot be left out: the password alone opens nothing, a recovery code does', async () => {
    const somebody = await withPasskey();
    const pending = await pendingOf(somebody);
    expect((await post('session.secondFactor', {}, pending)).error?.fields[0]?.path).toBe('code');
    const answer = await post('session.secondFactor', { code: somebody.recoveryCodes?.[0] }, pending);
    expect(answer.data).toEqual({ ok: true, recoveryCodesLeft: 9 });
  });

  it('of one sign-in does not do for another', async () => {
    const somebody = await withPasskey();
    const [one, two] = [await pendingOf(somebody), await pendingOf(somebody)];
    const asked = await options('session.askForPasskey', { purpose: 'second-factor' }, one);
    expect((await post('session.secondFactor', { passkey: somebody.authenticator.use(asked) }, two)).status).toBe(400);
    expect((await post('session.askForPasskey', { purpose: 'second-factor' })).status).toBe(401);
  });
});

describe('a passkey as proof in a session', () => {
  it('opens what is dangerous, in that session; the password does not any more', async () => {
    const somebody = await withPasskey();
    const other = cookieNamed((await signIn(somebody.authenticator.use(await toSignIn()))).headers, 'session') ?? '';
    later(601);
    expect((await post('security.stepUp', { password: PASSWORD }, somebody.cookie)).status).toBe(400);
    const asked = await options('security.askForPasskeyProof', {}, somebody.cookie);
    const passkey = somebody.authenticator.use(asked);
    expect((await post('security.stepUp', { passkey }, other)).status).toBe(400);
    const again = await options('security.askForPasskeyProof', {}, somebody.cookie);
    const proven = await post('security.stepUp', { passkey: somebody.authenticator.use(again) }, somebody.cookie);
    expect(proven.status).toBe(200);
    expect((await post('security.newRecoveryCodes', {}, somebody.cookie)).status).toBe(200);
    expect((await post('security.newRecoveryCodes', {}, other)).error?.code).toBe('step-up-required');
  });
});

describe('one’s passkeys', () => {
  const remove = (passkeyId: string | undefined, cookie: string) =>
    post('security.removePasskey', { passkeyId }, cookie);

  it('can be renamed and removed; a removed one opens nothing and every other session is over', async () => {
    const somebody = await withPasskey();
    const [{ id } = { id: '' }] = (await overview(somebody.cookie)).passkeys;
    expect((await post('security.renamePasskey', { passkeyId: id, name: '旧手机' }, somebody.cookie)).status).toBe(200);
    expect((await overview(somebody.cookie)).passkeys).toMatchObject([{ name: '旧手机' }]);
    const other = cookieNamed((await signIn(somebody.authenticator.use(await toSignIn()))).headers, 'session') ?? '';
    const removed = await remove(id, somebody.cookie);
    const cookie = cookieNamed(removed.headers, 'session') ?? '';
    expect([await isIn(other), await isIn(somebody.cookie), await isIn(cookie)]).toEqual([false, false, true]);
    expect(await overview(cookie)).toMatchObject({
      passkeys: [],
      secondFactor: { enrolled: false, recoveryCodesLeft: 0 },
    });
    expect((await signIn(somebody.authenticator.use(await toSignIn()))).status).toBe(401);
    expect((await somebody.signIn()).data).toMatchObject({ secondFactor: 'none' });
  });

  it('of others cannot be touched: the answer is the one for those that never were', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const [{ id } = { id: '' }] = (await overview(theirs.cookie)).passkeys;
    const missing = `pky_${'0'.repeat(32)}`;
    for (const name of ['security.renamePasskey', 'security.removePasskey']) {
      const about = name.endsWith('renamePasskey') ? { name: 'x' } : {};
      const [foreign, none] = [
        await post(name, { passkeyId: id, ...about }, mine.cookie),
        await post(name, { passkeyId: missing, ...about }, mine.cookie),
      ];
      expect(foreign.error?.code).toBe('not-found');
      expect({ ...foreign.error, requestId: '' }).toEqual({ ...none.error, requestId: '' });
    }
    expect((await overview(theirs.cookie)).passkeys).toMatchObject([{ id, name: '我的手机' }]);
  });

  it('may not all go where a second factor is a must', async () => {
    const owner = await withPasskey('company', 'owner');
    const [{ id } = { id: '' }] = (await overview(owner.cookie)).passkeys;
    expect((await remove(id, owner.cookie)).error?.code).toBe('conflict');
    const second = new TestAuthenticator().make(await options('security.beginPasskey', {}, owner.cookie));
    const added = await post('security.addPasskey', { name: '钥匙', passkey: second }, owner.cookie);
    expect((await remove(id, cookieNamed(added.headers, 'session') ?? '')).status).toBe(200);
  });
});
