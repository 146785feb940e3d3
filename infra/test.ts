// `npm test`: every check and every test. With arguments it only runs vitest with them, for work on one place:
// `npm test -- --project unit calendar`. The last line is always the plain count.
import os from 'node:os';
import { runChecks, staticChecks } from './checks.ts';
import { printCheck } from './testing/report.ts';
import { allTestFiles } from './testing/test-files.ts';
import { runVitest } from './testing/vitest-run.ts';

const stopping = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => stopping.abort());

const args = process.argv.slice(2);
const everything = args.length === 0;
const checks = everything ? await runChecks(staticChecks, os.availableParallelism(), printCheck) : [];
if (stopping.signal.aborted) process.exit(1);
const tests = await runVitest(args, everything ? allTestFiles() : [], stopping.signal);

for (const fault of tests.faults) console.log(`FAILED ${fault}`);
const passed = checks.filter((check) => check.passed).length + tests.passed;
const failed = checks.filter((check) => !check.passed).length + tests.failed + tests.faults.length;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
