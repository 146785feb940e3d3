import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrange } from '../testing/people.ts';
import { cookieNamed, signInAs } from '../testing/sign-in.ts';
import { call, createTestProduct, type TestProduct } from '../testing/product.ts';
import { codeAt } from './totp.ts';

let product: TestProduct;
let now: number;
beforeAll(async () => {
  product = await createTestProduct();
  now = product.services.clock().getTime();
});
afterAll(() => product.drop());

/** Each code is good for one use, so tests go on by a step before each. */
function later(seconds = 60): Date {
  now += seconds * 1000;
  product.setNow(new Date(now).toISOString());
  return new Date(now);
}
const post = (name: string, input: unknown, cookie?: string) =>
  call(product.app, name, input, { mutation: true, ...(cookie === undefined ? {} : { cookie }) });
const status = async (cookie: string) => (await call(product.app, 'session.status', {}, { cookie })).data;
const person = (kind: 'company' | 'consultancy', role: string) => signInAs(product, kind, role);

/** Somebody with a second factor, signed in. */
async function enrolled(kind: 'company' | 'consultancy' = 'company', role = 'member') {
  const somebody = await person(kind, role);
  const first = await somebody.signIn();
  const way = cookieNamed(first.headers, 'session') ?? cookieNamed(first.headers, 'sign_in') ?? '';
  const { secret } = (await post('security.beginTotp', {}, way)).data as { secret: string };
  const confirmed = await post('security.confirmTotp', { code: codeAt(secret, later()) }, way);
  const { recoveryCodes } = confirmed.data as { recoveryCodes: string[] };
  const cookie = cookieNamed(confirmed.headers, 'session') ?? '';
  return { ...somebody, secret, recoveryCodes, cookie, before: way };
}
/** The first step of a sign-in: the cookie of what is pending. */
const begin = async (somebody: { signIn: () => ReturnType<typeof call> }) =>
  cookieNamed((await somebody.signIn()).headers, 'sign_in') ?? '';

describe('who needs a second factor', () => {
  it.each(['owner', 'admin', 'member', 'viewer'])(
    'a %s of a consultancy is not in before it is set up',
    async (role) => {
      const somebody = await person('consultancy', role);
      const answer = await somebody.signIn();
      expect(answer.data).toEqual({ ok: true, secondFactor: 'enrol', enrolBy: null });
      expect(cookieNamed(answer.headers, 'session')).toBeUndefined();
      const pending = cookieNamed(answer.headers, 'sign_in') ?? '';
      expect(await status(pending)).toMatchObject({ user: null, organisations: [], signInStep: 'enrol' });
      const list = { organisationId: somebody.organisationId };
      expect((await call(product.app, 'licences.list', list, { cookie: pending })).status).toBe(401);
      expect((await call(product.app, 'security.sessions', {}, { cookie: pending })).status).toBe(401);
    },
  );

  it.each(['owner', 'admin'])('a company’s %s has fourteen days from the first sign-in', async (role) => {
    const somebody = await person('company', role);
    const enrolBy = new Date(now + 14 * 86_400_000).toISOString();
    expect((await somebody.signIn()).data).toEqual({ ok: true, secondFactor: 'none', enrolBy });
    later(86_400);
    expect((await somebody.signIn()).data).toEqual({ ok: true, secondFactor: 'none', enrolBy });
    later(13 * 86_400);
    expect((await somebody.signIn()).data).toEqual({ ok: true, secondFactor: 'enrol', enrolBy: null });
  });

  it('a member may do without', async () => {
    const answer = await (await person('company', 'member')).signIn();
    expect(answer.data).toEqual({ ok: true, secondFactor: 'none', enrolBy: null });
  });
});

it('a session without one ends for somebody who comes to work for a consultancy', async () => {
  const somebody = await person('company', 'member');
  const cookie = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
  const make = arrange(product.database.admin);
  await make.membership(somebody.userId, await make.organisation('company', '另一家公司'), 'member');
  expect(await status(cookie)).toMatchObject({ user: { id: expect.any(String) } });
  await make.membership(somebody.userId, await make.organisation('consultancy'), 'viewer');
  expect(await status(cookie)).toMatchObject({ user: null, organisations: [] });
  expect((await somebody.signIn()).data).toMatchObject({ secondFactor: 'enrol' });
});

describe('setting it up', () => {
  it('lets a consultant in with the first code, and every session of before is over', async () => {
    const { cookie, before, recoveryCodes } = await enrolled('consultancy');
    expect(await status(cookie)).toMatchObject({ signInStep: null, secondFactor: { enrolled: true, required: true } });
    expect(recoveryCodes).toHaveLength(10);
    expect(recoveryCodes.every((code) => /^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/.test(code))).toBe(true);
    expect(await status(before)).toMatchObject({ user: null, signInStep: null });
    const owner = await enrolled('company', 'member');
    expect(await status(owner.before)).toMatchObject({ user: null });
  });

  it('is refused with a wrong code, and nothing is on', async () => {
    const somebody = await person('company', 'member');
    const cookie = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
    expect((await post('security.confirmTotp', { code: '000000' }, cookie)).error?.code).toBe('conflict');
    await post('security.beginTotp', {}, cookie);
    const wrong = await post('security.confirmTotp', { code: '000000' }, cookie);
    expect(wrong.error).toMatchObject({ code: 'invalid-input', fields: [{ path: 'code' }] });
    expect(await status(cookie)).toMatchObject({ secondFactor: { enrolled: false } });
  });

  it('cannot be done by who owes the code of one that is set up', async () => {
    const pending = await begin(await enrolled());
    expect((await post('security.beginTotp', {}, pending)).status).toBe(401);
    expect((await post('security.confirmTotp', { code: '123456' }, pending)).status).toBe(401);
  });

  it('leaves no readable secret and no recovery code in the database', async () => {
    const { secret, recoveryCodes } = await enrolled();
    const { rows } = await product.database.admin.query(
      `select t::text, encode(t.sealed_secret, 'base64') as sealed from authz.totp t union all
       select r::text, '' from authz.recovery_code r`,
    );
    const dump = JSON.stringify(rows);
    expect(dump).not.toContain(secret);
    for (const code of recoveryCodes) expect(dump).not.toContain(code.replaceAll('-', ''));
  });

  it('of one cannot be read as that of another: a sealed secret moved to another row opens nothing', async () => {
    const [victim, thief] = [await enrolled(), await enrolled()];
    await product.database.admin.query(
      'update authz.totp set sealed_secret = (select sealed_secret from authz.totp where user_id = $1), last_step = 0 where user_id = $2',
      [thief.userId, victim.userId],
    );
    const answer = await post('session.secondFactor', { code: codeAt(thief.secret, later()) }, await begin(victim));
    expect(answer.status).toBe(500);
  });
});

describe('the second step of a sign-in', () => {
  it('opens a session with the code, under a token that was not there before', async () => {
    const somebody = await enrolled();
    const pending = await begin(somebody);
    expect(await status(pending)).toMatchObject({ user: null, signInStep: 'second-factor' });
    const answer = await post('session.secondFactor', { code: codeAt(somebody.secret, later()) }, pending);
    expect(answer.data).toEqual({ ok: true, recoveryCodesLeft: null });
    const cookie = cookieNamed(answer.headers, 'session') ?? '';
    expect(cookie.split('=')[1]).not.toBe(pending.split('=')[1]);
    expect(await status(cookie)).toMatchObject({ user: { id: expect.any(String) } });
    // The first step is good for one second step.
    expect((await post('session.secondFactor', { code: codeAt(somebody.secret, later()) }, pending)).status).toBe(401);
  });

  it('takes each code once, also when two come at the same time', async () => {
    const somebody = await enrolled();
    const [one, two] = [await begin(somebody), await begin(somebody)];
    const code = codeAt(somebody.secret, later());
    const both = await Promise.all([one, two].map((pending) => post('session.secondFactor', { code }, pending)));
    expect(both.map(({ status: answer }) => answer).sort((x, y) => x - y)).toEqual([200, 400]);
    expect((await post('session.secondFactor', { code }, await begin(somebody))).status).toBe(400);
    // The code of the step before the one used is over as well.
    const older = codeAt(somebody.secret, new Date(now - 30_000));
    expect((await post('session.secondFactor', { code: older }, await begin(somebody))).status).toBe(400);
  });

  it('takes a recovery code once, however it is typed, and says how many are left', async () => {
    const somebody = await enrolled();
    const typed = ` ${(somebody.recoveryCodes[0] ?? '').toUpperCase().replaceAll('-', ' ')}`;
    const answer = await post('session.secondFactor', { code: typed }, await begin(somebody));
    expect(answer.data).toEqual({ ok: true, recoveryCodesLeft: 9 });
    expect((await post('session.secondFactor', { code: typed }, await begin(somebody))).status).toBe(400);
    const other = await enrolled();
    const foreign = await post('session.secondFactor', { code: somebody.recoveryCodes[1] }, await begin(other));
    expect(foreign.status).toBe(400);
  });

  it('cannot be guessed: ten tries, over all processes, whatever first step they follow', async () => {
    const somebody = await enrolled();
    for (let i = 0; i < 10; i += 1) {
      const answer = await post('session.secondFactor', { code: '000000' }, await begin(somebody));
      expect(answer.status).toBe(400);
    }
    const right = codeAt(somebody.secret, later(30));
    expect((await post('session.secondFactor', { code: right }, await begin(somebody))).status).toBe(429);
    later(15 * 60);
    const again = codeAt(somebody.secret, later());
    expect((await post('session.secondFactor', { code: again }, await begin(somebody))).status).toBe(200);
  });

  it('is over ten minutes after the first', async () => {
    const somebody = await enrolled();
    const pending = await begin(somebody);
    later(601);
    expect(await status(pending)).toMatchObject({ signInStep: null });
    expect((await post('session.secondFactor', { code: codeAt(somebody.secret, later()) }, pending)).status).toBe(401);
  });

  it('of a person disabled meanwhile opens nothing', async () => {
    const somebody = await enrolled();
    const pending = await begin(somebody);
    await product.database.admin.query('update authz.app_user set disabled_at = now() where id = $1', [
      somebody.userId,
    ]);
    expect((await post('session.secondFactor', { code: codeAt(somebody.secret, later()) }, pending)).status).toBe(401);
  });
});

describe('switching it off', () => {
  it('is for those who may do without, and ends the other sessions', async () => {
    const somebody = await enrolled();
    expect((await post('security.removeTotp', {}, somebody.cookie)).status).toBe(200);
    expect((await somebody.signIn()).data).toMatchObject({ secondFactor: 'none' });
    const consultant = await enrolled('consultancy');
    expect((await post('security.removeTotp', {}, consultant.cookie)).error?.code).toBe('conflict');
  });

  it('new recovery codes end the old ones', async () => {
    const somebody = await enrolled();
    const renewed = await post('security.newRecoveryCodes', {}, somebody.cookie);
    const [fresh] = (renewed.data as { recoveryCodes: string[] }).recoveryCodes;
    expect(
      (await post('session.secondFactor', { code: somebody.recoveryCodes[0] }, await begin(somebody))).status,
    ).toBe(400);
    expect((await post('session.secondFactor', { code: fresh }, await begin(somebody))).status).toBe(200);
  });
});

it('no secret, code or token is ever logged', async () => {
  const { secret, recoveryCodes, cookie } = await enrolled();
  for (const text of [secret, recoveryCodes[0] ?? '', cookie.split('=')[1] ?? '', '000000'])
    expect(product.log()).not.toContain(text);
});
