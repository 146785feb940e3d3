import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../infra/ports.ts';
import { waitForEnd } from '../infra/processes.ts';
import { type Figure, median, rounded } from './measure.ts';

const ROOT = path.join(import.meta.dirname, '..');
const LIMIT_SECONDS = 10;
const GIVE_UP_MS = 120_000;

/** Seconds from `npm start` to an answering product, with everything installed: a first start and two that follow. */
export async function startBench(): Promise<Figure[]> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'zhengqi-bench-'));
  try {
    const first = await timedStart(data);
    const value = median([first, await timedStart(data), await timedStart(data)]);
    return [
      { name: 'start-s', value: rounded(value), unit: 's', target: `< ${LIMIT_SECONDS}`, holds: value < LIMIT_SECONDS },
      { name: 'first-start-s', value: rounded(first), unit: 's', target: '—', holds: null },
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function timedStart(dataDir: string): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const product = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => product.once('exit', () => resolve()));
  try {
    while (!(await isReady(port))) {
      if (product.exitCode !== null) throw new Error('the product stopped before it was ready');
      if (performance.now() - begin > GIVE_UP_MS) throw new Error('the product was not ready within two minutes');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return (performance.now() - begin) / 1000;
  } finally {
    product.kill('SIGTERM');
    await gone;
    await untilReleased(dataDir);
  }
}

/** npm ends before the product has stopped; the note in the data folder names the process to wait for. */
async function untilReleased(dataDir: string): Promise<void> {
  const note = path.join(dataDir, 'in-use-by');
  const [pid] = existsSync(note) ? readFileSync(note, 'utf8').split(' ') : [];
  if (pid !== undefined) await waitForEnd(Number(pid), GIVE_UP_MS);
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}
