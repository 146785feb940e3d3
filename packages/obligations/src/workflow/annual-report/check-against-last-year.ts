import type { Finding } from '../../text/finding.ts';
import { newFinding } from '../../text/new-finding.ts';
import { cellsOf } from './cells.ts';
import { numberIn } from './check-between-forms.ts';
import type { AnnualReport, ReportEntry } from './model.ts';

/** Own rule: three times as much, or a third, is worth a second look. */
const JUMP = 3;
/** Small figures jump easily: below this nothing is said. */
const SMALL = 10;

/** Data on the licence or in the register: a difference means a change that had a limit of its own. */
const REGISTERED: Readonly<Record<string, string>> = {
  'company-name': 'X1',
  'legal-representative': 'X1',
  'registered-address': '12a',
  'registered-capital': '12a',
  // In a limited liability company their change needs approval first.
  shareholders: '11/12a',
};

/** What differs much, or tellingly, from the report of the year before. */
export function checkAgainstLastYear(report: AnnualReport, last: AnnualReport): Finding[] {
  if (last.year !== report.year - 1) return [];
  return cellsOf(report).flatMap(({ field, of, path, entry, form }) => {
    if (entry === undefined) return [];
    const before = entriesOf(last, form.repeats, of);
    const clause = REGISTERED[field.id];
    if (clause !== undefined) return registeredChange(field.label, clause, path, entry, before[field.id]);
    const [now, then] = [numberIn({ [field.id]: entry }, field.id), numberIn(before, field.id)];
    if (now === null || then === null || field.type === 'percent' || !isJump(now, then)) return [];
    return [
      newFinding(
        'report-jump',
        'warning',
        `“${field.label.zh}”由上年${then}变为${now}，变动较大，请核对并留存说明。`,
        `“${field.label.en}” went from ${then} to ${now}; check it and keep the explanation.`,
        { path },
      ),
    ];
  });
}

function isJump(now: number, then: number): boolean {
  const [small, large] = [Math.min(Math.abs(now), Math.abs(then)), Math.max(Math.abs(now), Math.abs(then))];
  return large >= SMALL && (Math.sign(now) * Math.sign(then) < 0 || large >= small * JUMP);
}

function registeredChange(
  label: { zh: string; en: string },
  clause: string,
  path: string,
  entry: ReportEntry,
  before: ReportEntry | undefined,
): Finding[] {
  if (before === undefined || JSON.stringify(before.value) === JSON.stringify(entry.value)) return [];
  return [
    newFinding(
      'report-registered-data-changed',
      'warning',
      `“${label.zh}”与上年不同：请确认变更已在30日内办理（${clause}）。`,
      `“${label.en}” differs from last year: make sure the change was handled within its 30 days (${clause}).`,
      { path },
    ),
  ];
}

function entriesOf(
  report: AnnualReport,
  repeats: 'once' | 'per-opened-service' | 'per-province',
  of: string | null,
): Readonly<Record<string, ReportEntry>> {
  if (of === null) return report.values;
  return (repeats === 'per-province' ? report.perProvince : report.perService)?.[of] ?? {};
}
