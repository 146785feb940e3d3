import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type LoginRole, type TestDatabase } from '../testing/database.ts';
import { arrange } from '../testing/people.ts';

let database: TestDatabase;
let pools: Record<'zq_app' | 'zq_portfolio' | 'zq_worker', pg.Pool>;
beforeAll(async () => {
  database = await createTestDatabase();
  pools = {
    zq_app: database.poolFor('zq_app'),
    zq_portfolio: database.poolFor('zq_portfolio'),
    zq_worker: database.poolFor('zq_worker'),
  };
});
afterAll(() => database.drop());

let a: string, b: string, k: string, engagement: string;
let ofA: string, ofB: string, viewer: string, named: string, colleague: string, readKey: string;
let memberOfA: string, consultant: string;
let licenceOfB: string;

/** Companies A and B; consultancy K with an engagement to read A, and two people of whom one is named in it. */
beforeEach(async () => {
  const make = arrange(database.admin);
  [a, b, k] = [await make.organisation(), await make.organisation(), await make.organisation('consultancy')];
  memberOfA = await make.user();
  const [memberOfB, viewerOfA] = [await make.user(), await make.user()];
  consultant = await make.user();
  const other = await make.user();
  await make.membership(memberOfA, a, 'member');
  await make.membership(memberOfB, b, 'member');
  await make.membership(viewerOfA, a, 'viewer');
  await make.membership(consultant, k, 'member');
  await make.membership(other, k, 'member');
  engagement = await make.engagement(k, a, 'read', [consultant]);
  ofA = await make.session(memberOfA);
  ofB = await make.session(memberOfB);
  viewer = await make.session(viewerOfA);
  named = await make.session(consultant);
  colleague = await make.session(other);
  readKey = await make.apiKey(a, a, 'read');
  await addLicence(a, 'X-1');
  licenceOfB = await addLicence(b, 'X-1');
  await addLicence(b, 'X-2');
});

async function addLicence(tenant: string, number: string): Promise<string> {
  const id = randomUUID();
  await database.admin.query(
    `insert into app.licence (tenant_id, id, version, fields, number, created_at, updated_at)
     values ($1, $2, 1, '{}', $3, now(), now())`,
    [tenant, id, number],
  );
  return id;
}

/** Runs one statement as a login in a context: a number of rows, a count, or the SQLSTATE of the refusal. */
async function run(
  credential: string,
  tenant: string,
  sql: string,
  role: LoginRole = 'zq_app',
): Promise<number | string> {
  const client = await pools[role as keyof typeof pools].connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.credential', $1, true), set_config('app.tenant', $2, true)`, [
      credential,
      tenant,
    ]);
    const result = await client.query(sql);
    return result.command === 'SELECT' ? Number(result.rows[0].n) : (result.rowCount ?? 0);
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'no code';
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const COUNT = 'select count(*) as n from app.licence';
const UPDATE = 'update app.licence set version = version + 1';
const DELETE = 'delete from app.licence';
const insert = (tenant: string, number = 'NEW') =>
  `insert into app.licence (tenant_id, id, version, fields, number, created_at, updated_at)
   values ('${tenant}', gen_random_uuid(), 1, '{}', '${number}', now(), now())`;
const asAdmin = (sql: string) => database.admin.query(sql);

describe('a member', () => {
  it('reads and writes the own company', async () => {
    expect(await run(ofA, a, COUNT)).toBe(1);
    expect(await run(ofA, a, UPDATE)).toBe(1);
    expect(await run(ofA, a, insert(a))).toBe(1);
  });
  it('sees nothing of another company by naming it', async () => expect(await run(ofA, b, COUNT)).toBe(0));
  it('cannot insert for another company', async () => expect(await run(ofA, a, insert(b))).toBe('42501'));
  it('cannot move a row to another company', async () =>
    expect(await run(ofA, a, `update app.licence set tenant_id = '${b}'`)).toBe('42501'));
  it('cannot delete a row of another company', async () =>
    expect(await run(ofA, a, `delete from app.licence where number = 'X-2'`)).toBe(0));
  it('does not learn that another company has the same number', async () =>
    expect(await run(ofA, a, insert(a, 'X-2'))).toBe(1));
  it('cannot point to a row of another company', async () => {
    const sql = `insert into app.fact (tenant_id, id, licence_id, key, value, valid_from, source, recorded_at)
      values ('${a}', gen_random_uuid(), '${licenceOfB}', 'has_app', 'true', '2026-01-01', 'person', now())`;
    expect(await run(ofA, a, sql)).toBe('23503');
  });
  it('cannot truncate', async () => expect(await run(ofA, a, 'truncate app.licence')).toBe('42501'));
  it('who is a viewer reads and does not write', async () => {
    expect(await run(viewer, a, COUNT)).toBe(1);
    expect(await run(viewer, a, UPDATE)).toBe(0);
    expect(await run(viewer, a, DELETE)).toBe(0);
    expect(await run(viewer, a, insert(a))).toBe('42501');
  });
});

describe('a context without a right shows nothing and raises nothing', () => {
  const uuid = () => randomUUID();
  it.each<[string, () => string, () => string]>([
    ['no credential', () => '', () => a],
    ['an unknown credential', () => 'ab'.repeat(32), () => a],
    ['a credential that is no hash', () => `' or true --`, () => a],
    ['a credential of odd length', () => 'abc', () => a],
    ['no tenant', () => ofA, () => ''],
    ['an unknown tenant', () => ofA, uuid],
    ['a tenant that is no uuid', () => ofA, () => 'a company'],
    ['a tenant with a brace', () => ofA, () => `{${a}}`],
    ['a tenant in capitals', () => ofA, () => a.toUpperCase()],
    ['a NUL-like escape', () => ofA, () => '\\x00'],
  ])('%s', async (_name, credential, tenant) => {
    expect(await run(credential(), tenant(), COUNT)).toBe(0);
    expect(await run(credential(), tenant(), UPDATE)).toBe(0);
    expect(await run(credential(), tenant(), COUNT, 'zq_portfolio')).toBe(credential() === ofA ? 1 : 0);
  });

  it('a connection that was used before and has empty settings', async () => {
    const client = await pools.zq_app.connect();
    try {
      await client.query('begin');
      await client.query('select authz.enter($1, $2)', [ofA, a]);
      expect((await client.query(COUNT)).rows[0].n).toBe('1');
      await client.query('commit');
      expect((await client.query(COUNT)).rows[0].n).toBe('0');
      expect((await client.query(`select current_setting('app.tenant', true) as t`)).rows[0].t).toBe('');
    } finally {
      client.release();
    }
  });
});

describe('a consultant', () => {
  it('named in a reading engagement reads and never writes', async () => {
    expect(await run(named, a, COUNT)).toBe(1);
    expect(await run(named, a, UPDATE)).toBe(0);
    expect(await run(named, a, DELETE)).toBe(0);
    expect(await run(named, a, insert(a))).toBe('42501');
  });
  it('named in a writing engagement writes', async () => {
    await asAdmin(`update authz.engagement set level = 'write' where id = '${engagement}'`);
    expect(await run(named, a, UPDATE)).toBe(1);
  });
  it('sees no company without engagement', async () => expect(await run(named, b, COUNT)).toBe(0));
  it('who is not named sees nothing', async () => expect(await run(colleague, a, COUNT)).toBe(0));
  it.each([
    ['the engagement was ended', () => `update authz.engagement set revoked_at = now() where id = '${engagement}'`],
    [
      'the engagement has expired',
      () =>
        `update authz.engagement set starts_at = now() - interval '2 days', ends_at = now() - interval '1 second' where id = '${engagement}'`,
    ],
    [
      'the engagement has not begun',
      () => `update authz.engagement set starts_at = now() + interval '1 hour' where id = '${engagement}'`,
    ],
    ['the consultant left', () => `update authz.membership set revoked_at = now() where user_id = '${consultant}'`],
    ['the consultant is disabled', () => `update authz.app_user set disabled_at = now() where id = '${consultant}'`],
    ['the consultancy is suspended', () => `update authz.org set status = 'suspended' where id = '${k}'`],
    ['the name was taken off', () => `delete from authz.engagement_member where user_id = '${consultant}'`],
    ['the session was revoked', () => `update authz.credential set revoked_at = now() where user_id = '${consultant}'`],
    ['the session has expired', () => `update authz.credential set expires_at = now() where user_id = '${consultant}'`],
    [
      'the session is too old',
      () => `update authz.credential set absolute_expires_at = now() where user_id = '${consultant}'`,
    ],
  ])('sees nothing from the next statement on when %s', async (_name, sql) => {
    const client = await pools.zq_app.connect();
    try {
      await client.query('begin');
      await client.query('select authz.enter($1, $2)', [named, a]);
      expect((await client.query(COUNT)).rows[0].n).toBe('1');
      await asAdmin(sql());
      expect((await client.query(COUNT)).rows[0].n).toBe('0');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
  it('may have rows of the consultancy itself', async () => {
    expect(await run(named, k, insert(k))).toBe(1);
    expect(await run(ofA, k, COUNT)).toBe(0);
  });
});

describe('an organisation', () => {
  it('that is suspended is not visible', async () => {
    await asAdmin(`update authz.org set status = 'suspended' where id = '${a}'`);
    expect(await run(ofA, a, COUNT)).toBe(0);
  });
  it('that is closing can be read and not written', async () => {
    await asAdmin(`update authz.org set status = 'closing' where id = '${a}'`);
    expect(await run(ofA, a, COUNT)).toBe(1);
    expect(await run(ofA, a, UPDATE)).toBe(0);
  });
});

describe('an API key', () => {
  it('reads with a reading grant and does not write', async () => {
    expect(await run(readKey, a, COUNT)).toBe(1);
    expect(await run(readKey, a, DELETE)).toBe(0);
  });
  it('opens no other company', async () => expect(await run(readKey, b, COUNT)).toBe(0));
  it('of a consultancy ends with the engagement', async () => {
    const key = await arrange(database.admin).apiKey(k, a, 'write');
    expect(await run(key, a, COUNT)).toBe(1);
    expect(await run(key, a, UPDATE)).toBe(0);
    await asAdmin(`update authz.engagement set revoked_at = now() where id = '${engagement}'`);
    expect(await run(key, a, COUNT)).toBe(0);
  });
});

describe('a login of the product', () => {
  it.each(['authz.credential', 'authz.app_user', 'authz.membership', 'authz.setup_token', 'authz.security_event'])(
    'cannot read %s',
    async (table) => expect(await run(ofA, a, `select count(*) as n from ${table}`)).toBe('42501'),
  );
  it('of the API starts no job lease', async () =>
    expect(await run(ofA, a, `select authz.begin_job('${b}', null, 'write', 60)`)).toBe('42501'));
  it('of the API reaches no sign-in function', async () =>
    expect(await run(ofA, a, `select authz.password_of('x')`)).toBe('42501'));
  it('cannot become another role', async () => expect(await run(ofA, a, 'set role zq_owner')).toBe('42501'));
  it.each(['update app.audit_event set action = action', 'delete from app.audit_event', 'truncate app.audit_event'])(
    'cannot change the audit: %s',
    async (sql) => {
      expect(await run(ofA, a, sql)).toBe('42501');
      expect(await run(ofA, a, sql, 'zq_worker')).toBe('42501');
    },
  );
});

describe('the portfolio', () => {
  it('shows a consultant the companies of live engagements', async () => {
    const sql = 'select count(distinct tenant_id) as n from app.licence';
    expect(await run(named, '', sql, 'zq_portfolio')).toBe(1);
    expect(await run(colleague, '', sql, 'zq_portfolio')).toBe(0);
    await asAdmin(`update authz.engagement set revoked_at = now() where id = '${engagement}'`);
    expect(await run(named, '', sql, 'zq_portfolio')).toBe(0);
  });
  it('does not write', async () => expect(await run(ofB, '', DELETE, 'zq_portfolio')).toBe('42501'));
  it('is not for API keys', async () => expect(await run(readKey, '', COUNT, 'zq_portfolio')).toBe(0));
});

describe('a job lease', () => {
  async function withLease(tenant: string, actor: string | null, sql: string): Promise<number | string> {
    const client = await pools.zq_worker.connect();
    try {
      await client.query('begin');
      await client.query(`select authz.begin_job($1, $2, 'write', 60)`, [tenant, actor]);
      const result = await client.query(sql);
      return result.command === 'SELECT' ? Number(result.rows[0].n) : (result.rowCount ?? 0);
    } catch (error) {
      return (error as pg.DatabaseError).code ?? 'no code';
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  it('opens one company to the worker, for the product itself', async () => {
    expect(await withLease(b, null, COUNT)).toBe(2);
    expect(await withLease(b, null, UPDATE)).toBe(2);
    expect(await withLease(b, null, insert(a))).toBe('42501');
  });
  it('goes as far as the person for whom it works', async () => {
    expect(await withLease(a, memberOfA, UPDATE)).toBe(1);
    expect(await withLease(b, memberOfA, COUNT)).toBe(0);
    expect(await withLease(a, consultant, UPDATE)).toBe(0);
    expect(await withLease(a, consultant, COUNT)).toBe(1);
  });
  it('ends with the right of that person', async () => {
    await asAdmin(`update authz.membership set revoked_at = now() where user_id = '${memberOfA}'`);
    expect(await withLease(a, memberOfA, COUNT)).toBe(0);
  });
  it('for an unknown person or company opens nothing', async () => {
    expect(await withLease(a, randomUUID(), COUNT)).toBe(0);
    expect(await withLease(randomUUID(), null, COUNT)).toBe(0);
  });
});
