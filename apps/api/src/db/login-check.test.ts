import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { requireRestrictedLogin } from './login-check.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('refuses the superuser and says why in one line', async () => {
  await expect(requireRestrictedLogin(database.admin)).rejects.toThrow(
    /^the database login "postgres" is stronger .*superuser/,
  );
});

it.each(['zq_app', 'zq_auth', 'zq_portfolio', 'zq_worker'] as const)('accepts %s', async (role) => {
  await expect(requireRestrictedLogin(database.poolFor(role, 1))).resolves.toBeUndefined();
});

it('refuses a login that owns a table', async () => {
  await database.admin.query('create schema own; create table own.t (id int); alter table own.t owner to zq_app');
  await expect(requireRestrictedLogin(database.poolFor('zq_app', 1))).rejects.toThrow('owns own.t');
  await database.admin.query('drop schema own cascade');
});
