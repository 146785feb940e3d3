import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A migrated database on a server of its own. */
export interface BenchDatabase {
  /** Address for the superuser, or for one of the product's logins. */
  urlFor(role?: string): string;
  close(): Promise<void>;
}

interface Host {
  pgAdminUrl: string;
  templateName: string;
  rolePasswords: { app: string };
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const host = fork(path.join(import.meta.dirname, '../infra/testing/postgres-host.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(host, 'exit');
  const [provided] = (await once(host, 'message')) as [Host];
  return {
    urlFor(role) {
      const url = new URL(provided.pgAdminUrl);
      url.pathname = `/${provided.templateName}`;
      if (role !== undefined) [url.username, url.password] = [role, provided.rolePasswords.app];
      return url.href;
    },
    async close() {
      host.disconnect();
      await ended;
    },
  };
}
