import type { Finding } from '../../text/finding.ts';
import { newFinding } from '../../text/new-finding.ts';
import { openedServices } from './cells.ts';
import { SECURITY_FORM } from './forms/security-and-development.ts';
import { reportFieldOf } from './forms/index.ts';
import type { AnnualReport, ReportEntry } from './model.ts';

type Entries = Readonly<Record<string, ReportEntry>>;

/** `most` is never smaller than the sum of `parts`. */
interface AtMost {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly parts: readonly string[];
  readonly most: string;
}

const SUMS: readonly AtMost[] = [
  { code: 'report-technical-staff', severity: 'error', parts: ['staff-technical'], most: 'staff-total' },
  { code: 'report-security-staff', severity: 'error', parts: ['staff-security'], most: 'staff-total' },
  // One person may be both, so the sum is only a warning.
  { code: 'report-staff-sum', severity: 'warning', parts: ['staff-technical', 'staff-security'], most: 'staff-total' },
  {
    code: 'report-full-time-security-staff',
    severity: 'error',
    parts: ['security-staff-full-time'],
    most: 'staff-security',
  },
  { code: 'report-telecom-revenue', severity: 'error', parts: ['telecom-revenue'], most: 'revenue' },
];

/** What one figure says about another, in the same form or in two. */
export function checkBetweenForms(report: AnnualReport): Finding[] {
  return [
    ...SUMS.flatMap((sum) => checkSum(sum, report.values)),
    ...checkServices(report),
    ...checkProvinces(report),
    ...checkCircumstances(report.values),
  ];
}

function checkSum({ code, severity, parts, most }: AtMost, values: Entries): Finding[] {
  const limit = numberIn(values, most);
  const given = parts.map((id) => numberIn(values, id));
  if (limit === null || given.includes(null)) return [];
  const sum = given.reduce<number>((total, value) => total + (value ?? 0), 0);
  // A part that exceeds the whole by itself is reported by its own line.
  if (sum <= limit || (parts.length > 1 && given.some((value) => (value ?? 0) > limit))) return [];
  const [what, whole] = [parts.map(labelOf), labelOf(most)];
  return [
    newFinding(
      code,
      severity,
      `${what.map(({ zh }) => zh).join('与')}（${sum}）大于${whole.zh}（${limit}），请核对。`,
      `${what.map(({ en }) => en).join(' and ')} (${sum}) exceed ${whole.en} (${limit}); check them.`,
      { path: `values.${parts[0] ?? most}` },
    ),
  ];
}

/** One development form for each opened service, none for others; an opened service is offered somewhere. */
function checkServices(report: AnnualReport): Finding[] {
  const findings: Finding[] = [];
  const opened = openedServices(report);
  for (const code of opened) {
    if (Object.hasOwn(report.perService, code)) continue;
    findings.push(
      newFinding(
        'report-development-missing',
        'error',
        `${code} 已开展，缺业务发展表。`,
        `${code} was opened, but its development form is missing.`,
        { path: `perService.${code}` },
      ),
    );
  }
  for (const code of Object.keys(report.perService)) {
    if (opened.includes(code)) continue;
    findings.push(
      newFinding(
        'report-development-unopened',
        'error',
        `${code} 未列为已开展，却有业务发展表：更正开展情况，或删去该表。`,
        `${code} has a development form but is not marked as opened: correct one of the two.`,
        { path: `perService.${code}` },
      ),
    );
  }
  report.services.forEach(({ code, opened: isOpened, provinces }, i) => {
    if (!isOpened || provinces.length > 0) return;
    findings.push(
      newFinding(
        'report-provinces-missing',
        'error',
        `${code} 已开展，未填开展省份。`,
        `${code} was opened, but no province is given.`,
        {
          path: `services[${i}].provinces`,
        },
      ),
    );
  });
  const listed = report.values['services-and-opening']?.value;
  if (Array.isArray(listed) && listed.length !== report.services.length) {
    findings.push(
      newFinding(
        'report-services-count',
        'warning',
        `基本情况表列出${listed.length}项业务，许可证有${report.services.length}项，请核对。`,
        `The company form lists ${listed.length} services, the licence has ${report.services.length}; check them.`,
        { path: 'values.services-and-opening' },
      ),
    );
  }
  if (opened.length === 0 && report.services.length > 0) {
    findings.push(
      newFinding(
        'report-nothing-opened',
        'info',
        '未开展任何业务：不经营也须报送；有效期内未开展业务是不予延续的理由。',
        'No service was opened: a report is owed all the same, and business never opened is a ground for refusing renewal.',
        { path: 'services' },
      ),
    );
  }
  return findings;
}

/** The form of the ministry is the sum of those of the provinces. */
function checkProvinces({ values, perProvince }: AnnualReport): Finding[] {
  const provinces = Object.values(perProvince ?? {});
  if (provinces.length === 0) return [];
  return SECURITY_FORM.fields
    .filter(({ type }) => type === 'number')
    .flatMap(({ id, label }) => {
      const whole = numberIn(values, id);
      const parts = provinces.map((entries) => numberIn(entries, id));
      if (whole === null || parts.includes(null)) return [];
      const sum = parts.reduce<number>((total, value) => total + (value ?? 0), 0);
      if (sum === whole) return [];
      return [
        newFinding(
          'report-province-sum',
          'error',
          `${label.zh}：部级表为${whole}，各省合计为${sum}，两者应一致。`,
          `${label.en}: ${whole} in the form of the ministry, ${sum} in the provinces together; the two must agree.`,
          { path: `values.${id}` },
        ),
      ];
    });
}

/** Figures that seldom go together. */
function checkCircumstances(values: Entries): Finding[] {
  const findings: Finding[] = [];
  if ((numberIn(values, 'complaints') ?? 0) > 0 && numberIn(values, 'complaint-reply-rate') === 0) {
    findings.push(
      newFinding(
        'report-no-replies',
        'warning',
        '有投诉而回复率为0，请核对。',
        'There were complaints, but the reply rate is 0; check it.',
        {
          path: 'values.complaint-reply-rate',
        },
      ),
    );
  }
  if ((numberIn(values, 'graded-units') ?? 0) > 0 && numberIn(values, 'unit-tests') === 0) {
    findings.push(
      newFinding(
        'report-units-untested',
        'warning',
        '有定级备案的网络单元而本年评测、风险评估为0：二级每两年、三级以上每年，请核对。',
        'Units are filed but neither tested nor assessed this year: grade 2 every two years, grade 3 and above every year; check it.',
        { path: 'values.unit-tests' },
      ),
    );
  }
  return findings;
}

export function numberIn(entries: Entries, id: string): number | null {
  const value = entries[id]?.value;
  return typeof value === 'number' ? value : null;
}

function labelOf(id: string): { zh: string; en: string } {
  return reportFieldOf(id)?.label ?? { zh: id, en: id };
}
