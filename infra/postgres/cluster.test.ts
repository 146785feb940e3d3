import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../fault.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';
import { databaseAccount } from './account.ts';
import { openCluster } from './cluster.ts';
import { clusterHome } from './home.ts';
import { loadSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('cluster-test');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('secrets of a data folder', () => {
  test('are made once and only for this user', () => {
    const secrets = loadSecrets(folder);
    expect(loadSecrets(folder)).toEqual(secrets);
    expect(new Set(Object.values(secrets)).size).toBe(4);
    expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test.each(['', 'null', '{"superuser": "x"}', '{'])('that are damaged (%j) are named', (text) => {
    fs.writeFileSync(path.join(folder, 'secrets.json'), text);
    expect(() => loadSecrets(folder)).toThrow(/secrets\.json is damaged/);
  });

  test('are not made anew beside a database that has others', () => {
    fs.mkdirSync(path.join(folder, 'postgres'));
    expect(() => loadSecrets(folder)).toThrow(/secrets\.json is missing/);
  });
});

describe('a database folder', () => {
  /** A folder as the database's account would have made it. */
  function makeDatabaseFolder(files: Record<string, string>): void {
    loadSecrets(folder);
    const database = path.join(folder, 'postgres');
    fs.mkdirSync(database);
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(database, name), text);
    const { ids } = databaseAccount();
    if (ids) fs.chownSync(database, ids.uid, ids.gid);
  }

  test('of another version is refused', () => {
    makeDatabaseFolder({ PG_VERSION: '15\n' });
    expect(() => openCluster(folder)).toThrow(/was made by PostgreSQL 15, this is PostgreSQL 18/);
  });

  test('with garbage for a version is refused', () => {
    makeDatabaseFolder({ PG_VERSION: '\u0000\u0001 garbage' });
    expect(() => openCluster(folder)).toThrow(/damaged PG_VERSION/);
  });

  test('that is something else is refused and left alone', () => {
    makeDatabaseFolder({ 'holiday.jpg': 'x' });
    expect(() => openCluster(folder)).toThrow(Fault);
    expect(fs.readdirSync(path.join(folder, 'postgres'))).toEqual(['holiday.jpg']);
  });

  test('is not left half made when making it was cut off before', () => {
    fs.mkdirSync(path.join(folder, 'postgres.unfinished'));
    fs.writeFileSync(path.join(folder, 'postgres.unfinished/PG_VERSION'), '18');
    const cluster = openCluster(folder);
    expect(fs.existsSync(path.join(cluster.folder, 'global/pg_control'))).toBe(true);
    expect(fs.readdirSync(folder)).not.toContain('postgres.unfinished');
    expect(fs.readdirSync(folder)).not.toContain('postgres.password');
  });
});

describe('a database kept outside the data folder', () => {
  const account = { name: 'self', ids: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 } };

  test('stays with its data folder, and a copy of that is refused', () => {
    const outside = path.join(folder, 'outside');
    fs.mkdirSync(path.join(outside, 'name'), { recursive: true });
    const original = path.join(folder, 'original');
    const copy = path.join(folder, 'copy');
    for (const data of [original, copy]) fs.mkdirSync(data);
    fs.writeFileSync(path.join(outside, 'name/belongs-to'), fs.realpathSync(original));
    expect(clusterHome(original, account, 'name', outside)).toBe(path.join(outside, 'name'));
    expect(() => clusterHome(copy, account, 'name', outside)).toThrow(
      /belongs to .*original, of which .*copy is a copy/,
    );
  });

  test('is not needed where the account can enter', () => {
    expect(clusterHome(folder, account, 'name', path.join(folder, 'outside'))).toBe(folder);
  });
});
