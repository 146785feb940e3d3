// Holds the server of the database tests in a process of its own, so that it ends with the tests however they end: by
// themselves, by Ctrl-C, or killed.
import fs from 'node:fs';
import { migrateDatabase } from '../../apps/api/src/db/migrate.ts';
import { openCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/database.ts';
import { superuserUrl } from '../postgres/postmaster.ts';
import { startServer, stopServer } from '../postgres/server.ts';
import { makeDatabaseFolder } from './temporary-folder.ts';

const templateName = 'zhengqi_template';
/** Nothing of a test run needs to survive a power cut. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const folder = makeDatabaseFolder('test');
const gone = new Promise((resolve) => process.on('disconnect', resolve));
try {
  const cluster = openCluster(folder);
  const server = await startServer(cluster, { settings });
  try {
    const { app, worker } = cluster.secrets;
    await ensureDatabase(superuserUrl(cluster, server.port), templateName);
    await migrateDatabase({ url: superuserUrl(cluster, server.port, templateName), passwords: { app, worker } });
    process.send?.({ pgAdminUrl: superuserUrl(cluster, server.port), templateName, rolePasswords: { app, worker } });
    await gone;
  } finally {
    await stopServer(server);
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
