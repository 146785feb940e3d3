import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestProduct, type TestProduct } from './testing/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Started {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

function start(file: 'server.ts' | 'worker.ts', env: Record<string, string>): Started {
  const child = fork(path.join(import.meta.dirname, file), {
    env: { PATH: process.env['PATH'], ...env },
    execArgv: [],
    silent: true,
  });
  running.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startServer(port: number): Promise<Started> {
  const started = start('server.ts', { DATABASE_URL: product.database.urlFor('zq_app'), PORT: String(port) });
  await expect.poll(() => started.output(), { timeout: 15_000 }).toContain('listening');
  return started;
}

describe('a process refuses to start', () => {
  it.each<['server.ts' | 'worker.ts', string, () => Record<string, string>, RegExp]>([
    ['server.ts', 'without settings', () => ({}), /^settings of the environment: DATABASE_URL is not set\n$/],
    [
      'server.ts',
      'with a wrong port',
      () => ({ DATABASE_URL: 'postgres://a/b', PORT: '70000' }),
      /^settings of the environment: PORT: /,
    ],
    [
      'server.ts',
      'as the superuser',
      () => ({ DATABASE_URL: product.database.adminUrl }),
      /^the database login "postgres" is stronger .*superuser/,
    ],
    [
      'worker.ts',
      'as the superuser',
      () => ({ DATABASE_URL: product.database.adminUrl, JOBS_DATABASE_URL: product.database.urlFor('zq_jobs') }),
      /^the database login "postgres" is stronger/,
    ],
    [
      'worker.ts',
      'with jobs of the superuser',
      () => ({ DATABASE_URL: product.database.urlFor('zq_worker'), JOBS_DATABASE_URL: product.database.adminUrl }),
      /^the database login "postgres" is stronger/,
    ],
    [
      'worker.ts',
      'without settings',
      () => ({}),
      /^settings of the environment: DATABASE_URL is not set; JOBS_DATABASE_URL is not set\n$/,
    ],
  ])('%s %s, in one line', async (file, _name, env, line) => {
    const { ended, output } = start(file, env());
    expect(await ended).toBe(1);
    expect(output()).toMatch(line);
    expect(output().trim().split('\n')).toHaveLength(1);
    expect(output()).not.toMatch(/:[^@/\s]{8,}@/);
  });
});

describe('the API process', () => {
  it('shares its port, and ends the requests it has when it is told to stop', async () => {
    const port = await freePort();
    const [first, second] = [await startServer(port), await startServer(port)];
    let failed = 0;
    let answered = 0;
    let asking = true;
    const ask = async () => {
      while (asking) {
        const response = await fetch(`http://127.0.0.1:${port}/api/trpc/session.status`).catch(() => undefined);
        if (response?.ok) answered += 1;
        else failed += 1;
        await response?.text();
      }
    };
    const asked = Promise.all([ask(), ask(), ask()]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    asking = false;
    await asked;
    expect(answered).toBeGreaterThan(50);
    // A connection that was being made to the port of the one that stops can be lost; a request with an answer is not.
    expect(failed).toBeLessThanOrEqual(2);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('ends when the process that started it is gone', async () => {
    const { child, ended } = await startServer(await freePort());
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('lives through the loss of all its database connections', async () => {
    const port = await freePort();
    const { child, ended } = await startServer(port);
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
    expect(await ready()).toBe(200);
    await product.database.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('zq_app', 'zq_auth')
        and datname = current_database()`,
    );
    await expect.poll(ready, { timeout: 5_000 }).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('the worker process', () => {
  it('starts, works and stops', async () => {
    const env = {
      DATABASE_URL: product.database.urlFor('zq_worker'),
      JOBS_DATABASE_URL: product.database.urlFor('zq_jobs'),
    };
    const { child, output, ended } = start('worker.ts', env);
    await expect.poll(() => output(), { timeout: 20_000 }).toContain('schedules rolled');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('lives through the loss of all its database connections and then does what was left meanwhile', async () => {
    const { admin } = product.database;
    const { child, output, ended } = start('worker.ts', {
      DATABASE_URL: product.database.urlFor('zq_worker'),
      JOBS_DATABASE_URL: product.database.urlFor('zq_jobs'),
    });
    await expect
      .poll(() => output(), { timeout: 20_000 })
      .toMatch(/working[\s\S]*schedules rolled|schedules rolled[\s\S]*working/);
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('zq_worker', 'zq_jobs')
        and datname = current_database()`,
    );
    const { tenantId, userId } = await product.company();
    await admin.query(
      `insert into app.outbox (tenant_id, id, task, payload, actor_id, created_at)
       values ($1, gen_random_uuid(), 'regenerate-schedule', '{"reason": "manual"}', $2, now())`,
      [tenantId, userId],
    );
    const dispatched = async () =>
      (await admin.query('select dispatched_at from app.outbox where tenant_id = $1', [tenantId])).rows[0]
        ?.dispatched_at;
    await expect.poll(dispatched, { timeout: 15_000 }).not.toBeNull();
    await expect.poll(() => output(), { timeout: 20_000 }).toContain('"reason":"manual"');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);
});
