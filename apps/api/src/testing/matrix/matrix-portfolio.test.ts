import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPortfolioCompanies } from '../../features/portfolio/list-companies.ts';
import { listPortfolio } from '../../features/portfolio/list-portfolio.ts';
import { arrange } from '../people.ts';
import { createMatrixWorld, type MatrixWorld } from './world.ts';

let world: MatrixWorld;
beforeAll(async () => {
  world = await createMatrixWorld();
}, 60_000);
afterAll(() => world.product.drop());

async function contextOf(userId: string) {
  const { clock, rules, portfolioPool, sessions } = world.product.services;
  const { credentialHash } = await sessions.start(userId);
  return { portfolioPool, clock, rules, credentialHash };
}

async function portfolioOf(userId: string, input: object = { limit: 100 }) {
  return listPortfolio(await contextOf(userId), input);
}

describe('the portfolio of', () => {
  it.each(['named', 'reader', 'viewer', 'owner'] as const)('%s shows the company', async (person) => {
    const { items } = await portfolioOf(world.people[person]);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ organisation }) => organisation.id))).toEqual(new Set([world.target.organisationId]));
    const companies = await listPortfolioCompanies(await contextOf(world.people[person]), {});
    expect(companies.items.map(({ id }) => id)).toEqual([world.target.organisationId]);
  });

  it.each(['colleague', 'unengaged', 'expired', 'ended', 'operator'] as const)('%s is empty', async (person) => {
    expect(await portfolioOf(world.people[person])).toEqual({ items: [], nextCursor: null });
    expect(await listPortfolioCompanies(await contextOf(world.people[person]), {})).toEqual({ items: [] });
  });

  it('nobody shows a suspended company', async () => {
    await world.whileSuspended(async () => expect((await portfolioOf(world.people.named)).items).toEqual([]));
  });
});

it('says of a company what its own lists say', async () => {
  const [company] = (await listPortfolioCompanies(await contextOf(world.people.named), {})).items;
  const all = (await portfolioOf(world.people.named)).items;
  const number = (...statuses: string[]) => all.filter(({ status }) => statuses.includes(status)).length;
  expect(company?.counts).toEqual({
    overdue: number('past-no-evidence'),
    uncertain: number('uncertain'),
    open: number('open', 'at-once'),
  });
  expect(all.length).toBeLessThan(100);
  const next = all.find(({ status }) => ['at-once', 'open', 'upcoming'].includes(status));
  expect(company?.next?.id).toBe(next?.id);
  expect(company).toMatchObject({ licences: 1 });
});

it('goes over several companies by date, page by page, and ends with the engagement', async () => {
  const { admin } = world.product.database;
  const engagement = await arrange(admin).engagement(world.consultancy, world.other.tenantId, 'read', [
    world.people.named,
  ]);
  const whole = (await portfolioOf(world.people.named)).items;
  expect(new Set(whole.map(({ organisation }) => organisation.id)).size).toBe(2);
  expect(whole.map(({ sortOn }) => sortOn)).toEqual(whole.map(({ sortOn }) => sortOn).sort());
  const paged: string[] = [];
  for (let cursor: string | null | undefined; paged.length < whole.length && cursor !== null; ) {
    const page = await portfolioOf(world.people.named, { limit: 7, cursor });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged.slice(0, whole.length)).toEqual(whole.map(({ id }) => id));
  await admin.query('update authz.engagement set revoked_at = now() where id = $1', [engagement]);
  const left = (await portfolioOf(world.people.named)).items;
  expect(new Set(left.map(({ organisation }) => organisation.id)).size).toBe(1);
});

it('is the very set that the decision opens, for everybody', async () => {
  const { admin } = world.product.database;
  const { sessions, portfolioPool } = world.product.services;
  for (const userId of Object.values(world.people)) {
    if (userId === world.people.operator) continue;
    const { credentialHash } = await sessions.start(userId);
    const decided = await admin.query<{ id: string }>(
      `select o.id from authz.org o where (authz.decide(decode($1, 'hex'), o.id, now())).level is not null order by 1`,
      [credentialHash],
    );
    const client = await portfolioPool.connect();
    await client.query('begin');
    await client.query(`select set_config('app.credential', $1, true)`, [credentialHash]);
    const listed = await client.query<{ id: string }>('select unnest(authz.tenants()) as id order by 1');
    await client.query('rollback');
    client.release();
    expect(listed.rows).toEqual(decided.rows);
  }
});
