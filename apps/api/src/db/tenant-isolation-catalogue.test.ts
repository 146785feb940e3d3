import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueFindings } from '../testing/catalogue-rules.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const policy = (command: string, rule: string) => `create policy planted on app.licence for ${command} ${rule}`;
const read = `(tenant_id = (select authz.tenant('read')))`;
const write = `(tenant_id = (select authz.tenant('write')))`;
const bare = '(tenant_id uuid not null, id int, primary key (tenant_id, id))';
const definer = (name: string, more: string) =>
  `create function ${name}() returns int language sql security definer ${more} as 'select 1';
   revoke all on function ${name}() from public;`;

/** One fault each, planted into the good schema, and the rule that must report it. */
const FAULTS: readonly [name: string, rule: string, sql: string][] = [
  ['row security disabled', 'C02', 'alter table app.licence disable row level security'],
  ['a table that the deletion of its tenant passes over', 'C29', 'drop policy erasure_delete on app.licence'],
  ['row security not forced', 'C03', 'alter table app.licence no force row level security'],
  ['new table without row security', 'C02', `create table app.planted ${bare}`],
  ['new table without tenant_id', 'C01', 'create table app.planted (id int primary key)'],
  [
    'new table without a policy',
    'C04',
    `create table app.planted ${bare}; alter table app.planted enable row level security`,
  ],
  ['policy that is always true', 'C05', policy('select', 'to zq_app using (true)')],
  [
    'policy that reads the setting itself',
    'C05',
    policy('select', `to zq_app using (tenant_id = current_setting('app.tenant')::uuid)`),
  ],
  ['policy not wrapped in a select', 'C05', policy('select', `to zq_app using (tenant_id = authz.tenant('read'))`)],
  ['good reading half, free writing half', 'C05', policy('update', `to zq_app using ${write} with check (true)`)],
  ['update decided at read level', 'C06', policy('update', `to zq_app using ${read} with check ${read}`)],
  ['one policy for all commands', 'C06', policy('all', `to zq_app using ${read} with check ${write}`)],
  ['delete decided at read level', 'C06', policy('delete', `to zq_app using ${read}`)],
  ['insert decided at read level', 'C06', policy('insert', `to zq_app with check ${read}`)],
  ['policy to everybody', 'C07', policy('select', `using ${read}`)],
  ['unique key over all tenants', 'C08', 'create unique index on app.licence (number)'],
  [
    'foreign key without the tenant',
    'C09',
    'alter table app.licence add unique (id); alter table app.fact add foreign key (licence_id) references app.licence (id)',
  ],
  [
    'no index by tenant',
    'C10',
    `create table app.planted (id int, tenant_id uuid not null, primary key (id, tenant_id))`,
  ],
  ['view with the rights of its owner', 'C11', 'create view app.planted as select * from app.licence'],
  [
    'readable materialized view',
    'C12',
    'create materialized view app.planted as select * from app.licence; grant select on app.planted to zq_app',
  ],
  ['truncate granted', 'C13', 'grant truncate on app.licence to zq_app'],
  ['a login owns a table', 'C14', `create table app.planted ${bare}; alter table app.planted owner to zq_app`],
  ['a login bypasses row security', 'C15', 'alter role zq_app bypassrls'],
  ['a login is a member of the owner', 'C16', 'grant zq_owner to zq_app'],
  [
    'definer function without search_path',
    'C17',
    `${definer('authz.planted', '')} alter function authz.planted() owner to zq_authz`,
  ],
  ['definer function of a superuser', 'C18', definer('app.planted', 'set search_path = pg_catalog')],
  [
    'definer function of the table owner',
    'C18',
    `${definer('app.planted', 'set search_path = pg_catalog')} alter function app.planted() owner to zq_owner`,
  ],
  [
    'definer function open to everybody',
    'C19',
    `${definer('authz.planted', 'set search_path = pg_catalog')} alter function authz.planted() owner to zq_authz; grant execute on function authz.planted() to public`,
  ],
  ['a login may create tables', 'C20', 'grant create on schema app to zq_app'],
  ['a login reads memberships', 'C21', 'grant select on authz.membership to zq_app'],
  [
    'index over an enum',
    'C22',
    `create type app.planted as enum ('a'); alter table app.licence add e app.planted; create index on app.licence (tenant_id, e)`,
  ],
  [
    'partition reachable past its parent',
    'C23',
    `create table app.planted ${bare} partition by hash (tenant_id); create table app.planted_0 partition of app.planted for values with (modulus 1, remainder 0); call authz.protect('app.planted')`,
  ],
  ['the job login reads a table', 'C24', 'grant select on app.licence to zq_jobs'],
  ['audit rows can be deleted', 'C25', 'grant delete on app.audit_event to zq_worker'],
  [
    'password hashes within reach of tenant queries',
    'C26',
    'grant execute on function authz.password_of(text) to zq_app',
  ],
  [
    'a helper of the decision open to everybody',
    'C28',
    'grant execute on function authz.decide(bytea, uuid, timestamptz) to public',
  ],
  ['numbered rows', 'C27', 'alter table app.licence add n bigint generated always as identity'],
];

/** Runs in a transaction that is never committed. */
async function inDiscarded<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.admin.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the catalogue of the migrated database', () => {
  it('breaks no rule that keeps tenants apart', async () => {
    expect(await catalogueFindings(database.admin)).toEqual([]);
  });

  it('has at least fifteen tables under these rules', async () => {
    const { rows } = await database.admin.query(`select count(*)::int as n from pg_tables where schemaname = 'app'`);
    expect(rows[0].n).toBeGreaterThanOrEqual(15);
  });
});

describe('each planted fault is found by its rule', () => {
  it.each(FAULTS)('%s (%s)', async (_name, rule, sql) => {
    const findings = await inDiscarded(async (client) => {
      await client.query(sql);
      return catalogueFindings(client);
    });
    expect(findings.map((finding) => finding.rule.slice(0, 3))).toContain(rule);
  });
});
