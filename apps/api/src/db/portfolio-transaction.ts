import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { appErrorOfDatabase } from './database-errors.ts';
import type { Pool } from './pool.ts';

/** Who looks over all companies that are open to them: a person, by the hash of the session's token. */
export interface PortfolioAccess {
  /** Login zq_portfolio, which can only read. */
  portfolioPool: Pool;
  credentialHash: string;
}

export type PortfolioDatabase = Pick<NodePgDatabase, 'execute'>;

/**
 * One reading transaction over the rows of every organisation that is open to the person: as a member, or as a named
 * consultant of a live engagement. Which these are, the policies of the tables decide anew with each statement.
 */
export async function withPortfolio<T>(
  { portfolioPool, credentialHash }: PortfolioAccess,
  work: (db: PortfolioDatabase) => Promise<T>,
): Promise<T> {
  const client = await portfolioPool.connect();
  try {
    await client.query('begin read only');
    await client.query(`select set_config('app.credential', $1, true), set_config('app.tenant', '', true)`, [
      credentialHash,
    ]);
    const result = await work(drizzle(client));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Nothing was written: a connection that was in the middle of something is thrown away.
    client.release(error instanceof Error ? error : true);
    throw appErrorOfDatabase(error) ?? error;
  }
}
