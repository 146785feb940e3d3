import os from 'node:os';
import path from 'node:path';
import { root } from '../paths.ts';
import type { Member } from './crew.ts';
import type { ProductDatabase } from './database.ts';
import type { ProductOptions } from './options.ts';

/** The processes of the product: API processes that share one port, and the worker. */
export function productMembers(options: ProductOptions, database: ProductDatabase, adminDist: string | null): Member[] {
  const common = {
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    // On the terminal the address and the token must stay in sight.
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    PUBLIC_URL: options.publicUrl,
    DATA_DIR: options.dataFolder,
  };
  const api = {
    ...common,
    DATABASE_URL: database.appUrl,
    PORT: String(options.port),
    HOST: options.host,
    ...(adminDist === null ? {} : { ADMIN_DIST: adminDist }),
  };
  const { SMTP_URL, MAIL_FROM } = process.env;
  const worker = {
    ...common,
    DATABASE_URL: database.workerUrl,
    JOBS_DATABASE_URL: database.jobsUrl,
    ...(SMTP_URL ? { SMTP_URL } : {}),
    ...(MAIL_FROM ? { MAIL_FROM } : {}),
  };
  // Two, so that one can end without a request being lost. Only Linux lets them share the port.
  const names = os.platform() === 'linux' && !options.watch ? ['api-1', 'api-2'] : ['api-1'];
  const execArgv = options.watch ? ['--watch', '--watch-preserve-output'] : [];
  return [
    ...names.map((name) => ({ name, file: path.join(root, 'apps/api/src/server.ts'), env: api, execArgv })),
    { name: 'worker', file: path.join(root, 'apps/api/src/worker.ts'), env: worker, execArgv },
  ];
}
