import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { call, cookieOf, createTestProduct, type TestProduct } from '../testing/product.ts';
import { seedDemo } from './seed.ts';

let product: TestProduct;
const passwords = inject('rolePasswords');
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

/** Seeds and gives what was said. */
async function seed(): Promise<string> {
  const lines: string[] = [];
  await seedDemo(product.database.adminUrl, passwords, (line) => lines.push(line), product.services.clock());
  return lines.join('\n');
}
const passwordIn = (said: string) => /password of all of them: (\S+)/.exec(said)?.[1] ?? 'none';
const signIn = (login: string, password: string) =>
  call(product.app, 'session.signIn', { email: `${login}@demo.zhengqi.example`, password }, { mutation: true });
const figures = async () =>
  (
    await product.database.admin.query(`select
      (select count(*)::int from authz.org where kind = 'company') as companies,
      (select count(distinct number) ::int from app.licence) as licences,
      (select count(distinct fields ->> 'province')::int from app.licence) as provinces,
      (select count(distinct status)::int from app.occurrence) as statuses,
      (select count(*)::int from app.occurrence) as occurrences`)
  ).rows[0];

let first: string;
it('fills an empty database with forty companies in twelve provinces, with every state of an item', async () => {
  first = await seed();
  expect(await figures()).toMatchObject({ companies: 40, licences: 40, provinces: 12, statuses: 5 });
});

it('gives each of its people what is theirs to see', async () => {
  for (const [login, companies] of [
    ['lin', 41],
    ['zhou', 21],
    ['wang', 1],
  ] as const) {
    const { headers } = await signIn(login, passwordIn(first));
    const status = await call(product.app, 'session.status', {}, { cookie: cookieOf(headers) });
    expect((status.data as { organisations: unknown[] }).organisations).toHaveLength(companies);
  }
});

it('again adds nothing and gives a new password, which ends the old one', async () => {
  const before = await figures();
  const second = await seed();
  expect(await figures()).toEqual(before);
  expect((await signIn('lin', passwordIn(first))).status).toBe(401);
  expect((await signIn('lin', passwordIn(second))).status).toBe(200);
});

it('is not put into a database that somebody uses', async () => {
  const other = await createTestProduct();
  try {
    await other.company();
    const lines: string[] = [];
    await seedDemo(other.database.adminUrl, passwords, (line) => lines.push(line));
    expect(lines).toEqual(['the database is in use already, so the demo was not put into it']);
    const { rows } = await other.database.admin.query('select count(*)::int as n from authz.org');
    expect(rows[0].n).toBe(1);
  } finally {
    await other.drop();
  }
});
