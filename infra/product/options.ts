import path from 'node:path';
import { Fault } from '../fault.ts';
import { dataFolder } from '../paths.ts';

/** What the person at the terminal can decide about a product. */
export interface ProductOptions {
  port: number;
  host: string;
  /** The address people open; sign-in cookies and links in mails are bound to it. */
  publicUrl: string;
  dataFolder: string;
  /** Login of a PostgreSQL of the user's own; without it the embedded one is started. */
  databaseUrl: string | undefined;
  /** Fill the database with the fictional companies of the demo. */
  demo: boolean;
  /** Restart the processes when a source changes, and leave the admin app to Vite. */
  watch: boolean;
}

/**
 * Reads the options of `npm start` and `npm run dev`.
 * @throws Fault on a value that makes no sense
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): ProductOptions {
  const unknown = args.find((argument) => argument !== '--demo');
  if (unknown) throw new Fault(`unknown argument ${unknown}; the only one is --demo`);
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Fault(`PORT is "${env.PORT}"; it must be a number from 1 to 65535`);
  }
  return {
    port,
    // Other machines are let in only on purpose.
    host: env.HOST || '127.0.0.1',
    publicUrl: env.PUBLIC_URL || `http://localhost:${port}`,
    dataFolder: path.resolve(dataFolder),
    databaseUrl: env.DATABASE_URL || undefined,
    watch: false,
    demo: args.includes('--demo'),
  };
}
