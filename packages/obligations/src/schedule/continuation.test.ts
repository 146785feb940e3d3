import { describe, expect, it } from 'vitest';
import { type Facts, RULEBOOK } from '../rulebook/index.ts';
import { scheduleOf } from '../testing/schedule.ts';

/** The licence ended on 2025-12-24; seen on 2026-11-24. */
const after = (facts: Facts, until = '2026-12-31') => scheduleOf(RULEBOOK, { facts, until });
const renewals = (facts: Facts, until?: string) =>
  after(facts, until)
    .occurrences.filter(({ clause }) => clause === '12b' || clause === '12c')
    .map(({ clause, dueOn, applies }) => `${clause} ${dueOn} ${applies}`);
const appliesTo = (facts: Facts, clause: string) => after(facts).duties.find((duty) => duty.clause === clause)?.applies;

describe('an end of validity after which the licence went on', () => {
  it.each(['renewed', 'filed_in_time'])(
    '%s: the holder wanted to go on, whatever is said of the next end',
    (status) => {
      const renewed_valid_to = status === 'renewed' ? '2030-12-24' : null;
      for (const wants_to_continue of [true, false, null]) {
        const facts = { renewal_status: status, renewed_valid_to, wants_to_continue };
        expect(renewals(facts)).toEqual(['12b 2025-09-25 yes']);
      }
    },
  );

  it('asks for the new end when it is not given', () => {
    const asked = (facts: Facts) => after(facts).questions.map(({ key }) => key);
    expect(asked({ renewal_status: 'renewed' })).toContain('renewed_valid_to');
    expect(asked({ renewal_status: 'renewed', renewed_valid_to: '2030-12-24' })).not.toContain('renewed_valid_to');
  });

  it('not renewed: which of the two limits was owed stays a question', () => {
    expect(renewals({ renewal_status: 'not_renewed' })).toEqual(['12b 2025-09-25 unknown', '12c 2025-09-25 unknown']);
  });
});

describe('an answer “renewed” that is used up', () => {
  it('is asked again once the renewed validity has ended too', () => {
    const facts = { renewal_status: 'renewed', renewed_valid_to: '2026-10-01' };
    const schedule = after(facts);
    expect(appliesTo(facts, '14')).toBe('unknown');
    expect(schedule.questions.map(({ key }) => key)).toContain('renewal_status');
    expect(schedule.findings[0]).toMatchObject({ code: 'licence-expired', severity: 'error' });
    expect(schedule.findings[0]?.message).toContain('已于2026-10-01届满（距今54天）');
    expect(renewals(facts)).toEqual(['12b 2025-09-25 yes', '12b 2026-07-03 unknown', '12c 2026-07-03 unknown']);
  });

  it('does not count when it speaks of an end that is not later than the printed one', () => {
    const facts = { renewal_status: 'renewed', renewed_valid_to: '2025-12-24' };
    expect(appliesTo(facts, '14')).toBe('unknown');
    expect(after(facts).findings[0]?.code).toBe('licence-expired');
  });
});

describe('a licence that has expired on its face, nothing answered', () => {
  it('has no later dates but the uncertain annual report, with the question to the authority', () => {
    const schedule = after({}, '2027-12-31');
    const later = schedule.occurrences.filter(({ dueOn }) => (dueOn ?? '') > '2025-12-24');
    expect(later.map(({ clause, dueOn, status, asks }) => [clause, dueOn, status, asks])).toEqual([
      ['14', '2026-03-31', 'uncertain', ['annual_report_confirmed_after_lapse']],
    ]);
    expect(schedule.occurrences.filter(({ clause }) => clause === '12b')).toMatchObject([
      { nominalOn: '2025-09-25', dueOn: '2025-09-25', actBy: '2025-09-24', status: 'past-no-evidence' },
    ]);
    const past = schedule.occurrences.filter((item) => !later.includes(item));
    expect(new Set(past.map(({ status }) => status))).toEqual(new Set(['past-no-evidence']));
  });
});
