import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { DATABASE_ACTIONS } from './database-actions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('knows every action that a function of the database writes down', async () => {
  const { rows } = await database.admin.query<{ body: string }>(
    `select prosrc as body from pg_proc where pronamespace = 'authz'::regnamespace`,
  );
  const calls = rows.flatMap(({ body }) => body.match(/(?:write_audit|note_in_audit|note_foreign_key)\([^;]*/g) ?? []);
  const named = calls.flatMap((call) => [...call.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, action]) => action));
  expect(new Set(named)).toEqual(new Set(DATABASE_ACTIONS));
});
