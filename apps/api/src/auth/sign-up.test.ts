import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, tokenMailedTo, trailOf } from '../testing/actors.ts';
import { call, createTestProduct, type TestProduct } from '../testing/product.ts';
import { accountStatus, confirmAddress, requestVerification } from './confirm-address.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

const PASSWORD = 'correct horse battery';
const organisation = { kind: 'consultancy', name: '甲合规咨询有限公司', uscc: null };
const input = (email: string) => ({ name: '赵六', email, password: PASSWORD, language: 'zh', organisation });
const signUp = (body: unknown) => call(product.app, 'account.signUp', body, { mutation: true });
const verify = (token: string, password = PASSWORD) =>
  call(product.app, 'account.verifyEmail', { token, password }, { mutation: true });
const users = async (email: string) =>
  (await product.database.admin.query('select 1 from authz.app_user where email_key = lower($1)', [email])).rowCount;

describe('sign-up', () => {
  it('waits for the first set-up', async () => {
    expect((await signUp(input('first@example.cn'))).error?.code).toBe('conflict');
    await makePerson(product, { email: 'known@example.cn' });
  });

  it('makes an account and its organisation once the address is confirmed, not before', async () => {
    expect((await signUp(input('zhao@example.cn'))).status).toBe(200);
    expect(await users('zhao@example.cn')).toBe(0);
    const token = await tokenMailedTo(product, 'zhao@example.cn');
    expect((await verify(token)).status).toBe(200);
    expect(await users('zhao@example.cn')).toBe(1);
    const { rows } = await product.database.admin.query('select id, kind from authz.org where name = $1', [
      organisation.name,
    ]);
    expect(rows).toMatchObject([{ kind: 'consultancy' }]);
    expect(await trailOf(product, rows[0].id)).toEqual(['organisation.created']);
    expect((await verify(token)).error?.code).toBe('not-found');
  });

  it('answers alike for an address that has an account; only its mailbox learns so', async () => {
    const [known, unknown] = [await signUp(input('known@example.cn')), await signUp(input('unknown@example.cn'))];
    expect([known.status, known.data]).toEqual([unknown.status, unknown.data]);
    const { rows } = await product.database.admin.query(
      `select template from authz.mail where to_address = 'known@example.cn'`,
    );
    expect(rows).toEqual([{ template: 'account-exists' }]);
  });

  it('with the address of somebody else gives no account by that person clicking the link', async () => {
    await signUp(input('victim@example.cn'));
    const token = await tokenMailedTo(product, 'victim@example.cn');
    expect((await verify(token, 'not the password')).error?.code).toBe('unauthenticated');
    expect(await users('victim@example.cn')).toBe(0);
  });

  it('cannot claim a user row that exists, not even one that came about meanwhile', async () => {
    await signUp(input('late@example.cn'));
    const token = await tokenMailedTo(product, 'late@example.cn');
    const person = await makePerson(product, { email: 'late@example.cn', verified: false });
    expect((await verify(token)).error?.code).toBe('conflict');
    const { rows } = await product.database.admin.query(
      'select id, password_hash from authz.app_user where email_key = $1',
      ['late@example.cn'],
    );
    expect(rows).toEqual([{ id: person.userId, password_hash: '$argon2id$unusable' }]);
  });

  it('of two confirmations at once makes one account', async () => {
    await signUp(input('twice@example.cn'));
    const token = await tokenMailedTo(product, 'twice@example.cn');
    const both = await Promise.all([verify(token), verify(token)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404]);
  });

  it('is over after a day', async () => {
    await signUp(input('slow@example.cn'));
    await product.database.admin.query(`update authz.sign_up set expires_at = now() - interval '1 second'`);
    expect((await verify(await tokenMailedTo(product, 'slow@example.cn'))).error?.code).toBe('not-found');
  });

  it.each([
    ['a look-alike address', { email: 'zhаo@example.cn' }, 'email'],
    ['a wide letter', { email: 'ｚhao@example.cn' }, 'email'],
    ['a weak password', { password: '1234567890' }, 'password'],
    ['an unknown kind of organisation', { organisation: { ...organisation, kind: 'operator' } }, 'organisation.kind'],
    ['a field too many', { role: 'owner' }, ''],
  ])('refuses %s', async (_name, change, path) => {
    expect((await signUp({ ...input('bad@example.cn'), ...change })).error).toMatchObject({
      code: 'invalid-input',
      fields: [{ path }],
    });
  });

  it('is limited for one address', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 7; i += 1) answers.push((await signUp(input('flood@example.cn'))).status);
    expect(answers.slice(-2)).toEqual([429, 429]);
  });
});

describe('an account without a proven address', () => {
  it('proves it by the link in the mail, its own only and once', async () => {
    const [owner, other] = [
      await makePerson(product, { verified: false, email: 'owner@example.cn' }),
      await makePerson(product, { verified: false }),
    ];
    expect(await accountStatus(owner.signedIn)).toEqual({
      email: 'owner@example.cn',
      emailVerified: false,
      language: null,
    });
    await requestVerification(owner.signedIn, { language: 'en' });
    const token = await tokenMailedTo(product, 'owner@example.cn');
    await expect(confirmAddress(other.signedIn, { token })).rejects.toMatchObject({ code: 'not-found' });
    await confirmAddress(owner.signedIn, { token });
    await expect(confirmAddress(owner.signedIn, { token })).rejects.toMatchObject({ code: 'not-found' });
    expect(await accountStatus(owner.signedIn)).toMatchObject({ emailVerified: true });
  });
});
