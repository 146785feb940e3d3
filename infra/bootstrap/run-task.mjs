import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a task to its end and leaves with its exit code, passing signals on.
 * @param {{root: string, node: string, file: string, args: string[], owned?: boolean, inCallersFolder?: boolean}} task
 */
export async function runTask({ root, node, file, args, owned = false, inCallersFolder = false }) {
  const child = spawn(node, [path.join(root, file), ...args], {
    cwd: inCallersFolder ? callersFolder() : root,
    // An owned task sees through the channel that this process is gone, even when it was killed with -9.
    stdio: owned ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: {
      ...process.env,
      PATH: path.join(root, 'node_modules/.bin') + path.delimiter + process.env.PATH,
    },
  });
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  if (owned) endWithCaller(() => child.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal]));
  });
  process.exit();
}

/** npm runs scripts in the folder of package.json; file names on the command line belong to the folder it was called from. */
function callersFolder() {
  return (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();
}

/**
 * npm runs this file through a shell; when npm itself is killed, nothing tells us. So the two generations above are
 * watched where `/proc` shows them, elsewhere the parent alone.
 */
function endWithCaller(end) {
  const lineage = () => `${process.ppid}/${parentOf(process.ppid)}`;
  const born = lineage();
  setInterval(() => lineage() !== born && end(), 500).unref();
}

function parentOf(pid) {
  try {
    // The second field is the program's name in parentheses and may hold blanks; the parent is the second after it.
    const afterName = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '');
    return afterName.split(' ')[1];
  } catch {
    return 0;
  }
}
