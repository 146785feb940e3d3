import pg from 'pg';
import { migrateDatabase } from '../../apps/api/src/db/migrate.ts';
import { Fault, reasonOf } from '../fault.ts';
import { openCluster } from '../postgres/cluster.ts';
import { ensureDatabase, urlFor } from '../postgres/database.ts';
import { keepRunning } from '../postgres/keep-running.ts';
import { superuserUrl } from '../postgres/postmaster.ts';
import { loadSecrets } from '../postgres/secrets.ts';
import { startServer } from '../postgres/server.ts';
import type { ProductOptions } from './options.ts';
import type { Surroundings } from './until-stopped.ts';

/** A migrated database with the addresses for its login roles. */
export interface ProductDatabase {
  adminUrl: string;
  appUrl: string;
  workerUrl: string;
  jobsUrl: string;
  passwords: { app: string; worker: string };
}

const databaseName = 'zhengqi';
const oldestMajor = 15;

/** Brings up the embedded PostgreSQL or reaches the user's own, and migrates the product's database. */
export async function openDatabase(options: ProductOptions, around: Surroundings): Promise<ProductDatabase> {
  const { app, worker } = loadSecrets(options.dataFolder);
  const passwords = { app, worker };
  const adminUrl = options.databaseUrl ?? (await startEmbedded(options.dataFolder, around));
  if (options.databaseUrl) await requireUsable(options.databaseUrl);
  const { applied, total } = await migrateDatabase({ url: adminUrl, passwords }).catch((error: unknown) => {
    throw new Fault(`the database cannot be brought up to date: ${reasonOf(error)}`);
  });
  around.say(`the database is up to date (${total} migrations, ${applied} of them new)`);
  return {
    adminUrl,
    appUrl: process.env.APP_DATABASE_URL || urlFor(adminUrl, 'zq_app', app),
    workerUrl: process.env.WORKER_DATABASE_URL || urlFor(adminUrl, 'zq_worker', worker),
    jobsUrl: process.env.JOBS_DATABASE_URL || urlFor(adminUrl, 'zq_jobs', worker),
    passwords,
  };
}

async function startEmbedded(dataFolder: string, { say, onStop, giveUp }: Surroundings): Promise<string> {
  const cluster = openCluster(dataFolder);
  const server = await startServer(cluster);
  const kept = keepRunning(cluster, server, {}, say, giveUp);
  onStop(() => kept.stop());
  say(`PostgreSQL ${cluster.binaries.major} ${server.adopted ? 'still runs' : 'runs'} on port ${server.port}`);
  const url = superuserUrl(cluster, server.port, databaseName);
  await ensureDatabase(superuserUrl(cluster, server.port), databaseName);
  return url;
}

async function requireUsable(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Fault('DATABASE_URL is not an address of the form postgres://user:password@host:5432/database');
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ major: number }>(
      `select current_setting('server_version_num')::int / 10000 as major`,
    );
    const major = rows[0]?.major ?? 0;
    if (major < oldestMajor) throw new Fault(`DATABASE_URL is PostgreSQL ${major}; ${oldestMajor} or later is needed`);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`the database of DATABASE_URL cannot be reached: ${reasonOf(error)}`);
  } finally {
    await client.end();
  }
}
