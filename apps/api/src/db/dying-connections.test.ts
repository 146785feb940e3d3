import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { arrange } from '../testing/people.ts';
import type { Pool } from './pool.ts';
import { outbox } from './schema/audit.ts';
import { type TenantAccess, type TenantTransaction, withTenant } from './tenant-transaction.ts';

/** Tenants that work at the same time, over a pool that is too small for them. */
const TENANTS = 8;
const TRANSACTIONS = 40;
const CONNECTIONS = 3;

let database: TestDatabase;
let pool: Pool;
let tenants: readonly TenantAccess[];
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.poolFor('zq_app', CONNECTIONS);
  const make = arrange(database.admin);
  tenants = await Promise.all(
    Array.from({ length: TENANTS }, async () => {
      const [tenantId, user] = [await make.organisation(), await make.user()];
      await make.membership(user, tenantId);
      return { pool, tenantId, entry: { kind: 'credential', credentialHash: await make.session(user) } } as const;
    }),
  );
});
afterAll(() => database.drop());

const write = (tx: TenantTransaction, task: string) =>
  tx.db.insert(outbox).values({
    tenantId: tx.tenantId,
    id: randomUUID(),
    task,
    payload: {},
    actorId: null,
    createdAt: new Date(0).toISOString(),
    dispatchedAt: null,
  });

/** One transaction that writes twice and reads, with a pause in which its connection may die. */
async function work(access: TenantAccess, name: string, foreign: string[]): Promise<'stored' | 'failed'> {
  try {
    await withTenant(access, 'write', async (tx) => {
      await write(tx, name);
      await tx.db.execute(sql`select pg_sleep(0.002)`);
      await new Promise((resolve) => setImmediate(resolve));
      const rows = await tx.db.select().from(outbox);
      foreign.push(...rows.filter((row) => row.tenantId !== access.tenantId).map((row) => row.task));
      await write(tx, name);
    });
    return 'stored';
  } catch {
    return 'failed';
  }
}

it('under load never let a transaction read, write or be stored as another tenant', async () => {
  const foreign: string[] = [];
  let killed = 0;
  let isOver = false;
  const killer = (async () => {
    while (!isOver) {
      const { rowCount } = await database.admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where usename = 'zq_app' and datname = current_database() and xact_start is not null limit 1`,
      );
      killed += rowCount ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const outcomes = await Promise.all(
    tenants.map(async (access, i) => {
      const names: { name: string; outcome: string }[] = [];
      for (let n = 0; n < TRANSACTIONS; n += 1) {
        const name = `${i}-${n}`;
        names.push({ name, outcome: await work(access, name, foreign) });
      }
      return names;
    }),
  );
  isOver = true;
  await killer;
  expect(killed).toBeGreaterThan(5);
  expect(foreign).toEqual([]);
  const { rows } = await database.admin.query<{ tenantId: string; task: string; n: number }>(
    'select tenant_id as "tenantId", task, count(*)::int as n from app.outbox group by 1, 2',
  );
  const stored = new Map(rows.map((row) => [row.task, row]));
  for (const [i, names] of outcomes.entries()) {
    for (const { name, outcome } of names) {
      // Both rows or none, under their own tenant. Only a commit whose answer was lost may have stored without saying so.
      if (outcome === 'stored') expect(stored.get(name)).toEqual({ tenantId: tenants[i]?.tenantId, task: name, n: 2 });
    }
  }
  for (const row of rows) {
    expect(row.n).toBe(2);
    expect(row.tenantId).toBe(tenants[Number(row.task.split('-')[0])]?.tenantId);
  }
  const failed = outcomes.flat().filter(({ outcome }) => outcome === 'failed').length;
  process.stdout.write(
    `connections killed under load: ${killed}, transactions failed: ${failed}, leaks: ${foreign.length}\n`,
  );
  // The pool is whole again.
  const after = await Promise.all(tenants.map((access, i) => work(access, `${i}-after`, foreign)));
  expect(after).toEqual(tenants.map(() => 'stored'));
  expect(pool.totalCount).toBeLessThanOrEqual(CONNECTIONS);
});
