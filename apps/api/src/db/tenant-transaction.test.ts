import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { arrange } from '../testing/people.ts';
import type { Pool } from './pool.ts';
import { outbox } from './schema/audit.ts';
import { type TenantAccess, type TenantTransaction, withTenant } from './tenant-transaction.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  // One connection, so that whatever one transaction leaves behind meets the next one.
  pool = database.poolFor('zq_app', 1);
});
afterAll(() => database.drop());

let a: TenantAccess;
let b: TenantAccess;
beforeEach(async () => {
  const make = arrange(database.admin);
  const enter = async (): Promise<TenantAccess> => {
    const [tenantId, user] = [await make.organisation(), await make.user()];
    await make.membership(user, tenantId);
    return { pool, tenantId, entry: { kind: 'credential', credentialHash: await make.session(user) } };
  };
  [a, b] = [await enter(), await enter()];
});

const add = (tx: TenantTransaction, task = 'test') =>
  tx.db.insert(outbox).values({
    tenantId: tx.tenantId,
    id: randomUUID(),
    task,
    payload: {},
    actorId: null,
    createdAt: new Date().toISOString(),
    dispatchedAt: null,
  });
const tasks = async (tx: TenantTransaction) => (await tx.db.select().from(outbox)).map((row) => row.task);
const seenBy = (access: TenantAccess) => withTenant(access, 'read', tasks);

describe('a transaction of a tenant', () => {
  it('stores on success and shows nothing to another tenant on the same connection', async () => {
    await withTenant(a, 'write', (tx) => add(tx));
    expect(await seenBy(a)).toEqual(['test']);
    expect(await seenBy(b)).toEqual([]);
  });

  it('takes everything back when the work throws', async () => {
    const work = withTenant(a, 'write', async (tx) => {
      await add(tx);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await seenBy(a)).toEqual([]);
  });

  it('rejects when a failed statement was swallowed, instead of reporting success', async () => {
    const work = withTenant(a, 'write', async (tx) => {
      await add(tx);
      await tx.db.execute(sql`select 1 / 0`).catch(() => {});
    });
    await expect(work).rejects.toThrow('nothing was stored');
    expect(await seenBy(a)).toEqual([]);
  });

  it('opened for reading cannot write, whatever the work tries', async () => {
    await expect(withTenant(a, 'read', (tx) => add(tx))).rejects.toMatchObject({ cause: { code: '25006' } });
  });

  it('is closed to strangers in the same words as one that does not exist', async () => {
    const foreign = { ...a, tenantId: b.tenantId };
    const missing = { ...a, tenantId: randomUUID() };
    const malformed = { ...a, tenantId: 'x' };
    for (const access of [foreign, missing, malformed]) {
      await expect(withTenant(access, 'read', tasks)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('is refused for writing to one who may only read', async () => {
    const make = arrange(database.admin);
    const viewer = await make.user();
    await make.membership(viewer, a.tenantId, 'viewer');
    const access: TenantAccess = { ...a, entry: { kind: 'credential', credentialHash: await make.session(viewer) } };
    await expect(withTenant(access, 'write', tasks)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await withTenant(access, 'read', tasks)).toEqual([]);
  });
});

describe('nesting', () => {
  it('joins the open transaction of the same tenant', async () => {
    const work = withTenant(a, 'write', async () => {
      await withTenant(a, 'write', (tx) => add(tx));
      throw new Error('outer');
    });
    await expect(work).rejects.toThrow('outer');
    expect(await seenBy(a)).toEqual([]);
  });

  it('throws for another tenant and for another caller', async () => {
    const caller: TenantAccess = { ...a, entry: { ...a.entry } };
    for (const inner of [b, caller]) {
      const work = withTenant(a, 'write', () => withTenant(inner, 'read', tasks));
      await expect(work).rejects.toThrow('must not contain');
    }
  });

  it('throws when a reading one should write', async () => {
    await expect(withTenant(a, 'read', () => withTenant(a, 'write', add))).rejects.toThrow('must not contain');
  });
});

describe('what a transaction leaves behind', () => {
  it('is a handle that refuses to run in somebody else’s transaction', async () => {
    let escaped: TenantTransaction | undefined;
    await withTenant(a, 'write', async (tx) => {
      escaped = tx;
    });
    await withTenant(b, 'write', async () => {
      await expect(add(escaped as TenantTransaction, 'escaped')).rejects.toMatchObject({ cause: { code: 'internal' } });
    });
    expect(await seenBy(a)).toEqual([]);
    expect(await seenBy(b)).toEqual([]);
  });
});

describe('a transaction whose connection dies', () => {
  const pidOf = async (tx: TenantTransaction) =>
    Number((await tx.db.execute(sql`select pg_backend_pid() as pid`)).rows[0]?.['pid']);
  const kill = (pid: number) => database.admin.query('select pg_terminate_backend($1)', [pid]);

  it('neither reads nor writes in the transaction of the next tenant', async () => {
    await withTenant(b, 'write', (tx) => add(tx, 'of b'));
    let seen: string[] | Error = [];
    let written: unknown;
    let resume = () => {};
    const pause = new Promise<void>((resolve) => {
      resume = resolve;
    });
    let died = () => {};
    const dead = new Promise<void>((resolve) => {
      died = resolve;
    });
    const first = withTenant(a, 'write', async (tx) => {
      await kill(await pidOf(tx));
      died();
      // Meanwhile the next tenant begins; the pool may hand out a new connection only.
      await pause;
      seen = await tasks(tx).catch((error: Error) => error);
      written = await add(tx, 'from a').catch((error: Error) => error);
    });
    const outcome = first.then(
      () => 'resolved',
      () => 'rejected',
    );
    await dead;
    const other = database.poolFor('zq_app', 1);
    await withTenant({ ...b, pool: other }, 'write', async (tx) => {
      await add(tx, 'also of b');
      resume();
      expect(await outcome).toBe('rejected');
      expect(await tasks(tx)).toEqual(['of b', 'also of b']);
    });
    expect(seen).toBeInstanceOf(Error);
    expect(written).toBeInstanceOf(Error);
    expect(await seenBy(a)).toEqual([]);
    expect((await seenBy(b)).sort()).toEqual(['also of b', 'of b']);
  });

  it('does not end the process and leaves the pool usable', async () => {
    for (let i = 0; i < 5; i += 1) {
      const work = withTenant(a, 'write', async (tx) => {
        await kill(await pidOf(tx));
        await add(tx, 'lost');
      });
      await expect(work).rejects.toThrow();
      expect(await seenBy(a)).toEqual([]);
    }
    expect(pool.totalCount).toBeLessThanOrEqual(1);
  });
});

describe('a job', () => {
  it('leaves no lease behind', async () => {
    const worker = database.poolFor('zq_worker', 1);
    const access: TenantAccess = {
      pool: worker,
      tenantId: a.tenantId,
      entry: { kind: 'job', actorId: null, leaseSeconds: 60 },
    };
    await withTenant(access, 'write', (tx) => add(tx, 'of a job'));
    expect(await seenBy(a)).toEqual(['of a job']);
    const { rows } = await database.admin.query(`select count(*)::int as n from authz.credential where kind = 'job'`);
    expect(rows[0].n).toBe(0);
  });
});
