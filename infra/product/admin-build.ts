import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.ts';
import { root } from '../paths.ts';

const adminFolder = path.join(root, 'apps/admin');

/** Built apps, each in a folder named by what it was made from. */
const builds = path.join(adminFolder, 'dist');

/** So many builds are kept: a product that still runs goes on serving the files of its own. */
const KEPT = 5;

/**
 * Builds the admin app unless it was built from these very sources.
 * @returns its folder, which never changes again
 */
export async function buildAdmin(say: (line: string) => void): Promise<string> {
  const built = path.join(builds, digestOfSources().slice(0, 20));
  if (fs.existsSync(built)) {
    // Newest of all again: it is in use.
    fs.utimesSync(built, new Date(), new Date());
    return built;
  }
  say('building the admin app ...');
  const unfinished = path.join(builds, `unfinished-${process.pid}`);
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--logLevel', 'error', '--outDir', unfinished, '--emptyOutDir'];
  const child = spawn(process.execPath, args, { cwd: adminFolder, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Fault('the admin app could not be built; the reason stands above');
  finishBuild(unfinished, built);
  removeOldBuilds();
  return built;
}

function finishBuild(unfinished: string, built: string): void {
  try {
    fs.renameSync(unfinished, built);
  } catch (error) {
    // Another product has built the same meanwhile.
    if (!fs.existsSync(built)) throw error;
    fs.rmSync(unfinished, { recursive: true });
  }
}

function removeOldBuilds(): void {
  const ages = fs.readdirSync(builds).map((name) => ({ name, at: fs.statSync(path.join(builds, name)).mtimeMs }));
  const old = ages.sort((a, b) => b.at - a.at).slice(KEPT);
  for (const { name } of old) fs.rmSync(path.join(builds, name), { recursive: true, force: true });
}

/** The admin app is made of its own files and the domain's; of the API it takes types alone. */
function digestOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const own = filesIn(adminFolder, ['dist', 'node_modules']);
  const domain = filesIn(path.join(root, 'packages/obligations/src'), []);
  for (const file of [path.join(root, 'pnpm-lock.yaml'), ...own, ...domain]) {
    hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(folder: string, except: string[]): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (except.includes(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
      return entry.isDirectory() ? filesIn(full, []) : [full];
    });
}
