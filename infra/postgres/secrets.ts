import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault, reasonOf } from '../fault.ts';

/** Passwords of the database's login roles, and a random name for things of this data folder outside of it. */
export interface Secrets {
  instance: string;
  superuser: string;
  app: string;
  worker: string;
}

/**
 * Reads the secrets of a data folder, or makes them the first time; only this user can read the file.
 * @throws Fault when the file cannot be read or is not ours
 */
export function loadSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json');
  try {
    if (!fs.existsSync(file)) create(file, dataFolder);
    const secrets: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (isSecrets(secrets)) return secrets;
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (!(error instanceof SyntaxError)) throw new Fault(`the secrets in ${file} cannot be read: ${reasonOf(error)}`);
  }
  throw new Fault(`${file} is damaged: without its passwords the database in this folder cannot be opened; restore it`);
}

function create(file: string, dataFolder: string): void {
  if (fs.existsSync(path.join(dataFolder, 'postgres'))) {
    throw new Fault(
      `${file} is missing: without its passwords the database in this folder cannot be opened; restore it`,
    );
  }
  const secret = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = { instance: secret(), superuser: secret(), app: secret(), worker: secret() };
  // Renamed into place, so that a start that is killed here leaves no half file.
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(temporary, file);
}

function isSecrets(value: unknown): value is Secrets {
  const fields = ['instance', 'superuser', 'app', 'worker'] as const;
  return (
    typeof value === 'object' &&
    value !== null &&
    fields.every((field) => /^[\w-]{32}$/.test(String((value as Record<string, unknown>)[field])))
  );
}
