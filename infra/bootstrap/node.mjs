import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The first Node with argon2id built in and TypeScript run natively without a warning. */
const oldest = [24, 7];

/**
 * The Node to run tasks with: the pinned one from `node_modules` where it runs, else the caller's if it is new enough.
 * @param {string} root the checkout
 * @returns {string} path of an executable
 */
export function chooseNode(root) {
  const pinned = path.join(root, 'node_modules/.bin/node');
  if (runs(pinned)) return pinned;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} is too old and the one that comes with the dependencies does not run on this ` +
      `machine; install Node ${oldest.join('.')} or later`,
  );
}

/** @param {string} version such as "24.21.0" */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function runs(file) {
  return fs.existsSync(file) && spawnSync(file, ['--version']).status === 0;
}
