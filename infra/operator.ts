// `npm run operator`: says who runs the platform. Only somebody who has the data folder or the database can.
import { findOperators, grantOperator, revokeOperator } from '../apps/api/src/auth/operators.ts';
import { Fault, leaveWith } from './fault.ts';
import { dataFolder } from './paths.ts';
import { openCluster } from './postgres/cluster.ts';
import { livingPostmaster, superuserUrl } from './postgres/postmaster.ts';

const USAGE = 'usage: npm run operator -- grant <address> | revoke <address> | list';

async function main([act, address]: string[]): Promise<void> {
  if (act === 'list' && address === undefined) {
    for (const line of await findOperators(databaseUrl())) console.log(line);
    return;
  }
  if ((act !== 'grant' && act !== 'revoke') || !address) throw new Fault(USAGE);
  const outcome = await (act === 'grant' ? grantOperator : revokeOperator)(databaseUrl(), address);
  if (outcome === 'unknown') throw new Fault(`nobody signs in with the address ${address}`);
  console.log(`${address} is ${act === 'grant' ? 'an operator of the platform' : 'no operator'} now`);
}

/** The user's own PostgreSQL, or the embedded one of the product that is running. */
function databaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const cluster = openCluster(dataFolder);
  const server = livingPostmaster(cluster);
  if (!server?.ready) throw new Fault('the product is not running; start it first (npm start)');
  return superuserUrl(cluster, server.port, 'zhengqi');
}

main(process.argv.slice(2)).then(() => process.exit(0), leaveWith);
