import { setTimeout as sleep } from 'node:timers/promises';
import { RULEBOOK } from '@zhengqi/obligations';
import pg from 'pg';
import { type AppliedMigration, MIGRATIONS, type Migration, pendingMigrations, readMigrations } from './journal.ts';
import { publishRulebook } from './publish-rulebook.ts';
import { ensureRoles, type RolePasswords } from './roles.ts';

/** Any constant that nothing else locks: "zqmg". */
const LOCK = 0x7a716d67;
const LOCK_NOT_AVAILABLE = '55P03';
const LOCK_ATTEMPTS = 30;

/** What a migration did. */
export interface MigrationOutcome {
  /** Migrations applied just now. */
  applied: number;
  /** Migrations the database has in all. */
  total: number;
}

/**
 * Brings a database to the state of this program: roles, then every migration that it has not seen. Several may call it
 * at once; one works, the others wait and find nothing to do.
 * @param options.url login that may create roles and objects: the superuser, or the owner of the database
 * @param options.folder another folder of migrations, for tests
 * @throws Error when the journal, the files and the database do not agree
 */
export async function migrateDatabase(options: {
  url: string;
  passwords: RolePasswords;
  folder?: string;
}): Promise<MigrationOutcome> {
  const migrations = readMigrations(options.folder ?? MIGRATIONS);
  const client = new pg.Client({ connectionString: options.url, application_name: 'zhengqi-migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(client, options.passwords);
    await client.query('set role zq_migrate');
    await client.query('create schema if not exists migrations');
    await client.query(`create table if not exists migrations.applied (
      index int primary key, tag text not null unique, hash text not null, applied_at timestamptz not null default now())`);
    // The API looks whether the database is as far as the program, before it calls itself ready.
    await client.query('grant usage on schema migrations to zq_auth');
    await client.query('grant select on migrations.applied to zq_auth');
    const pending = pendingMigrations(migrations, await readApplied(client));
    for (const migration of pending) await applyPatiently(client, migration);
    await publishRulebook(client, RULEBOOK);
    const total = (await readApplied(client)).length;
    if (total !== migrations.length) {
      throw new Error(`${migrations.length} migrations expected, the database recorded ${total}`);
    }
    return { applied: pending.length, total };
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select index, tag, hash from migrations.applied order by index',
  );
  return rows;
}

/**
 * A migration that waits for a table makes everybody behind it wait too, so it waits a second at most, steps back and
 * tries again.
 */
async function applyPatiently(client: pg.Client, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(client, migration);
    } catch (error) {
      await client.query('rollback');
      const isBusy = error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
      if (!isBusy || attempt === LOCK_ATTEMPTS) throw new Error(`migration ${migration.tag}: ${reason(error)}`);
      await sleep(200 + 50 * attempt);
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  await client.query(`set local lock_timeout = '1s'`);
  await client.query(`set local statement_timeout = '10min'`);
  for (const statement of migration.statements) await client.query(statement);
  await client.query(HAND_OVER);
  const { index, tag, hash } = migration;
  await client.query('insert into migrations.applied (index, tag, hash) values ($1, $2, $3)', [index, tag, hash]);
  await client.query('commit');
}

/** Everything a migration made belongs to the owner of its schema, never to a role that logs in. */
const HAND_OVER = `do $$
declare r record;
begin
  for r in
    select format('alter schema %I owner to %I', n.nspname, o.owner) as statement
      from pg_namespace n join (values ('authz', 'zq_authz'), ('app', 'zq_owner')) o(schema, owner) on o.schema = n.nspname
     where n.nspowner <> to_regrole(o.owner)
    union all
    select format('alter %s %s owner to %I', case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
             when 'S' then 'sequence' when 'c' then 'type' else 'table' end, c.oid::regclass, o.owner)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join (values ('authz', 'zq_authz'), ('app', 'zq_owner')) o(schema, owner) on o.schema = n.nspname
     where c.relkind in ('r', 'p', 'v', 'm', 'S', 'c') and c.relowner <> to_regrole(o.owner)
    union all
    select format('alter routine %s owner to %I', p.oid::regprocedure, o.owner)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      join (values ('authz', 'zq_authz'), ('app', 'zq_owner')) o(schema, owner) on o.schema = n.nspname
     where p.proowner <> to_regrole(o.owner)
  loop
    execute r.statement;
  end loop;
end $$`;

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
