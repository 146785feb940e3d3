import pg from 'pg';
import { openCluster } from '../infra/postgres/cluster.ts';
import { livingPostmaster, superuserUrl } from '../infra/postgres/postmaster.ts';
import type { RunningProduct } from './product.ts';

/** Address of the database of a running product, for what only its operator may arrange. */
export function databaseUrl(product: RunningProduct): string {
  const cluster = openCluster(product.dataFolder);
  const server = livingPostmaster(cluster);
  if (!server) throw new Error('the database of the product does not run');
  return superuserUrl(cluster, server.port, 'zhengqi');
}

/** Lets the last proof of everybody lie more than ten minutes back, so that dangerous acts ask for a new one. */
export async function ageProofs(product: RunningProduct): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(product) });
  await client.connect();
  await client.query(`update authz.credential set proven_at = proven_at - interval '11 minutes'`);
  await client.end();
}
