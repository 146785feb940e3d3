import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { startOf } from './processes.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('data-folder-test');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const readNote = () => fs.readFileSync(path.join(folder, 'in-use-by'), 'utf8');

const running = () => new AbortController().signal;

/** Another process that has the folder. */
function startHolder(stopping = ''): ChildProcess {
  const holder = spawn('sleep', ['60']);
  fs.writeFileSync(path.join(folder, 'in-use-by'), `${holder.pid} ${startOf(holder.pid ?? 0)}${stopping}`);
  return holder;
}

test('a folder in use by a living process is refused', async () => {
  const holder = startHolder();
  await expect(openDataFolder(folder, running())).rejects.toThrow(
    `is in use by a product that is already running (process ${holder.pid})`,
  );
  holder.kill();
});

test('a predecessor that is stopping is waited for', async () => {
  const holder = startHolder(' stopping');
  const opened = openDataFolder(folder, running());
  await sleep(2000);
  expect(readNote()).toContain('stopping');
  holder.kill();
  await opened;
  expect(readNote()).toContain(`${process.pid} `);
});

test('the number of an ended process, given to another by now, does not keep the folder', async () => {
  fs.writeFileSync(path.join(folder, 'in-use-by'), `${process.ppid} 12345`);
  await openDataFolder(folder, running());
  expect(readNote()).toContain(`${process.pid} `);
});

test('a process that begins to stop says so', async () => {
  const stopping = new AbortController();
  await openDataFolder(folder, stopping.signal);
  stopping.abort();
  expect(readNote()).toMatch(/ stopping$/);
});

test('a file in place of the folder is named', async () => {
  const file = path.join(folder, 'file');
  fs.writeFileSync(file, '');
  await expect(openDataFolder(file, running())).rejects.toThrow(/the data folder .*file cannot be used: EEXIST/);
  await expect(openDataFolder(path.join(file, 'below'), running())).rejects.toThrow(/cannot be used: ENOTDIR/);
});
