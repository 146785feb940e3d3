import { AsyncLocalStorage } from 'node:async_hooks';
import type { ScheduleRules } from '@zhengqi/obligations';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { AppError, forbidden, notOpen } from '../errors.ts';
import { readCompanyRules, SHIPPED_RULES } from './company-rules.ts';
import { appErrorOfDatabase } from './database-errors.ts';
import type { Pool } from './pool.ts';

/**
 * Who comes in: a person by the hash of the session's token, a job that asks for a lease, or whoever has the link to one
 * request, by the hash of its token.
 */
export type Entry =
  | { kind: 'credential'; credentialHash: string }
  | { kind: 'link'; tokenHash: string }
  | { kind: 'job'; actorId: string | null; leaseSeconds: number };

/** What `withTenant` needs of a context. */
export interface TenantAccess {
  pool: Pool;
  tenantId: string;
  entry: Entry;
  /** Newest release of the base rules with the calendar; what the organisation itself goes by is `rules` of the transaction. */
  rules?: ScheduleRules;
  /** Stands around the work of a writing transaction, inside of it: for what must be stored together with its effect. */
  around?: AroundWrite;
}

/** Calls the work and gives its result, or throws instead. */
export type AroundWrite = <T>(tx: TenantTransaction, work: () => Promise<T>) => Promise<T>;

/** What the database decided about the one who came in. */
export interface Access {
  tenantId: string;
  /** Null for the product itself, for API keys and for links. */
  userId: string | null;
  level: 'read' | 'write';
  role: 'owner' | 'admin' | 'member' | 'viewer' | 'consultant' | 'operator' | 'system' | 'api-key' | 'link';
  /** Of a link: which it is, and the one request that it opens. The policies show nothing else. */
  link?: { id: string; requestId: string };
}

/**
 * `read`: the transaction cannot write at all. `settle`: it is open to who may only read, for what an organisation settles
 * while it closes too. Row security still lets only those write who may; the functions of the database decide for themselves.
 */
export type Mode = 'read' | 'write' | 'settle';

/** Handle of one transaction; it is dead when the transaction has ended. drizzle's own transactions are not for use here. */
export interface TenantTransaction {
  db: Omit<NodePgDatabase, 'transaction' | '$client'>;
  access: Access;
  tenantId: string;
  /** What this organisation goes by: its release of the base rules with its own duties. */
  rules: ScheduleRules;
  /** Version of that release; null until its schedule is first counted. */
  base: string | null;
  /** Reads the rules again after this transaction has changed them. */
  refreshRules(): Promise<void>;
}

interface Running {
  access: TenantAccess;
  mode: Mode;
  tx: TenantTransaction;
}

const running = new AsyncLocalStorage<Running>();

/**
 * The only way to the rows of a tenant: one transaction, in which the database knows who asks for which tenant and
 * shows what that one may see. Inside another one for the same tenant it joins it.
 * @throws AppError `not-found` when the tenant is not open to the caller, `forbidden` when only for reading; whatever
 * `work` throws, after taking everything back
 * @throws Error when nested in a transaction of another tenant or another caller: `set_config` would change the outer one
 */
export async function withTenant<T>(
  access: TenantAccess,
  mode: Mode,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const outer = running.getStore();
  if (outer) {
    if (outer.access.tenantId !== access.tenantId || outer.access.entry !== access.entry) {
      throw new Error('a transaction of one tenant must not contain one of another tenant or caller');
    }
    if (outer.mode !== 'write' && mode !== 'read' && outer.mode !== mode)
      throw new Error('a transaction must not contain one that may do more than it');
    return work(outer.tx);
  }
  const client = await access.pool.connect();
  const handle = new TransactionClient(client);
  try {
    // A job writes its lease, so that its transactions are never read only for the database.
    const isReadOnly = mode === 'read' && access.entry.kind !== 'job';
    await client.query(isReadOnly ? 'begin read only' : 'begin');
    const decided = await enter(client, access, mode);
    const tx = await openRules(drizzle(handle.forDrizzle()), access, decided);
    const { around } = access;
    const whole = mode === 'write' && around ? () => around(tx, () => work(tx)) : () => work(tx);
    const result = await running.run({ access, mode, tx }, whole);
    handle.close();
    if (access.entry.kind === 'job') await client.query('select authz.end_job()');
    const { command } = await client.query('commit');
    // A statement failed and its error was swallowed: the server then answers COMMIT with ROLLBACK.
    if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit; nothing was stored');
    client.release();
    return result;
  } catch (error) {
    handle.close();
    await takeBack(client, error);
    throw appErrorOfDatabase(error) ?? error;
  }
}

async function openRules(db: NodePgDatabase, access: TenantAccess, decided: Access): Promise<TenantTransaction> {
  const { pool, tenantId, rules: shipped = SHIPPED_RULES } = access;
  let read = await readCompanyRules(db, { pool, tenantId, shipped });
  const tx: TenantTransaction = {
    db,
    access: decided,
    tenantId,
    rules: read.rules,
    base: read.base,
    refreshRules: async () => {
      read = await readCompanyRules(db, { pool, tenantId, shipped, before: read });
      tx.rules = read.rules;
      tx.base = read.base;
    },
  };
  return tx;
}

/** A connection that cannot even roll back is thrown away, so that nobody gets it in an unknown state. */
async function takeBack(client: pg.PoolClient, error: unknown): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(error instanceof Error ? error : true);
  }
}

async function enter(client: pg.PoolClient, { entry, tenantId }: TenantAccess, mode: Mode): Promise<Access> {
  if (entry.kind === 'link') return enterByLink(client, entry.tokenHash, tenantId);
  const columns = 'tenant_id as "tenantId", user_id as "userId", level, role';
  const { rows } =
    entry.kind === 'credential'
      ? await client.query(`select ${columns} from authz.enter($1, $2)`, [entry.credentialHash, tenantId])
      : await client.query(`select ${columns} from authz.begin_job($1, $2, $3, $4)`, [
          tenantId,
          entry.actorId,
          mode === 'write' ? 'write' : 'read',
          entry.leaseSeconds,
        ]);
  const access: Access | { level: null } = rows[0];
  if (access.level === null) throw notOpen();
  if (mode === 'write' && access.level !== 'write') throw forbidden();
  return access;
}

async function enterByLink(client: pg.PoolClient, tokenHash: string, tenantId: string): Promise<Access> {
  const { rows } = await client.query<{ tenant_id: string | null; link_id: string; request_id: string }>(
    'select * from authz.enter_by_link($1)',
    [tokenHash],
  );
  const [row] = rows;
  if (row === undefined || row.tenant_id !== tenantId) throw notOpen();
  return { tenantId, userId: null, level: 'write', role: 'link', link: { id: row.link_id, requestId: row.request_id } };
}

/**
 * Stands between drizzle and the connection. A forgotten `await` must not run its statement later, when the pool has
 * given the connection to somebody else's transaction.
 */
class TransactionClient {
  private client: pg.PoolClient | undefined;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  query(...args: unknown[]): unknown {
    if (!this.client) {
      return Promise.reject(new AppError('internal', { zh: '事务已结束。', en: 'The transaction has ended.' }));
    }
    return Reflect.apply(this.client.query, this.client, args);
  }

  close(): void {
    this.client = undefined;
  }

  /** drizzle asks for a whole client but uses only `query`. */
  forDrizzle(): pg.PoolClient {
    return this as unknown as pg.PoolClient;
  }
}
