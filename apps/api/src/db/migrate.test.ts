import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createEmptyDatabase } from '../testing/database.ts';
import { readMigrations } from './journal.ts';
import { migrateDatabase } from './migrate.ts';

let database: { url: string; drop(): Promise<void> };
let folder: string;
const passwords = inject('rolePasswords');
beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zq-migrations-'));
});
afterEach(async () => {
  await database.drop();
  fs.rmSync(folder, { recursive: true });
});

/** Writes a folder of migrations: a name, the moment in the journal, and the SQL. */
function write(...migrations: [tag: string, when: number, sql: string][]): void {
  fs.mkdirSync(path.join(folder, 'meta'), { recursive: true });
  for (const [tag, , sql] of migrations) fs.writeFileSync(path.join(folder, `${tag}.sql`), sql);
  const entries = migrations.map(([tag, when], idx) => ({ idx, when, tag }));
  fs.writeFileSync(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
}
const migrate = () => migrateDatabase({ url: database.url, passwords, folder });

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migration', () => {
  it('of an empty database by five programs at once applies each step once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => migrateDatabase({ url: database.url, passwords })),
    );
    const { total } = outcomes[0] ?? { total: 0 };
    expect(outcomes.map((outcome) => outcome.applied).sort((a, b) => a - b)).toEqual([0, 0, 0, 0, total]);
    expect(total).toBe(readMigrations(path.join(import.meta.dirname, 'migrations')).length);
  });

  it('run again has nothing to do and sets the passwords again', async () => {
    write(['0000_a', 1, 'create schema app; create table app.a (id int)']);
    expect(await migrate()).toEqual({ applied: 1, total: 1 });
    expect(await migrate()).toEqual({ applied: 0, total: 1 });
    write(
      ['0000_a', 1, 'create schema app; create table app.a (id int)'],
      ['0001_b', 2, 'create table app.b (id int)'],
    );
    expect(await migrate()).toEqual({ applied: 1, total: 2 });
  });

  it('that fails takes back its whole step and says which one', async () => {
    write(
      ['0000_a', 1, 'create schema app'],
      ['0001_b', 2, 'create table app.b (id int);\n--> statement-breakpoint\nselect 1 / 0'],
    );
    await expect(migrate()).rejects.toThrow('migration 0001_b: division by zero');
    expect(await query(`select to_regclass('app.b') as b`)).toEqual([{ b: null }]);
    expect(await query('select tag from migrations.applied')).toEqual([{ tag: '0000_a' }]);
  });

  it('refuses a journal out of order, which would be skipped silently', async () => {
    write(['0000_a', 2, 'select 1'], ['0001_b', 1, 'select 1']);
    await expect(migrate()).rejects.toThrow('0001_b is older than 0000_a');
  });

  it('refuses a file that is in no journal', async () => {
    write(['0000_a', 1, 'select 1']);
    fs.writeFileSync(path.join(folder, '0001_forgotten.sql'), 'select 1');
    await expect(migrate()).rejects.toThrow('0001_forgotten.sql is not in the journal');
  });

  it('refuses a step that was changed after it had been applied', async () => {
    write(['0000_a', 1, 'select 1']);
    await migrate();
    write(['0000_a', 1, 'select 2']);
    await expect(migrate()).rejects.toThrow('0000_a was changed');
  });

  it('refuses a database that is newer than the program', async () => {
    write(['0000_a', 1, 'select 1'], ['0001_b', 2, 'select 1']);
    await migrate();
    fs.rmSync(path.join(folder, '0001_b.sql'));
    write(['0000_a', 1, 'select 1']);
    await expect(migrate()).rejects.toThrow('newer than this program');
  });

  it('waits for a lock a second at a time and gets through when it is free', async () => {
    write(['0000_a', 1, 'create schema app; create table app.a (id int)']);
    await migrate();
    const reader = new pg.Client(database.url);
    await reader.connect();
    await reader.query('begin');
    await reader.query('select * from app.a');
    write(
      ['0000_a', 1, 'create schema app; create table app.a (id int)'],
      ['0001_b', 2, 'alter table app.a add b int'],
    );
    const done = migrate();
    // Longer than one attempt: while the reader holds the table, nobody may queue behind the migration for long.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const started = performance.now();
    await query('select * from app.a');
    expect(performance.now() - started).toBeLessThan(1_500);
    await reader.query('commit');
    expect(await done).toEqual({ applied: 1, total: 2 });
    await reader.end();
  });

  it('leaves nothing in the hands of a login, and lets data migrations past row security', async () => {
    await migrateDatabase({ url: database.url, passwords });
    expect(
      await query(`select distinct nspname::text as schema, relowner::regrole::text as owner from pg_class c
        join pg_namespace n on n.oid = relnamespace where nspname in ('app', 'authz') and relkind = 'r' order by 1`),
    ).toEqual([
      { schema: 'app', owner: 'zq_owner' },
      { schema: 'authz', owner: 'zq_authz' },
    ]);
    expect(await query(`select rolbypassrls, rolcanlogin from pg_roles where rolname = 'zq_migrate'`)).toEqual([
      { rolbypassrls: true, rolcanlogin: false },
    ]);
  });
});
