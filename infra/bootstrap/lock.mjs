import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process on this machine holds the lock file; waits for a living holder and takes over
 * from a dead one.
 * @param {string} file
 * @param {() => void} work
 */
export async function withLock(file, work) {
  while (!take(file)) await sleep(200);
  try {
    work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderLives(file)) fs.rmSync(file, { force: true });
    return false;
  }
}

function holderLives(file) {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')) || 0, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
