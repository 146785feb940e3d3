import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id runs; says nothing about which program it is. */
export function isAlive(pid: number): boolean {
  return process.platform === 'linux' ? !['Z', undefined].includes(statusFields(pid)?.[0]) : isTaken(pid);
}

/** Whether the system has this id in use, if only for a process that has ended and was not collected by its parent. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A mark of the moment a process started, or undefined if there is none. With the id it names one process for good,
 * where an id alone is given again to another. Outside Linux only existence is known.
 */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return isAlive(pid) ? 'alive' : undefined;
  return isAlive(pid) ? statusFields(pid)?.[19] : undefined;
}

/** Waits until the process is gone; false if it still lives after the given milliseconds. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** The fields of `/proc/<pid>/stat` after the program's name, which stands in parentheses and may hold blanks. */
function statusFields(pid: number): string[] | undefined {
  try {
    return fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}
