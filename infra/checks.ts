import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from './paths.ts';

/** A check that reads the sources and runs nothing of them. */
export interface Check {
  name: string;
  command: string[];
}

export interface CheckResult {
  name: string;
  passed: boolean;
  seconds: number;
  output: string;
}

/** Remembers what it found, so that the next run looks only at what changed. */
const tsc = (project: string): Check => {
  const memory = `node_modules/.cache/tsc/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return {
    name: `types of ${project}`,
    command: ['typescript/bin/tsc', '-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', memory],
  };
};

/** Everything that can be said about the sources without running them. */
export const staticChecks: Check[] = [
  tsc('packages/obligations'),
  tsc('packages/obligations/tsconfig.node.json'),
  tsc('apps/api'),
  tsc('apps/admin'),
  tsc('infra'),
  { name: 'lint', command: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['@biomejs/biome/bin/biome', 'format', '.'] },
  {
    name: 'import rules',
    command: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--output-type',
      'err',
      'packages',
      'apps',
      'infra',
      'bench',
      'e2e',
    ],
  },
  { name: 'dead code', command: ['knip/bin/knip.js'] },
];

/** Runs the checks, as many at a time as there are processors, and reports each as soon as it is done. */
export async function runChecks(
  checks: Check[],
  parallel: number,
  report: (result: CheckResult) => void,
): Promise<CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(check);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return results;
}

async function runCheck({ name, command: [program = '', ...args] }: Check): Promise<CheckResult> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.on('exit', end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(child, 'close');
  process.off('exit', end);
  return { name, passed: code === 0, seconds: (performance.now() - began) / 1000, output };
}
