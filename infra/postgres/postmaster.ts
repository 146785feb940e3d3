import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Fault, reasonOf } from '../fault.ts';
import { isAlive, isTaken } from '../processes.ts';
import type { Cluster } from './cluster.ts';

/** What a running server notes about itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const noteOf = (cluster: Cluster) => path.join(cluster.folder, 'postmaster.pid');

/** The server's note, or undefined if there is none or it is still being written. */
export function readPostmaster(cluster: Cluster): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(noteOf(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * The note of a server that really runs on this cluster. One left over from a crash is no proof: its process id may
 * belong to another program by now, or to an ended process that nobody collected. PostgreSQL takes either for a running
 * server and would refuse to start, so such a note is removed.
 */
export function livingPostmaster(cluster: Cluster): Postmaster | undefined {
  const note = readPostmaster(cluster);
  if (!note) return undefined;
  if (isAlive(note.pid) && worksIn(note.pid, cluster.folder)) return note;
  if (isTaken(note.pid)) fs.rmSync(noteOf(cluster), { force: true });
  return undefined;
}

/**
 * Logs in with our secret and compares the server's data folder with ours.
 * @throws Fault when the server there is not ours
 */
export async function proveOurs(cluster: Cluster, { pid, port }: Postmaster): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl(cluster, port), connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (fs.realpathSync(rows[0]?.data_directory ?? '/') === fs.realpathSync(cluster.folder)) return;
  } catch (error) {
    throw new Fault(
      `the PostgreSQL of ${cluster.folder} (process ${pid}) does not accept our login: ${reasonOf(error)}`,
    );
  } finally {
    await client.end();
  }
  throw new Fault(`the PostgreSQL on port ${port} (process ${pid}) is not that of ${cluster.folder}`);
}

/** Address of one of the server's databases for its superuser. */
export function superuserUrl(cluster: Cluster, port: number, database = 'postgres'): string {
  return `postgres://postgres:${cluster.secrets.superuser}@127.0.0.1:${port}/${database}`;
}

/** A server works in its data folder, which only its account can enter: no other program can pretend that. */
function worksIn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(folder);
  } catch {
    return false;
  }
}
