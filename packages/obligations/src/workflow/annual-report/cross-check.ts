import type { Finding } from '../../text/finding.ts';
import { checkAgainstLastYear } from './check-against-last-year.ts';
import { checkBetweenForms } from './check-between-forms.ts';
import { checkValues } from './check-values.ts';
import type { AnnualReport } from './model.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/**
 * Everything worth a look before filing, errors first. They are our own checks of the figures, not the platform’s; an
 * error is a contradiction or a gap, a warning may be right.
 * @param last report of the year before, for jumps and changed data
 */
export function crossCheck(report: AnnualReport, last?: AnnualReport): Finding[] {
  const findings = [
    ...checkValues(report),
    ...checkBetweenForms(report),
    ...(last === undefined ? [] : checkAgainstLastYear(report, last)),
  ];
  return findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
