import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import { freePort } from '../ports.ts';
import { isAlive, waitForEnd } from '../processes.ts';
import type { Cluster } from './cluster.ts';
import { livingPostmaster, type Postmaster, proveOurs, readPostmaster } from './postmaster.ts';

export interface Server {
  port: number;
  pid: number;
  /** It was running already, left behind by a launcher that was killed. */
  adopted: boolean;
  /** Resolves when the server is gone, for whatever reason. */
  ended: Promise<void>;
}

export interface ServerOptions {
  port?: number;
  settings?: Record<string, string>;
}

const startLimit = 60_000;
const logLimit = 10 * 1024 * 1024;

/**
 * Starts the cluster's server, or takes over the one that still runs on it.
 * @throws Fault with the server's own reason when it does not come up
 */
export async function startServer(cluster: Cluster, options: ServerOptions = {}): Promise<Server> {
  const living = livingPostmaster(cluster);
  if (living && (await becomesReady(cluster, living.pid))) {
    const postmaster = readPostmaster(cluster) ?? living;
    await proveOurs(cluster, postmaster);
    return { ...postmaster, adopted: true, ended: whenGone(postmaster.pid) };
  }
  return launch(cluster, options);
}

/** Stops a server: open transactions are rolled back; what does not obey is ended harder. */
export async function stopServer({ pid }: Pick<Server, 'pid'>): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitForEnd(pid, patience)) return;
  }
}

async function launch(cluster: Cluster, options: ServerOptions): Promise<Server> {
  const port = options.port ?? (await freePort());
  const logged = openLog(cluster.log);
  const child = spawnPostgres(cluster, port, logged.descriptor, options.settings ?? {});
  fs.closeSync(logged.descriptor);
  const ended = once(child, 'exit').then(() => {});
  const failed = once(child, 'error').then(([error]) => error as Error);
  const outcome = await Promise.race([becomesReady(cluster, child.pid ?? 0), ended.then(() => false), failed]);
  if (outcome === true) {
    const postmaster: Postmaster = { pid: child.pid ?? 0, port, ready: true };
    try {
      await proveOurs(cluster, postmaster);
    } catch (error) {
      await stopServer(postmaster);
      throw error;
    }
    return { ...postmaster, adopted: false, ended };
  }
  child.kill('SIGQUIT');
  const reason = outcome instanceof Error ? outcome.message : reasonInLog(cluster.log, logged.size);
  throw new Fault(`PostgreSQL does not start on ${cluster.folder}: ${reason}`);
}

function spawnPostgres(cluster: Cluster, port: number, log: number, extra: Record<string, string>): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    // No socket file: its path may be 107 bytes at most, and a checkout may lie deeper.
    unix_socket_directories: '',
    max_connections: '100',
    ...extra,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(cluster.binaries.postgres, ['-D', cluster.folder, '-p', String(port), ...flags], {
    ...cluster.account.ids,
    cwd: '/',
    // A group of its own: Ctrl-C in the terminal must reach the API first.
    detached: true,
    // A file instead of a pipe: the server may outlive us.
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
}

/** Waits for the server's own note that it accepts connections; false when its process is gone before. */
async function becomesReady(cluster: Cluster, pid: number): Promise<boolean> {
  const deadline = performance.now() + startLimit;
  while (isAlive(pid) && performance.now() < deadline) {
    const note = readPostmaster(cluster);
    if (note?.pid === pid && note.ready) return true;
    await sleep(10);
  }
  return false;
}

async function whenGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(200, undefined, { ref: false });
}

function openLog(file: string): { descriptor: number; size: number } {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= logLimit) return { descriptor: fs.openSync(file, 'a', 0o600), size };
  return { descriptor: fs.openSync(file, 'w', 0o600), size: 0 };
}

function reasonInLog(file: string, from: number): string {
  const text = fs.readFileSync(file).subarray(from).toString().trim();
  const fatal = /\b(?:FATAL|PANIC):\s*(.*)/.exec(text)?.[1];
  return fatal ?? (text.replace(/\s*\n\s*/g, ' ').slice(0, 300) || `no reason given, see ${file}`);
}
