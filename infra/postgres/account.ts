import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Fault } from '../fault.ts';

/** The system account PostgreSQL runs as; without ids it is the one we run as ourselves. */
export interface Account {
  name: string;
  ids?: { uid: number; gid: number };
}

/**
 * PostgreSQL refuses to run as root, so root lends it an existing account without rights. None is created.
 * @throws Fault when there is none
 */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return { name: 'self' };
  for (const name of ['postgres', 'nobody']) {
    const line = fs
      .readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    if (uid && gid) return { name, ids: { uid: Number(uid), gid: Number(gid) } };
  }
  throw new Fault(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to lend it; ' +
      'run this as an ordinary user or set DATABASE_URL',
  );
}

/** Whether the account can enter the folder, which takes the right to search every folder above it. */
export function canEnter(account: Account, folder: string): boolean {
  if (!account.ids) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account.ids, cwd: '/' }).status === 0;
}

/** Makes a folder that only the account (and root) can read. Its parent must exist: a mode given to a recursive mkdir would hit the parents too. */
export function makePrivateFolder(account: Account, folder: string): void {
  fs.mkdirSync(folder, { mode: 0o700 });
  if (account.ids) fs.chownSync(folder, account.ids.uid, account.ids.gid);
}
