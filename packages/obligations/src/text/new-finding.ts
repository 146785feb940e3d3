import type { Finding } from './finding.ts';

/** Builds a finding. `message` is Chinese, `messageEn` the same in English; `at` is null when no place can be named. */
export function newFinding(
  code: string,
  severity: Finding['severity'],
  message: string,
  messageEn: string,
  at: Finding['at'] = null,
): Finding {
  return { code, severity, message, messageEn, at };
}
