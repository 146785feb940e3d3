import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver } from './carry-over.ts';
import { cellsOf } from './cells.ts';
import { completeness } from './completeness.ts';
import { crossCheck } from './cross-check.ts';
import { fillSheet } from './fill-sheet.ts';
import { ANNUAL_REPORT_FORMS, reportFieldOf } from './forms/index.ts';
import { AnnualReport, type ReportEntry, type ReportField } from './model.ts';

const EMPTY: AnnualReport = {
  year: 2025,
  services: [
    { code: 'B25', opened: true, provinces: ['苏'] },
    { code: 'B21', opened: false, provinces: [] },
  ],
  values: {},
  perService: { B25: {} },
};

function sample({ type }: Pick<ReportField, 'type'>): ReportEntry['value'] {
  if (type === 'boolean') return true;
  if (type === 'list') return ['甲'];
  return type === 'number' || type === 'money' || type === 'percent' ? 20 : '文字';
}

/** A report with every cell filled in, and the values given. */
function filled(values: Record<string, ReportEntry['value']> = {}, report: AnnualReport = EMPTY): AnnualReport {
  const complete = structuredClone(report);
  const given: Record<string, ReportEntry['value']> = {
    'staff-total': 40,
    'staff-technical': 20,
    'staff-security': 20,
    'services-and-opening': ['B25', 'B21'],
    ...values,
  };
  for (const { field, of, form } of cellsOf(complete)) {
    const value = given[field.id] ?? sample(field);
    const copies = form.repeats === 'per-province' ? complete.perProvince : complete.perService;
    const entries = of === null ? complete.values : copies?.[of];
    if (entries !== undefined) entries[field.id] = { value };
  }
  return AnnualReport.parse(complete);
}

const codes = (report: AnnualReport, last?: AnnualReport) => crossCheck(report, last).map(({ code }) => code);

describe('the forms', () => {
  it('have unique fields, all marked as practice, in the order of the screens', () => {
    const fields = ANNUAL_REPORT_FORMS.flatMap((form) => form.fields);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(new Set(fields.map(({ mark }) => mark))).toEqual(new Set(['P']));
    expect(ANNUAL_REPORT_FORMS.map(({ id }) => id)).toEqual([
      'commitment',
      'company',
      'service-quality',
      'economy',
      'security',
      'development',
      'other-material',
    ]);
  });

  it('publish what is public by force or by choice, and nothing of security', () => {
    const disclosure = (id: string) => reportFieldOf(id)?.disclosure;
    expect(['company-name', 'complaint-phone', 'registered-capital'].map(disclosure)).toEqual([
      'public',
      'public',
      'public',
    ]);
    expect(['revenue', 'costs', 'telecom-revenue'].map(disclosure)).toEqual(['by-choice', 'by-choice', 'by-choice']);
    const security = ANNUAL_REPORT_FORMS.find(({ id }) => id === 'security')?.fields ?? [];
    expect(new Set(security.map((field) => field.disclosure))).toEqual(new Set(['not-public']));
  });

  it('ask for seats and numbers only of call centres', () => {
    const seats = (code: string) =>
      cellsOf({ ...EMPTY, services: [{ code, opened: true, provinces: ['苏'] }] }).some(
        ({ field }) => field.id === 'seats',
      );
    expect([seats('B24-1'), seats('B25')]).toEqual([true, false]);
  });
});

describe('carrying over', () => {
  it('takes what seldom changes, marked with its year, and no figure of the year', () => {
    const next = carryOver(filled());
    expect(next.year).toBe(2026);
    expect(next.values['company-name']).toEqual({ value: '文字', carriedFrom: 2025 });
    for (const id of ['revenue', 'complaints', 'staff-total', 'drills']) expect(next.values[id]).toBeUndefined();
    expect(next.perService['B25']?.['users']).toBeUndefined();
    expect(next.perService['B25']?.['access-providers']).toMatchObject({ carriedFrom: 2025 });
  });

  it('asks for confirmation of every value carried over', () => {
    const next = carryOver(filled());
    const { toConfirm } = completeness(next);
    expect(toConfirm.length).toBeGreaterThan(10);
    expect(codes(next).filter((code) => code === 'report-carried-over')).toHaveLength(toConfirm.length);
  });
});

describe('cross-checks', () => {
  it('find nothing in a complete, sound report', () => {
    expect(crossCheck(filled())).toEqual([]);
  });

  it.each<[string, Record<string, ReportEntry['value']>, string]>([
    ['report-technical-staff', { 'staff-technical': 41, 'staff-security': 0, 'security-staff-full-time': 0 }, 'error'],
    ['report-security-staff', { 'staff-security': 41, 'staff-technical': 0 }, 'error'],
    ['report-staff-sum', { 'staff-technical': 30, 'staff-security': 20 }, 'warning'],
    ['report-full-time-security-staff', { 'security-staff-full-time': 21 }, 'error'],
    ['report-telecom-revenue', { 'telecom-revenue': 21 }, 'error'],
    ['report-percent-range', { 'complaint-reply-rate': 100.5 }, 'error'],
    ['report-count-range', { complaints: 1.5 }, 'error'],
    ['report-large-amount', { assets: 1_000_000_001 }, 'warning'],
    ['report-field-type', { drills: '两次' }, 'error'],
    ['report-field-missing', { 'complaint-kinds': '  ' }, 'error'],
    ['report-services-count', { 'services-and-opening': ['B25'] }, 'warning'],
    ['report-no-replies', { 'complaint-reply-rate': 0 }, 'warning'],
    ['report-units-untested', { 'unit-tests': 0 }, 'warning'],
  ])('%s', (code, values, severity) => {
    expect(crossCheck(filled(values))).toMatchObject([{ code, severity, at: { path: expect.stringContaining('.') } }]);
  });

  it.each([
    ['complaint-reply-rate', 100],
    ['complaint-reply-rate', 0.5],
    ['assets', 1_000_000_000],
    ['profit', -5],
    ['branches', '无'],
  ])('let %s be %s', (id, value) => {
    expect(crossCheck(filled({ [id]: value }))).toEqual([]);
  });

  it('want one development form for each opened service and none for others', () => {
    const report = filled();
    expect(codes({ ...report, perService: {} })).toContain('report-development-missing');
    const unopened = { ...report, services: report.services.map((service) => ({ ...service, opened: false })) };
    expect(codes(unopened)).toEqual(['report-development-unopened', 'report-nothing-opened']);
    const nowhere = report.services.map((service) => ({ ...service, provinces: [] }));
    expect(codes({ ...report, services: nowhere })).toEqual(['report-provinces-missing']);
  });

  it('want the provinces to add up to the form of the ministry', () => {
    const crossRegional = { ...EMPTY, perProvince: { 苏: {}, 浙: {} } };
    const report = filled({}, crossRegional);
    expect(new Set(codes(report))).toEqual(new Set(['report-province-sum']));
    for (const id of ['security-staff-full-time', 'drills', 'security-events', 'graded-units', 'unit-tests']) {
      report.values[id] = { value: 40 };
    }
    report.values['staff-security'] = { value: 40 };
    expect(codes(report).filter((code) => code === 'report-province-sum')).toEqual([]);
  });

  it('look at jumps against the year before, and at registered data that changed', () => {
    const last = filled({ revenue: 1000, 'telecom-revenue': 20 });
    const now = { ...filled({ revenue: 3000, 'company-name': '新名' }), year: 2026 };
    expect(crossCheck(now, last)).toMatchObject([
      { code: 'report-registered-data-changed', message: expect.stringContaining('X1') },
      { code: 'report-jump', at: { path: 'values.revenue' } },
    ]);
    expect(codes({ ...filled({ revenue: 2999 }), year: 2026 }, last)).toEqual([]);
    expect(codes({ ...now, year: 2027 }, last)).toEqual([]);
  });

  it('of new shareholders name the approval as well as the update', () => {
    const last = filled({ shareholders: ['甲'] });
    const now = { ...filled({ shareholders: ['乙'] }), year: 2026 };
    expect(crossCheck(now, last)).toMatchObject([
      { code: 'report-registered-data-changed', message: expect.stringContaining('11/12a') },
    ]);
  });
});

describe('completeness and the fill sheet', () => {
  it('count every cell; 100 percent only when nothing is missing', () => {
    expect(completeness(filled())).toMatchObject({ percent: 100, missing: [] });
    expect(completeness(EMPTY)).toMatchObject({ percent: 0, filled: 0 });
    const cells = cellsOf(filled());
    fc.assert(
      fc.property(fc.subarray(cells, { minLength: 1 }), (dropped) => {
        const report = filled();
        for (const { field, of } of dropped) delete (of === null ? report.values : report.perService[of])?.[field.id];
        const { filled: count, needed, percent, missing } = completeness(report);
        expect([count, needed, missing.length]).toEqual([cells.length - dropped.length, cells.length, dropped.length]);
        expect(percent).toBeLessThan(100);
      }),
    );
  });

  it('zero and no are values, blanks are none', () => {
    expect(completeness(filled({ complaints: 0, listed: false }))).toMatchObject({ missing: [] });
    expect(completeness(filled({ contact: '', branches: [] })).missing.map(({ field }) => field.id)).toEqual([
      'branches',
    ]);
  });

  it('the sheet follows the screens, with value, source and what is missing, and loses no cell', () => {
    const report = filled();
    report.values['revenue'] = { value: 500, source: '2025年审计报告' };
    delete report.values['costs'];
    const sheet = fillSheet(report);
    expect(sheet.map(({ form, of }) => [form, of])).toEqual([
      ['commitment', null],
      ['company', null],
      ['service-quality', null],
      ['economy', null],
      ['security', null],
      ['development', 'B25'],
      ['other-material', null],
    ]);
    const rows = sheet.flatMap((section) => section.rows);
    expect(rows).toHaveLength(cellsOf(report).length);
    expect(rows.find(({ fieldId }) => fieldId === 'revenue')).toMatchObject({
      value: 500,
      source: '2025年审计报告',
      state: 'filled',
    });
    expect(rows.find(({ fieldId }) => fieldId === 'costs')).toMatchObject({ value: null, state: 'missing' });
  });
});
