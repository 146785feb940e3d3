import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.ts';
import { root } from '../paths.ts';

const adminFolder = path.join(root, 'apps/admin');

/** Where the built admin app lies. */
export const adminDist = path.join(adminFolder, 'dist');

const stampFile = path.join(adminDist, '.built-from');

/** Builds the admin app unless it was built from these very sources. */
export async function buildAdmin(say: (line: string) => void): Promise<void> {
  const sources = digestOfSources();
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === sources) return;
  say('building the admin app ...');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: adminFolder, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Fault('the admin app could not be built; the reason stands above');
  fs.writeFileSync(stampFile, sources);
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
