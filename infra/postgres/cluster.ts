import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Fault, reasonOf } from '../fault.ts';
import { type Account, databaseAccount, makePrivateFolder } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterHome } from './home.ts';
import { loadSecrets, type Secrets } from './secrets.ts';

/** One PostgreSQL data folder with all that is needed to run it. */
export interface Cluster {
  folder: string;
  log: string;
  account: Account;
  binaries: Binaries;
  secrets: Secrets;
}

/**
 * Opens the database cluster of a data folder, making it the first time.
 * @throws Fault when what lies there is not usable
 */
export function openCluster(dataFolder: string): Cluster {
  const account = databaseAccount();
  const secrets = loadSecrets(dataFolder);
  const home = clusterHome(dataFolder, account, secrets.instance);
  const folder = path.join(home, 'postgres');
  const binaries = findBinaries(account, home);
  const cluster = { folder, log: path.join(home, 'postgres.log'), account, binaries, secrets };
  if (fs.existsSync(folder)) checkCluster(cluster);
  else createCluster(cluster);
  return cluster;
}

function checkCluster({ folder, account, binaries }: Cluster): void {
  try {
    const owner = fs.statSync(folder).uid;
    if (owner !== (account.ids?.uid ?? process.getuid?.())) {
      throw new Fault(
        `the database folder ${folder} belongs to another user (uid ${owner}); start as the user who made it`,
      );
    }
    const version = fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
    if (version === binaries.major) return;
    const maker = /^[\d.]{1,5}$/.test(version) ? `was made by PostgreSQL ${version}` : 'has a damaged PG_VERSION';
    throw new Fault(
      `the database folder ${folder} ${maker}, this is PostgreSQL ${binaries.major}; ` +
        'move it away, or set DATA_DIR to another folder',
    );
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`${folder} is not a PostgreSQL data folder: PG_VERSION, ${reasonOf(error)}`);
  }
}

/** Built beside its place and renamed, so that a start killed in between leaves nothing that looks like a cluster. */
function createCluster({ folder, account, binaries, secrets }: Cluster): void {
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  try {
    fs.rmSync(unfinished, { recursive: true, force: true });
    makePrivateFolder(account, unfinished);
    fs.writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
    if (account.ids) fs.chownSync(passwordFile, account.ids.uid, account.ids.gid);
    runInitdb(binaries.initdb, unfinished, passwordFile, account);
    fs.renameSync(unfinished, folder);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`the database folder ${folder} cannot be made: ${reasonOf(error)}`);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function runInitdb(initdb: string, folder: string, passwordFile: string, account: Account): void {
  const options = [
    ...['--pgdata', folder, '--username', 'postgres', '--pwfile', passwordFile, '--encoding', 'UTF8'],
    ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', '--no-instructions'],
    // With LC_CTYPE C there would be no trigrams for Chinese text; ICU sorts it by pinyin.
    ...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN'],
  ];
  const result = spawnSync(initdb, options, {
    ...account.ids,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (result.status === 0) return;
  const lines = `${result.stderr ?? ''}`.trim().split('\n');
  const reason = lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? result.error?.message;
  throw new Fault(`the database folder ${folder} cannot be made: ${reason}`);
}
