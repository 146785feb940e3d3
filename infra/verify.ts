// `npm run verify`: all that can be checked in half a minute, without a database or a browser.
import os from 'node:os';
import { runChecks, staticChecks } from './checks.ts';
import { printCheck } from './testing/report.ts';

const unitTests = { name: 'unit tests', command: ['vitest/vitest.mjs', 'run', '--project', 'unit'] };
process.on('disconnect', () => process.exit(1));
// The longest first, so that nothing long is left for the end.
const results = await runChecks([unitTests, ...staticChecks], os.availableParallelism(), printCheck);
process.exit(results.every((result) => result.passed) ? 0 : 1);
