import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitForEnd } from '../processes.ts';
import { makeDatabaseFolder } from '../testing/temporary-folder.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { keepRunning } from './keep-running.ts';
import { superuserUrl } from './postmaster.ts';
import { type Server, startServer, stopServer } from './server.ts';

let folder: string;
let cluster: Cluster;
let running: Server[] = [];

beforeAll(() => {
  folder = makeDatabaseFolder('server test with blanks');
  cluster = openCluster(folder);
});
afterEach(async () => {
  await Promise.all(running.map(stopServer));
  running = [];
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function start(): Promise<Server> {
  const server = await startServer(cluster);
  running.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(server: Server, sql: string, database?: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: superuserUrl(cluster, server.port, database) });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  test('speaks Chinese: pinyin order, and trigrams of Chinese text', async () => {
    const server = await start();
    const rows = await ask<{ name: string }>(
      server,
      `select name from unnest(array['张', '安', '王', '李', '北']) name order by name`,
    );
    expect(rows.map((row) => row.name).join('')).toBe('安北李王张');
    await ask(server, 'create extension if not exists pg_trgm');
    const [similar] = await ask<{ near: number }>(server, `select similarity('深圳市公司', '深圳公司') as near`);
    expect(similar?.near).toBeGreaterThan(0.3);
  });

  test('lets nobody in without the password', async () => {
    const server = await start();
    const client = new pg.Client(`postgres://postgres:wrong@127.0.0.1:${server.port}/postgres`);
    await expect(client.connect()).rejects.toThrow('password authentication failed');
  });

  test('is taken over with its data when the launcher was lost', async () => {
    const first = await start();
    await ensureDatabase(superuserUrl(cluster, first.port), 'kept');
    await ask(first, 'create table kept as select 42 as answer', 'kept');
    const second = await start();
    expect(second).toMatchObject({ pid: first.pid, port: first.port, adopted: true });
    expect(await ask(second, 'select answer from kept', 'kept')).toEqual([{ answer: 42 }]);
  });

  test('recovers after it was killed', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await startPatiently();
    expect(second.adopted).toBe(false);
    expect(await ask(second, 'select answer from kept', 'kept')).toEqual([{ answer: 42 }]);
  });

  test('is not confused by a foreign process that has the number of its predecessor', async () => {
    const other = spawn('sleep', ['60']);
    try {
      const note = [other.pid, cluster.folder, 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready', ''].join('\n');
      fs.writeFileSync(path.join(cluster.folder, 'postmaster.pid'), note);
      expect((await start()).adopted).toBe(false);
    } finally {
      other.kill();
    }
  });

  test('is started again on the same port when it dies', async () => {
    const first = await startServer(cluster);
    const lines: string[] = [];
    const again = Promise.withResolvers<void>();
    const say = (line: string) => {
      lines.push(line);
      if (line.includes('again') && lines.length === 2) again.resolve();
    };
    const kept = keepRunning(cluster, first, {}, say, again.reject);
    process.kill(first.pid, 'SIGKILL');
    await again.promise;
    expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }]);
    await kept.stop();
    await expect(ask(first, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('stops although a client is connected', async () => {
    const server = await start();
    const client = new pg.Client({ connectionString: superuserUrl(cluster, server.port) });
    client.on('error', () => {});
    await client.connect();
    await stopServer(server);
    expect(await waitForEnd(server.pid, 1000)).toBe(true);
  });
});

/** Helper processes of a killed server hold its data for a moment. */
async function startPatiently(): Promise<Server> {
  return expect
    .poll(start, { timeout: 10_000 })
    .toBeDefined()
    .then(() => running.at(-1) as Server);
}
