import fs from 'node:fs';
import path from 'node:path';
import { Fault, reasonOf } from '../fault.ts';
import { type Account, canEnter } from './account.ts';

/**
 * The folder that holds the PostgreSQL cluster: the data folder itself, or one outside that is this data folder's own.
 * @param instance random name of the data folder
 * @param outsideHomes where databases are kept whose account cannot enter the data folder, as when root's checkout lies
 *   in root's home
 * @throws Fault when neither can be used
 */
export function clusterHome(
  dataFolder: string,
  account: Account,
  instance: string,
  outsideHomes = '/var/lib/zhengqi',
): string {
  const outside = path.join(outsideHomes, instance);
  // Once begun outside it stays there, even when the account could enter the data folder by now.
  if (account.ids && fs.existsSync(outside)) return requireOwn(outside, dataFolder);
  if (canEnter(account, dataFolder)) return dataFolder;
  if (fs.existsSync(path.join(dataFolder, 'postgres'))) {
    throw new Fault(
      `the account "${account.name}" that runs PostgreSQL can no longer enter ${dataFolder}; ` +
        'give the folders above it the right to pass (chmod o+x)',
    );
  }
  try {
    fs.mkdirSync(outside, { recursive: true, mode: 0o755 });
    fs.writeFileSync(path.join(outside, 'belongs-to'), fs.realpathSync(dataFolder));
  } catch (error) {
    throw new Fault(`no place for the database: ${dataFolder} is closed to PostgreSQL, ${outside}: ${reasonOf(error)}`);
  }
  return outside;
}

/** A copied checkout brings the name of the original's database along; two products must not share it. */
function requireOwn(home: string, dataFolder: string): string {
  const note = path.join(home, 'belongs-to');
  const owner = fs.existsSync(note) ? fs.readFileSync(note, 'utf8') : 'another folder';
  if (owner === fs.realpathSync(dataFolder)) return home;
  throw new Fault(
    `the database in ${home} belongs to ${owner}, of which ${dataFolder} is a copy; ` +
      `if it was moved here instead, write its new path into ${note}`,
  );
}
