import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new folder that the account of the database can pass through; the caller removes it. */
export function makeTemporaryFolder(purpose: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `zhengqi-${purpose}-`));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** Waits for a process to end, stops the database in the folder that it may have left behind, and removes the folder. */
const watch = `
  while kill -0 "$1" 2>/dev/null; do sleep 0.5; done
  if [ -f "$2/postgres/postmaster.pid" ]; then kill -QUIT "$(head -n 1 "$2/postgres/postmaster.pid")"; sleep 1; fi
  rm -rf "$2"`;

/** As `makeTemporaryFolder`, for a database: cleaned up even when this process is killed before it can do so itself. */
export function makeDatabaseFolder(purpose: string): string {
  const folder = makeTemporaryFolder(purpose);
  spawn('/bin/sh', ['-c', watch, 'watch', String(process.pid), folder], { detached: true, stdio: 'ignore' }).unref();
  return folder;
}
