// Entry of every npm script: plain JavaScript without dependencies for any Node from 18 on. Installs the dependencies
// with the pinned pnpm when they changed, then runs the task with the pinned Node that came with them.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhenChanged } from './bootstrap/install.mjs';
import { chooseNode } from './bootstrap/node.mjs';
import { runTask } from './bootstrap/run-task.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What each task runs. `owned` tasks start other processes and end when the process that started them is gone. */
const tasks = {
  start: { file: 'infra/run.ts', owned: true },
  dev: { file: 'infra/dev.ts', owned: true },
  test: { file: 'infra/test.ts', owned: true },
  'test:crash': { file: 'e2e/crash/main.ts', owned: true },
  verify: { file: 'infra/verify.ts', owned: true },
  bench: { file: 'bench/main.ts', owned: true },
  format: {
    file: 'node_modules/@biomejs/biome/bin/biome',
    args: ['format', '--write', '.'],
  },
  operator: { file: 'infra/operator.ts' },
  obligations: {
    file: 'packages/obligations/src/cli/main.ts',
    inCallersFolder: true,
  },
};

const [name, ...args] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`usage: node infra/bootstrap.mjs ${Object.keys(tasks).join('|')} [arguments]`);
  process.exit(2);
}
try {
  await installWhenChanged(root);
  await runTask({
    ...task,
    args: [...(task.args ?? []), ...args],
    root,
    node: chooseNode(root),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
