import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrange } from '../testing/people.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { findOperators, grantOperator, revokeOperator } from './operators.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('makes an operator of an account, by its address in any spelling, and takes it back', async () => {
  const make = arrange(database.admin);
  const user = await make.user();
  const auth = database.poolFor('zq_auth', 1);
  let session = Buffer.from(await make.session(user), 'hex');
  const is = async () => (await auth.query('select authz.is_operator($1) as is', [session])).rows[0].is;
  const address = `${user}@example.cn`;
  expect(await is()).toBe(false);
  expect(await grantOperator(database.adminUrl, address.toUpperCase())).toBe('done');
  // The sessions of before are over: those of operators are shorter.
  expect((await auth.query('select from authz.read_session($1)', [session])).rowCount).toBe(0);
  session = Buffer.from(await make.session(user), 'hex');
  expect(await is()).toBe(true);
  expect(await revokeOperator(database.adminUrl, address)).toBe('done');
  expect(await is()).toBe(false);
  expect(await grantOperator(database.adminUrl, address)).toBe('done');
  session = Buffer.from(await make.session(user), 'hex');
  expect(await is()).toBe(true);
  expect(await findOperators(database.adminUrl)).toEqual([expect.stringContaining(address)]);
});

it('knows nobody by an address without an account', async () => {
  expect(await grantOperator(database.adminUrl, 'nobody@example.cn')).toBe('unknown');
  expect(await revokeOperator(database.adminUrl, 'nobody@example.cn')).toBe('unknown');
});
