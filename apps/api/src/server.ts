// The API process: answers the screens and serves them. Several may listen on the same port.
import { once } from 'node:events';
import type { Server } from 'node:http';
import os from 'node:os';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { readEnv, ServerEnv } from './env.ts';
import { addressReader } from './http/address.ts';
import type { Readiness } from './http/health.ts';
import { createLogger } from './logger.ts';
import { endOnUncaughtErrors, untilToldToStop } from './process-life.ts';
import { startServices } from './services.ts';

/** Requests that run when the process is told to stop get so long to end. */
const DRAIN_MS = 8_000;

async function main(): Promise<void> {
  const env = readEnv(ServerEnv, process.env);
  const logger = createLogger({ name: 'api', level: env.LOG_LEVEL });
  endOnUncaughtErrors(logger);
  const { services, close } = await startServices({
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.PUBLIC_URL ?? null,
    dataFolder: env.DATA_DIR ?? null,
    logger,
    clock: () => new Date(),
  });
  const readiness: Readiness = { stopping: false };
  const addressOf = addressReader(env.TRUST_PROXY);
  const app = createApp({ services, readiness, adminDist: env.ADMIN_DIST ?? null, addressOf: addressOf.read });
  const server = createAdaptorServer({ fetch: addressOf.fetch(app.fetch) }) as Server;
  // A body of 16 MB has this long to arrive; nobody keeps a connection open by sending slowly.
  server.requestTimeout = 60_000;
  server.headersTimeout = 10_000;
  // Only Linux spreads requests over processes that share a port.
  server.listen({ port: env.PORT, host: env.HOST, reusePort: os.platform() === 'linux' });
  await once(server, 'listening');
  logger.info({ address: server.address() }, 'listening');
  await untilToldToStop();
  readiness.stopping = true;
  await drain(server);
  await close();
  logger.info('stopped');
}

/** Takes no new connection, lets running requests end, and closes the idle connections that browsers keep. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(patience);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
