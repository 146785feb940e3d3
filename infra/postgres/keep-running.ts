import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { type Server, type ServerOptions, startServer, stopServer } from './server.ts';

export interface KeptServer {
  port: number;
  stop(): Promise<void>;
}

const patience = 60_000;

/**
 * Starts a server again, on the same port, whenever it ends on its own.
 * @param giveUp called when it did not come up again for a minute
 */
export function keepRunning(
  cluster: Cluster,
  first: Server,
  options: ServerOptions,
  say: (line: string) => void,
  giveUp: (error: unknown) => void,
): KeptServer {
  let server = first;
  let stopping = false;
  let restarting: Promise<void> | undefined;

  const watch = () => {
    void server.ended.then(() => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async () => {
    say('PostgreSQL ended on its own; starting it again');
    const deadline = performance.now() + patience;
    while (!stopping) {
      try {
        server = await startServer(cluster, { ...options, port: first.port });
        say('PostgreSQL runs again');
        return watch();
      } catch (error) {
        // Its orphaned helper processes may hold the data for a moment longer.
        if (performance.now() > deadline) return giveUp(error);
        await sleep(300);
      }
    }
  };
  watch();
  return {
    port: first.port,
    async stop() {
      stopping = true;
      await restarting;
      await stopServer(server);
    },
  };
}
