import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { call, cookieOf, createTestProduct, type TestProduct } from '../testing/product.ts';
import { seedDemo } from './seed.ts';

let product: TestProduct;
let sealingKey: Buffer;
const passwords = inject('rolePasswords');
beforeAll(async () => {
  product = await createTestProduct();
  sealingKey = product.services.sealingKey ?? Buffer.alloc(32);
});
afterAll(() => product.drop());

/** Seeds and gives what was said. */
async function seed(): Promise<string> {
  const lines: string[] = [];
  await seedDemo(product.database.adminUrl, passwords, (line) => lines.push(line), {
    now: product.services.clock(),
    sealingKey,
  });
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
    const { headers, data } = await signIn(login, passwordIn(first));
    expect(data).toMatchObject({ secondFactor: 'needed' });
    const code = new RegExp(`${login}@.*\\n.*good once: (\\S+)`).exec(first)?.[1];
    const second = await call(
      product.app,
      'session.secondFactor',
      { code },
      { mutation: true, cookie: cookieOf(headers) },
    );
    const cookie = second.headers
      .getSetCookie()
      .find((set) => set.startsWith('__Host-zq_session='))
      ?.split(';')[0];
    const status = await call(product.app, 'session.status', {}, { cookie: cookie ?? '' });
    expect((status.data as { organisations: unknown[] }).organisations).toHaveLength(companies);
    expect(status.data).toMatchObject({ user: { emailVerified: true } });
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
    await seedDemo(other.database.adminUrl, passwords, (line) => lines.push(line), { sealingKey });
    expect(lines).toEqual(['the database is in use already, so the demo was not put into it']);
    const { rows } = await other.database.admin.query('select count(*)::int as n from authz.org');
    expect(rows[0].n).toBe(1);
  } finally {
    await other.drop();
  }
});
