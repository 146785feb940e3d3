import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../paths.ts';

const stopPatience = 15_000;

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

export interface VitestOutcome {
  passed: number;
  failed: number;
  /** Faults of the run as a whole, each one clear line: they count as failures too. */
  faults: string[];
}

/**
 * Runs vitest, its output on the terminal, and counts.
 * @param args further arguments for vitest, such as a project or a file to keep to
 * @param expected files of which each must have run at least one test
 * @param stopping aborted when the run must end early
 */
export async function runVitest(args: string[], expected: string[], stopping: AbortSignal): Promise<VitestOutcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhengqi-report-'));
  const file = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--allowOnly=false', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
    // A group of its own, so that Ctrl-C in the terminal reaches it through us alone.
    detached: true,
  });
  // SIGINT lets vitest end its tests and the servers they use; a second one would not, so it is sent once.
  stopping.addEventListener('abort', () => {
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), stopPatience).unref();
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const report = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Report) : undefined;
  fs.rmSync(folder, { recursive: true, force: true });
  return judge(report, code, expected);
}

/** Turns a report into counts, so that nothing that did not run passes for something that did. */
export function judge(report: Report | undefined, code: number | null, expected: string[]): VitestOutcome {
  if (!report) return { passed: 0, failed: 0, faults: ['vitest ended without a report'] };
  const { numPassedTests: passed, numFailedTests: failed } = report;
  const faults: string[] = [];
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) faults.push(`${skipped} tests were skipped or are still to be written`);
  for (const { name, status, assertionResults } of report.testResults) {
    if (status === 'failed' && assertionResults.length === 0) faults.push(`${name} could not be run`);
  }
  const ran = new Set(report.testResults.filter((file) => file.assertionResults.length > 0).map((file) => file.name));
  faults.push(...expected.filter((file) => !ran.has(file)).map((file) => `no test ran in ${file}`));
  if (code !== 0 && failed === 0 && faults.length === 0) faults.push(`vitest ended with code ${code}`);
  return { passed, failed, faults };
}
