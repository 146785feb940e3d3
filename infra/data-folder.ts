import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault, reasonOf } from './fault.ts';
import { startOf } from './processes.ts';

/** A product that was told to stop may not have noticed yet (npm ends before its script does). */
const noticeTime = 1_500;
const stopTime = 20_000;

/**
 * Makes the data folder if needed and takes it for this process until it ends. Waits for a predecessor that is stopping.
 * @param stopping aborted when this process begins to stop, so that a successor knows to wait
 * @throws Fault when the folder cannot be used, or another running process has it
 */
export async function openDataFolder(folder: string, stopping: AbortSignal): Promise<void> {
  const note = path.join(folder, 'in-use-by');
  const own = `${process.pid} ${startOf(process.pid)}`;
  try {
    // Others may pass through: PostgreSQL's own folder inside belongs to another account when we are root.
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    await waitForPredecessor(note, folder);
    fs.writeFileSync(note, own);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`the data folder ${folder} cannot be used: ${reasonOf(error)}`);
  }
  stopping.addEventListener('abort', () => fs.writeFileSync(note, `${own} stopping`));
}

/** A note counts only as long as the process that wrote it lives, so nothing needs to be cleared after a crash. */
async function waitForPredecessor(note: string, folder: string): Promise<void> {
  const began = performance.now();
  for (;;) {
    const [pid, start, stopping] = fs.existsSync(note) ? fs.readFileSync(note, 'utf8').split(' ') : [];
    if (!pid || !start || Number(pid) === process.pid || startOf(Number(pid)) !== start) return;
    if (performance.now() - began > (stopping ? stopTime : noticeTime)) {
      throw new Fault(`the data folder ${folder} is in use by a product that is already running (process ${pid})`);
    }
    await sleep(50);
  }
}
