import { describe, expect, it } from 'vitest';
import type { Facts } from '../rulebook/index.ts';
import { dueRuleOf, dutyOf, rulebookOf } from '../testing/rulebook.ts';
import { scheduleOf } from '../testing/schedule.ts';

const renewal = dutyOf({
  id: 'renew',
  clause: '12b',
  condition: { fact: 'wants_to_continue', is: true },
  due: [dueRuleOf('apply', { type: 'before-licence-date', date: 'validTo', days: 90 })],
});
const report = dutyOf({
  id: 'report',
  clause: '14',
  due: [dueRuleOf('submit', { type: 'yearly-window', opens: '01-01', closes: '03-31', heldOn: 'previous-year-end' })],
});
const selfCheck = dutyOf({
  id: 'check',
  clause: '7b',
  due: [dueRuleOf('yearly', { type: 'calendar-years', every: 1 })],
});

describe('renewal limit', () => {
  it('is counted 90 days back, with the strict reading as the day to act by', () => {
    const [item] = scheduleOf(rulebookOf(renewal), { asOf: '2025-06-01' }).occurrences;
    expect(item).toMatchObject({
      key: 'renew/apply/苏B2-20201234/2025-12-24',
      nominalOn: '2025-09-25',
      dueOn: '2025-09-25',
      actBy: '2025-09-24',
      provisional: false,
      status: 'upcoming',
      applies: 'unknown',
      asks: ['wants_to_continue'],
    });
  });

  it('is shown even while it is open whether the business goes on: the licence prints it', () => {
    expect(scheduleOf(rulebookOf(renewal)).occurrences).toHaveLength(1);
    expect(scheduleOf(rulebookOf(renewal), { facts: { wants_to_continue: false } }).occurrences).toHaveLength(0);
  });

  it('a duty of other law gives no dates until it is known to apply', () => {
    const other = { ...selfCheck, provision: null, condition: { fact: 'minor_users', is: true } as const };
    expect(scheduleOf(rulebookOf(other), { asOf: '2025-06-01' })).toMatchObject({
      occurrences: [],
      questions: [{ key: 'minor_users', decides: ['check'] }],
    });
  });
});

describe('annual report', () => {
  it('runs from 1 January to 31 March and does not roll: 31 March 2024 was a Sunday', () => {
    const items = scheduleOf(rulebookOf(report), { asOf: '2025-06-01', until: '2025-12-31' }).occurrences;
    expect(items.map((item) => [item.opensOn, item.dueOn])).toEqual([
      ['2021-01-01', '2021-03-31'],
      ['2022-01-01', '2022-03-31'],
      ['2023-01-01', '2023-03-31'],
      ['2024-01-01', '2024-03-31'],
      ['2025-01-01', '2025-03-31'],
    ]);
    expect(items[3]).toMatchObject({ actBy: '2024-03-29', status: 'past-no-evidence', provisional: false });
  });

  it('is owed by a licence that ends inside the window, since it was held on 31 December', () => {
    const items = scheduleOf(rulebookOf(report), {
      licence: { validTo: '2026-02-10' },
      asOf: '2026-01-15',
    }).occurrences;
    expect(items.at(-1)).toMatchObject({ dueOn: '2026-03-31', status: 'open' });
  });

  it('is uncertain when the licence lapsed before 31 December, until the authority has answered', () => {
    const uncertain = scheduleOf(rulebookOf(report));
    expect(uncertain.occurrences.at(-1)).toMatchObject({
      key: 'report/submit/苏B2-20201234/2026',
      status: 'uncertain',
      applies: 'unknown',
      asks: ['annual_report_confirmed_after_lapse'],
    });
    expect(uncertain.findings.map((finding) => finding.code)).toContain('annual-report-uncertain');
    const dates = (confirmed: boolean) =>
      scheduleOf(rulebookOf(report), { facts: { annual_report_confirmed_after_lapse: confirmed } }).occurrences.map(
        (item) => item.dueOn,
      );
    expect(dates(true)).toContain('2026-03-31');
    expect(dates(false)).not.toContain('2026-03-31');
  });
});

describe('a licence that has expired on its face', () => {
  const book = rulebookOf(renewal, report, selfCheck);

  it('says so loudly, asks its question, and makes no later dates', () => {
    const schedule = scheduleOf(book);
    expect(schedule.findings[0]).toMatchObject({ code: 'licence-expired', severity: 'error' });
    expect(schedule.findings[0]?.message).toContain('距今335天');
    expect(schedule.questions.map((question) => question.key)).toContain('renewal_status');
    expect(schedule.duties.map((duty) => duty.applies)).toEqual(['unknown', 'unknown', 'unknown']);
    const later = schedule.occurrences.filter(
      (item) => (item.dueOn ?? '') > '2025-12-24' && item.status !== 'uncertain',
    );
    expect(later).toEqual([]);
  });

  it('keeps what was owed before the expiry: past, no evidence recorded, never missed', () => {
    const past = scheduleOf(book).occurrences.filter((item) => item.status === 'past-no-evidence');
    expect(past.map((item) => item.key)).toContain('renew/apply/苏B2-20201234/2025-12-24');
    expect(past.filter((item) => item.dutyId === 'check').map((item) => item.dueOn)).toEqual([
      '2020-12-31',
      '2021-12-31',
      '2022-12-31',
      '2023-12-31',
      '2024-12-31',
    ]);
  });

  it('goes on once renewal is confirmed, with the next renewal limit', () => {
    const facts = { renewal_status: 'renewed', renewed_valid_to: '2030-12-24', wants_to_continue: true };
    const schedule = scheduleOf(book, { facts, until: '2030-12-31' });
    expect(schedule.duties.map((duty) => duty.applies)).toEqual(['yes', 'yes', 'yes']);
    expect(schedule.occurrences.map((item) => item.key)).toContain('renew/apply/苏B2-20201234/2030-12-24');
    expect(schedule.occurrences.map((item) => item.key)).toContain('report/submit/苏B2-20201234/2027');
  });

  it('warns that silence after a timely application is no proof of a licence', () => {
    const schedule = scheduleOf(book, { facts: { renewal_status: 'filed_in_time' } });
    expect(schedule.findings.map((finding) => finding.code)).toContain('renewal-pending');
    expect(schedule.duties.map((duty) => duty.applies)).toEqual(['unknown', 'yes', 'yes']);
  });

  it('not renewed: nothing binds any more, prohibitions for everybody still do', () => {
    const everybody = dutyOf({ id: 'all', clause: '3a', kinds: ['prohibition'], bindsWithoutLicence: true });
    const schedule = scheduleOf(rulebookOf(report, everybody), { facts: { renewal_status: 'not_renewed' } });
    expect(schedule.duties.map((duty) => duty.applies)).toEqual(['no', 'yes']);
    expect(schedule.findings[0]?.code).toBe('licence-ended');
  });
});

describe('network units', () => {
  const book = rulebookOf(
    dutyOf({
      id: 'test',
      clause: '6b',
      scope: 'network-unit',
      due: [
        dueRuleOf('test', {
          type: 'per-network-unit-cycle',
          lastDone: 'lastTestOn',
          everyYearsByGrade: { '2': 2, '3': 1 },
        }),
      ],
    }),
  );
  const running = { validTo: '2030-12-24' };

  it('grade 3 every year, grade 2 every two years, grade 1 has no cycle', () => {
    const network_units = [
      { id: 'a', grade: 3, lastTestOn: '2025-05-01' },
      { id: 'b', grade: 2, lastTestOn: '2025-05-01' },
      { id: 'c', grade: 1, lastTestOn: '2025-05-01' },
    ];
    const items = scheduleOf(book, { licence: running, facts: { network_units }, until: '2028-06-30' }).occurrences;
    expect(items.map((item) => item.key)).toEqual([
      'test/test/a/2026',
      'test/test/a/2027',
      'test/test/b/2027',
      'test/test/a/2028',
      'test/test/b/2029',
    ]);
  });

  it('asks instead of guessing a first date', () => {
    const asked = (facts: Facts) =>
      scheduleOf(book, { licence: running, facts }).questions.map((question) => question.key);
    expect(asked({})).toEqual(['network_units']);
    expect(asked({ network_units: [{ id: 'a', grade: 3 }] })).toEqual(['network_units']);
    expect(asked({ network_units: [{ id: 'a', grade: null, lastTestOn: '2025-05-01' }] })).toEqual(['network_units']);
    expect(asked({ network_units: [] })).toEqual([]);
  });
});

describe('scope of the licence', () => {
  it('an item that the licence excludes but the company offers raises an alarm under 2a', () => {
    const codes = (facts: Facts) => scheduleOf(rulebookOf(report), { facts }).findings.map((finding) => finding.code);
    expect(codes({ offers_b25_4: true })).toContain('excluded-service-offered');
    expect(codes({ offers_b25_3: true, offers_b25_4: false })).not.toContain('excluded-service-offered');
  });
});

describe('the schedule as a function', () => {
  it('same input, same output', () => {
    const book = rulebookOf(renewal, report, selfCheck);
    expect(scheduleOf(book)).toEqual(scheduleOf(book));
  });

  it('a longer horizon only adds', () => {
    const book = rulebookOf(renewal, report, selfCheck);
    const licence = { validTo: '2030-12-24', issuedOn: '2025-12-25' };
    const near = scheduleOf(book, { licence, until: '2027-12-31' }).occurrences;
    const far = scheduleOf(book, { licence, until: '2030-12-31' }).occurrences;
    for (const item of near) expect(far).toContainEqual(item);
  });

  it('dates outside the published calendar are provisional', () => {
    const items = scheduleOf(rulebookOf(report), {
      licence: { validTo: '2030-12-24' },
      until: '2028-12-31',
    }).occurrences;
    expect(items.map((item) => [item.dueOn, item.provisional])).toContainEqual(['2027-03-31', true]);
    expect(items.map((item) => [item.dueOn, item.provisional])).toContainEqual(['2026-03-31', false]);
  });

  it('refuses an expiry before the issue, naming the place', () => {
    expect(() => scheduleOf(rulebookOf(report), { licence: { validTo: '2019-12-24' } })).toThrow(
      expect.objectContaining({ path: 'licence.validTo' }),
    );
  });
});
