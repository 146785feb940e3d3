import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.ts';

const folders = ['packages', 'apps', 'infra', 'bench', 'e2e'];
const notSources = new Set(['node_modules', 'dist']);

/** Every test file of the repository, whether or not a project of the test configuration takes it up. */
export function allTestFiles(): string[] {
  return folders.map((folder) => path.join(root, folder)).flatMap((folder) => testFilesIn(folder));
}

function testFilesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return notSources.has(entry.name) ? [] : testFilesIn(full);
    return /\.test\.tsx?$/.test(entry.name) ? [full] : [];
  });
}
