import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openPool, type Pool } from '../db/pool.ts';

declare module 'vitest' {
  interface ProvidedContext {
    pgAdminUrl: string;
    templateName: string;
    rolePasswords: { app: string; worker: string };
  }
}

/** A database of one test file, cloned from the migrated template on a real server. */
export interface TestDatabase {
  /** Address for the superuser. */
  adminUrl: string;
  /** The superuser, to arrange and to look behind the scenes. */
  admin: pg.Pool;
  /** Address for one of the product's logins. */
  urlFor(role: LoginRole): string;
  /** A pool of one of the product's logins, closed with the database. */
  poolFor(role: LoginRole, max?: number): Pool;
  drop(): Promise<void>;
}

export type LoginRole = 'zq_app' | 'zq_auth' | 'zq_portfolio' | 'zq_worker' | 'zq_jobs';

/** Clones the template. Call it in `beforeAll` and `drop()` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('pgAdminUrl');
  const name = `zq_test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name} template ${inject('templateName')}`);
  const address = (user?: string, password?: string): string => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    if (user !== undefined) url.username = user;
    if (password !== undefined) url.password = password;
    return url.href;
  };
  const passwords = inject('rolePasswords');
  const urlFor = (role: LoginRole) =>
    address(role, role === 'zq_worker' || role === 'zq_jobs' ? passwords.worker : passwords.app);
  const ignore = () => {};
  const pools: pg.Pool[] = [];
  const open = (url: string, max: number) => {
    const pool = openPool({ url, name: 'test', max, onError: ignore });
    pools.push(pool);
    return pool;
  };
  return {
    adminUrl: address(),
    admin: open(address(), 3),
    urlFor,
    poolFor: (role, max = 3) => open(urlFor(role), max),
    async drop() {
      await Promise.all(pools.map((pool) => pool.end()));
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A new, empty database on the same server, for tests of the migration itself. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('pgAdminUrl');
  const name = `zq_empty_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
