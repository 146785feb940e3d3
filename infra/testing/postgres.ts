import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';

/** Global set-up of the project `postgres`: one real server in a temporary folder, and a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Detached, so that Ctrl-C does not reach it before the tests are done with it.
  const host = fork(path.join(import.meta.dirname, 'postgres-host.ts'), { detached: true });
  const ended = once(host, 'exit');
  const failed = ended.then(() => Promise.reject(new Error('the database of the tests did not start, see above')));
  failed.catch(() => {});
  const [provided] = (await Promise.race([once(host, 'message'), failed])) as [ProvidedContext];
  project.provide('pgAdminUrl', provided.pgAdminUrl);
  project.provide('templateName', provided.templateName);
  project.provide('rolePasswords', provided.rolePasswords);
  return async () => {
    host.disconnect();
    await ended;
  };
}
