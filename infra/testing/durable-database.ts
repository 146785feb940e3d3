import fs from 'node:fs';
import { migrateDatabase } from '../../apps/api/src/db/migrate.ts';
import { openCluster } from '../postgres/cluster.ts';
import { ensureDatabase, urlFor } from '../postgres/database.ts';
import { superuserUrl } from '../postgres/postmaster.ts';
import { startServer, stopServer } from '../postgres/server.ts';
import { makeDatabaseFolder } from './temporary-folder.ts';

const NAME = 'zhengqi';

/** The product's database on a server that writes as it does in earnest, so that times are those of a customer. */
export interface DurableDatabase {
  adminUrl: string;
  workerUrl: string;
  jobsUrl: string;
  stop(): Promise<void>;
}

/** Starts it in a temporary folder, which goes with it. */
export async function startDurableDatabase(purpose: string): Promise<DurableDatabase> {
  const folder = makeDatabaseFolder(purpose);
  const cluster = openCluster(folder);
  const server = await startServer(cluster);
  const stop = async () => {
    await stopServer(server);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { app, worker } = cluster.secrets;
    const adminUrl = superuserUrl(cluster, server.port, NAME);
    await ensureDatabase(superuserUrl(cluster, server.port), NAME);
    await migrateDatabase({ url: adminUrl, passwords: { app, worker } });
    return {
      adminUrl,
      workerUrl: urlFor(adminUrl, 'zq_worker', worker),
      jobsUrl: urlFor(adminUrl, 'zq_jobs', worker),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
