import pg from 'pg';

/** A pool of connections of one login. */
export type Pool = pg.Pool;

/**
 * Opens a pool. Connections are made when they are needed; a request waits five seconds for a free one at most.
 * @param onError told of connections that die; without it the loss of an idle connection would end the process
 */
export function openPool(options: {
  url: string;
  name: string;
  max: number;
  onError: (error: Error) => void;
}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: `zhengqi-${options.name}`,
    max: options.max,
    connectionTimeoutMillis: 5_000,
    // Longer than the server's own limit for a statement: it counts only when the server does not answer at all.
    query_timeout: 20_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  pool.on('error', options.onError);
  // The pool listens only to idle clients: one that dies while it is checked out would otherwise end the process.
  pool.on('connect', (client) => client.on('error', options.onError));
  return pool;
}

/** The same database for another login. */
export function urlForRole(url: string, role: string): string {
  const other = new URL(url);
  other.username = role;
  return other.href;
}

/** Runs work in one transaction on a connection of a pool, for what has no tenant. */
export async function withConnectionOf<T>(pool: Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Thrown away with what it had begun.
    client.release(true);
    throw error;
  }
}
