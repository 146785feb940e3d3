import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import { root } from '../paths.ts';

/** A process of the product that is kept running. */
export interface Member {
  name: string;
  file: string;
  env: Record<string, string>;
  execArgv: string[];
}

export interface Crew {
  /** Rejects when a member ends before the product was ready: then the set-up is wrong, and trying again is no help. */
  failed: Promise<never>;
  /** From now on a member that ends is started again. */
  keepRunning(): void;
  stop(): Promise<void>;
}

const shortestPause = 500;
const longestPause = 10_000;
const stopPatience = 10_000;

/** Starts the members and prints their output under their names. */
export function startCrew(members: Member[], say: (line: string) => void): Crew {
  const running = new Map<string, ChildProcess>();
  let stopping = false;
  let ready = false;
  let fail: (error: Fault) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});

  const start = async (member: Member, pause = shortestPause): Promise<void> => {
    const child = launch(member);
    running.set(member.name, child);
    const born = performance.now();
    const [code, signal] = await once(child, 'exit');
    running.delete(member.name);
    if (stopping) return;
    if (!ready) return fail(new Fault(`${member.name} ended before it was ready (${signal ?? `code ${code}`})`));
    say(`${member.name} ended (${signal ?? `code ${code}`}); starting it again`);
    await sleep(pause);
    const livedWell = performance.now() - born > longestPause;
    if (!stopping) await start(member, livedWell ? shortestPause : Math.min(pause * 2, longestPause));
  };
  for (const member of members) void start(member);

  return {
    failed,
    keepRunning() {
      ready = true;
    },
    async stop() {
      stopping = true;
      await Promise.all([...running.values()].map(stopChild));
    },
  };
}

function launch({ name, file, env, execArgv }: Member): ChildProcess {
  const child = fork(file, {
    cwd: root,
    execArgv,
    env: { ...process.env, ...env },
    // A group of its own: Ctrl-C reaches the launcher alone, which stops its members in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) readline.createInterface({ input: stream }).on('line', (line) => console.log(`${name} | ${line}`));
  }
  return child;
}

async function stopChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopPatience);
  await ended;
  clearTimeout(timer);
}
