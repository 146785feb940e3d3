import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type MailServer, startMailServer } from '../../apps/api/src/testing/mail-server.ts';
import { type RobotServer, startRobotServer } from '../../apps/api/src/testing/robot-server.ts';
import { freePort } from '../../infra/ports.ts';
import type { ProductDatabase } from '../../infra/product/database.ts';
import { makeDatabaseFolder } from '../../infra/testing/temporary-folder.ts';

const READY_MS = 60_000;

/** What can be killed. */
export type Victim = 'worker' | 'api' | 'postgres';

/** A whole product, every process of it real, with a mail server and robots that remember. */
export interface CrashProduct {
  url: string;
  /** The superuser, to arrange and to look behind the scenes. Its connections come and go with the server. */
  admin: pg.Pool;
  workerUrl: string;
  jobsUrl: string;
  mails: MailServer;
  robots: RobotServer;
  /** What the product's clock shows now. */
  now(): Date;
  setNow(instant: string): void;
  /** Ends a process as `kill -9` does. False when it is just not there. */
  kill(victim: Victim): boolean;
  /** Until the database and an API process answer. */
  untilReady(): Promise<void>;
  output(): string;
  stop(): Promise<void>;
}

export async function startCrashProduct(): Promise<CrashProduct> {
  const folder = makeDatabaseFolder('crash');
  const clockFile = path.join(folder, 'clock');
  const clock = { offset: 0 };
  const now = () => new Date(Date.now() + clock.offset);
  const [mails, robots] = [await startMailServer(), await startRobotServer(now)];
  const setNow = (instant: string) => {
    clock.offset = Date.parse(instant) - Date.now();
    // Whole or not at all: the processes read it at any time.
    fs.writeFileSync(`${clockFile}.new`, String(clock.offset));
    fs.renameSync(`${clockFile}.new`, clockFile);
  };
  setNow(new Date().toISOString());
  const port = await freePort();
  const host = fork(path.join(import.meta.dirname, 'host.ts'), {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      SMTP_URL: mails.url,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import=${new URL('hooks.ts', import.meta.url).href}`,
      CRASH_CLOCK: clockFile,
      CRASH_ROBOTS_PORT: String(robots.outbound.rules.ports[0]),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [host.stdout, host.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const gone = once(host, 'exit').then(() => {});
  const died = gone.then(() => Promise.reject(new Error(`the product did not start:\n${output}`)));
  died.catch(() => {});
  const [database] = (await Promise.race([once(host, 'message'), died])) as [ProductDatabase];
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  admin.on('error', () => {});
  const url = `http://localhost:${port}`;
  const untilReady = async () => {
    const deadline = performance.now() + READY_MS;
    for (;;) {
      const [answers, stores] = await Promise.all([
        fetch(`${url}/readyz`).then(
          (answer) => answer.ok,
          () => false,
        ),
        admin.query('select 1').then(
          () => true,
          () => false,
        ),
      ]);
      if (answers && stores) return;
      if (performance.now() > deadline) throw new Error(`the product did not come back:\n${output.slice(-3000)}`);
      await sleep(50);
    }
  };
  await untilReady();
  await untilStoreIsMade(admin);
  return {
    url,
    admin,
    workerUrl: database.workerUrl,
    jobsUrl: database.jobsUrl,
    mails,
    robots,
    now,
    setNow,
    kill: (victim) => kill(host.pid ?? 0, folder, victim),
    untilReady,
    output: () => output,
    async stop() {
      await admin.end();
      host.kill('SIGTERM');
      await gone;
      await mails.stop();
      await robots.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first worker makes the store of jobs. */
async function untilStoreIsMade(admin: pg.Pool): Promise<void> {
  const deadline = performance.now() + READY_MS;
  const isMade = () =>
    admin.query(`select from jobs.queue where name = 'check-audit'`).then(
      ({ rowCount }) => rowCount === 1,
      () => false,
    );
  while (!(await isMade())) {
    if (performance.now() > deadline) throw new Error('the worker did not come up');
    await sleep(100);
  }
}

function kill(host: number, folder: string, victim: Victim): boolean {
  const pid = victim === 'postgres' ? postmasterOf(folder) : memberOf(host, victim);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

function postmasterOf(folder: string): number | undefined {
  const note = path.join(folder, 'postgres/postmaster.pid');
  if (!fs.existsSync(note)) return undefined;
  return Number(fs.readFileSync(note, 'utf8').split('\n')[0]) || undefined;
}

/** One of the launcher's children, by the file it runs. */
function memberOf(host: number, victim: 'worker' | 'api'): number | undefined {
  const file = victim === 'worker' ? 'worker.ts' : 'server.ts';
  const children = fs.readFileSync(`/proc/${host}/task/${host}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return children.map(Number).find((pid) => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`apps/api/src/${file}`);
    } catch {
      return false;
    }
  });
}
