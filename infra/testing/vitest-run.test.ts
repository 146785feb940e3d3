import { expect, test } from 'vitest';
import { judge } from './vitest-run.ts';

const file = (name: string, status = 'passed', tests = 1) => ({
  name,
  status,
  assertionResults: Array(tests).fill({}),
});
const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [file('a')] };

test('a good run has no fault', () => {
  expect(judge(report, 0, ['a'])).toEqual({ passed: 3, failed: 0, faults: [] });
});

test.each([
  ['no report', undefined, 1, 'vitest ended without a report'],
  ['a skipped test', { ...report, numPendingTests: 1 }, 0, '1 tests were skipped or are still to be written'],
  ['a test still to be written', { ...report, numTodoTests: 2 }, 0, '2 tests were skipped or are still to be written'],
  [
    'a file that does not load',
    { ...report, testResults: [file('a'), file('b', 'failed', 0)] },
    1,
    'b could not be run',
  ],
  ['an error outside of any test', report, 1, 'vitest ended with code 1'],
])('%s is a fault', (_, given, code, fault) => {
  expect(judge(given, code, ['a']).faults).toContain(fault);
});

test('a test file that no project took up is a fault', () => {
  expect(judge(report, 0, ['a', 'b']).faults).toEqual(['no test ran in b']);
});
