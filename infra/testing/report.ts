import type { CheckResult } from '../checks.ts';

/** One line for a check that passed, and what it said for one that did not. */
export function printCheck({ name, passed, seconds, output }: CheckResult): void {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(output.trimEnd());
}
