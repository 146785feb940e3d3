import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';

const pnpmVersion = '12.21.0';

/**
 * Installs exactly what the lockfile says, unless `node_modules` already is the result of these very files.
 * Everything it prints goes to standard error, so that a task's standard output stays its own.
 * @param {string} root the checkout
 */
export async function installWhenChanged(root) {
  const stamp = path.join(root, 'node_modules/.bootstrap');
  if (read(stamp) === fingerprint(root)) return;
  await withLock(path.join(root, '.install.lock'), () => {
    const wanted = fingerprint(root);
    // Another process may have installed while this one waited.
    if (read(stamp) === wanted) return;
    console.error('installing dependencies (first run, or they changed) ...');
    const [command, ...first] = npmCommand();
    const pnpm = ['exec', '--yes', `--package=pnpm@${pnpmVersion}`, '--', 'pnpm', 'install', '--frozen-lockfile'];
    const result = spawnSync(command, [...first, ...pnpm], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // CI: no prompt, ever.
      env: { ...process.env, CI: process.env.CI ?? '1', npm_config_update_notifier: 'false' },
    });
    if (result.error) throw new Error(`npm could not be started: ${result.error.message}`);
    if (result.status !== 0) throw new Error('the dependencies could not be installed; the reason stands above');
    fs.writeFileSync(stamp, wanted);
  });
}

/**
 * Digest of all that decides what `node_modules` contains.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash('sha256').update(`${pnpmVersion} ${process.platform} ${process.arch}`);
  const workspaces = ['packages', 'apps'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaces.sort()]) {
    hash.update(`\0${file}\0${read(path.join(root, file))}`);
  }
  return hash.digest('hex');
}

/** The npm that called us if there is one: it need not be on the path. */
function npmCommand() {
  const caller = process.env.npm_execpath;
  return caller?.endsWith('.js') ? [process.execPath, caller] : ['npm'];
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
