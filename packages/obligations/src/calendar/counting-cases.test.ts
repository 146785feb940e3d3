/** Worked cases: each can be checked by hand against a wall calendar and the State Council's notices. */
import { describe, expect, test } from 'vitest';
import {
  CalendarError,
  civilDate,
  type Deadline,
  daysBefore,
  fixedWindow,
  monthsAfter,
  naturalDaysAfter,
  PRC_CALENDAR,
  workingDaysAfter,
  yearsAfter,
} from './index.ts';

const d = civilDate;
const dates = ({ nominalOn, dueOn, actBy }: Deadline) => [nominalOn, dueOn, actBy];
const ops = (deadline: Deadline) => deadline.derivation.map((step) => `${step.rule} ${step.op}`);

describe('natural days after an event (C1, C2, C5)', () => {
  test.each([
    // event, days, nominal, due, act by
    ['2026-09-01', 30, '2026-10-01', '2026-10-08', '2026-09-30'], // National Day holiday
    ['2026-01-16', 30, '2026-02-15', '2026-02-24', '2026-02-14'], // Spring Festival; Saturday 14 February is worked
    ['2026-04-03', 30, '2026-05-03', '2026-05-06', '2026-04-30'], // Labour Day
    ['2026-06-01', 30, '2026-07-01', '2026-07-01', '2026-07-01'], // an ordinary Wednesday
    ['2026-08-01', 28, '2026-08-29', '2026-08-31', '2026-08-28'], // an ordinary Saturday
    ['2026-04-09', 30, '2026-05-09', '2026-05-09', '2026-05-09'], // a worked Saturday does not roll
    ['2026-03-04', 0, '2026-03-04', '2026-03-04', '2026-03-04'], // the same day
  ])('%s + %i days: nominal %s, due %s, act by %s', (start, n, ...expected) => {
    const deadline = naturalDaysAfter(PRC_CALENDAR, d(start), n);
    expect(dates(deadline)).toEqual(expected);
    expect(deadline.provisional).toBe(false);
  });

  test('the derivation of a change on 1 September 2026', () => {
    const { derivation } = naturalDaysAfter(PRC_CALENDAR, d('2026-09-01'), 30);
    expect(derivation).toEqual([
      { rule: 'C2', op: 'start-not-counted', mark: 'V', from: '2026-09-01', to: '2026-09-02' },
      {
        rule: 'C1',
        op: 'count-natural-days',
        mark: 'V',
        from: '2026-09-01',
        to: '2026-10-01',
        n: 30,
        unit: 'natural-day',
      },
      {
        rule: 'C5',
        op: 'roll-later',
        mark: 'M',
        from: '2026-10-01',
        to: '2026-10-08',
        hits: [{ on: '2026-10-01', until: '2026-10-07', kind: 'holiday', name: '国庆节' }],
      },
      {
        rule: 'C10',
        op: 'act-by',
        mark: 'O',
        from: '2026-10-01',
        to: '2026-09-30',
        hits: [{ on: '2026-10-01', kind: 'holiday', name: '国庆节' }],
      },
    ]);
  });

  test('a roll over a statutory holiday alone is the law’s own word (V); over weekends it is practice (M)', () => {
    const roll = (start: string, n: number) =>
      naturalDaysAfter(PRC_CALENDAR, d(start), n).derivation.find((step) => step.rule === 'C5');
    expect(roll('2024-12-02', 30)).toMatchObject({ op: 'roll-later', from: '2025-01-01', to: '2025-01-02', mark: 'V' });
    expect(roll('2026-08-01', 28)).toMatchObject({ op: 'roll-later', mark: 'M' });
    expect(roll('2026-06-01', 30)).toMatchObject({ op: 'stays', mark: 'V' });
    expect(roll('2026-04-09', 30)).toMatchObject({ op: 'stays', mark: 'M' });
  });

  test('“from the day of …” gives the same dates under the name of C12', () => {
    const deadline = naturalDaysAfter(PRC_CALENDAR, d('2026-09-01'), 30, { startRule: 'C12' });
    expect(deadline.dueOn).toBe('2026-10-08');
    expect(ops(deadline)[0]).toBe('C12 start-not-counted');
  });

  test('without roll the last day stays', () => {
    const deadline = naturalDaysAfter(PRC_CALENDAR, d('2026-09-01'), 30, { roll: 'none' });
    expect(dates(deadline)).toEqual(['2026-10-01', '2026-10-01', '2026-09-30']);
    expect(ops(deadline)).toContain('C5 not-rolled');
  });

  test('an act-by day before the event says: act at once', () => {
    const deadline = naturalDaysAfter(PRC_CALENDAR, d('2026-10-02'), 1);
    expect(dates(deadline)).toEqual(['2026-10-03', '2026-10-08', '2026-09-30']);
    expect(deadline.derivation.at(-1)).toEqual({
      rule: 'C10',
      op: 'act-by-passed',
      mark: 'O',
      from: '2026-09-30',
      to: '2026-10-02',
    });
  });
});

describe('working days after an event (C1, C2, C11)', () => {
  test.each([
    ['2026-09-18', 10, '2026-10-09'], // Sunday 20 September is worked
    ['2026-09-30', 10, '2026-10-20'], // Saturday 10 October is worked
    ['2025-01-24', 10, '2025-02-13'], // 26 January and 8 February are worked
    ['2023-12-31', 5, '2024-01-08'], // the start day is not consulted, so it need not be covered
    ['2025-09-25', 60, '2025-12-24'], // the authority's 60 days end on the expiry of a licence of five years
  ])('%s + %i working days: %s', (start, n, last) => {
    const deadline = workingDaysAfter(PRC_CALENDAR, d(start), n);
    expect(dates(deadline)).toEqual([last, last, last]);
    expect(deadline.provisional).toBe(false);
  });

  test('the derivation names holidays skipped, make-up days worked, and weekends', () => {
    const { derivation } = workingDaysAfter(PRC_CALENDAR, d('2026-09-18'), 10, { because: 'C8' });
    expect(derivation.map((step) => step.rule)).toEqual(['C8', 'C2', 'C11']);
    expect(derivation[2]).toEqual({
      rule: 'C11',
      op: 'count-working-days',
      mark: 'E',
      from: '2026-09-18',
      to: '2026-10-09',
      n: 10,
      unit: 'working-day',
      weekendDays: 1,
      hits: [
        { on: '2026-09-20', kind: 'make-up', name: '国庆节' },
        { on: '2026-09-25', until: '2026-09-27', kind: 'holiday', name: '中秋节' },
        { on: '2026-10-01', until: '2026-10-07', kind: 'holiday', name: '国庆节' },
      ],
    });
  });

  test('a count that leaves the coverage is provisional', () => {
    const deadline = workingDaysAfter(PRC_CALENDAR, d('2026-12-21'), 10);
    expect(deadline.dueOn).toBe('2027-01-04'); // Monday to Friday alone; 1 January will not be a working day
    expect(deadline.provisional).toBe(true);
    expect(deadline.provisionalFields).toEqual(['dueOn', 'actBy']);
    expect(deadline.derivation.at(-1)).toMatchObject({
      op: 'outside-coverage',
      from: '2026-12-29',
      to: '2027-01-04',
      coverage: { from: '2024-01-01', to: '2026-12-28' },
    });
  });
});

describe('days before an expiry (C9)', () => {
  test.each([
    // expiry, nominal, due, act by (strict reading: all 90 days lie in between)
    ['2025-12-24', '2025-09-25', '2025-09-25', '2025-09-24'],
    ['2026-12-31', '2026-10-02', '2026-09-30', '2026-09-30'], // holiday; strictly 1 October, a holiday too
    ['2027-02-28', '2026-11-30', '2026-11-30', '2026-11-27'], // strictly Sunday 29 November
  ])('valid to %s, 90 days ahead: nominal %s, due %s, act by %s', (expiry, ...expected) => {
    const deadline = daysBefore(PRC_CALENDAR, d(expiry), 90);
    expect(dates(deadline)).toEqual(expected);
    expect(deadline.provisional).toBe(false);
  });

  test('the derivation shows the unrolled day, the roll and the strict reading', () => {
    const { derivation } = daysBefore(PRC_CALENDAR, d('2026-12-31'), 90);
    expect(derivation.map((step) => [step.op, step.from, step.to])).toEqual([
      ['count-back', '2026-12-31', '2026-10-02'],
      ['roll-earlier', '2026-10-02', '2026-09-30'],
      ['strict-reading', '2026-10-02', '2026-10-01'],
      ['act-by', '2026-10-01', '2026-09-30'],
    ]);
  });

  test('only the act-by day is unsure if only it looks outside the coverage', () => {
    const deadline = daysBefore(PRC_CALENDAR, d('2024-03-31'), 90); // nominal 2024-01-01, New Year
    expect(dates(deadline)).toEqual(['2024-01-01', '2023-12-29', '2023-12-29']);
    expect(deadline.provisionalFields).toEqual(['dueOn', 'actBy']);
    const next = daysBefore(PRC_CALENDAR, d('2024-04-01'), 90); // nominal 2024-01-02, a working day
    expect(dates(next)).toEqual(['2024-01-02', '2024-01-02', '2023-12-29']);
    expect(next.provisionalFields).toEqual(['actBy']);
  });
});

describe('fixed windows (C5 does not apply)', () => {
  test.each([
    ['2024-01-01', '2024-03-31', '2024-03-29', false], // 31 March 2024 was a Sunday
    ['2025-01-01', '2025-03-31', '2025-03-31', false],
    ['2026-01-01', '2026-03-31', '2026-03-31', false],
    ['2027-01-01', '2027-03-31', '2027-03-31', true],
    ['2023-01-01', '2023-03-31', '2023-03-31', true],
    ['2022-01-01', '2022-12-31', '2022-12-30', true],
  ])('%s to %s: due on the last day, act by %s, provisional %s', (opensOn, closesOn, actBy, provisional) => {
    const window = fixedWindow(PRC_CALENDAR, d(opensOn), d(closesOn));
    expect([window.opensOn, ...dates(window)]).toEqual([opensOn, closesOn, closesOn, actBy]);
    expect(window.provisional).toBe(provisional);
    expect(window.provisionalFields).toEqual(provisional ? ['actBy'] : []);
  });

  test('a window that closes before it opens is refused', () => {
    expect(() => fixedWindow(PRC_CALENDAR, d('2026-03-31'), d('2026-01-01'))).toThrow(
      'The window from 2026-03-31 to 2026-01-01 closes before it opens.',
    );
  });
});

describe('months and years (C4, C5)', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28', '2026-02-28'], // no 31 February; Saturday 28 February is worked
    ['2024-01-31', 1, '2024-02-29', '2024-02-29'],
    ['2026-07-03', 3, '2026-10-03', '2026-10-08'],
  ])('%s + %i months: nominal %s, due %s', (start, n, nominalOn, dueOn) => {
    expect(monthsAfter(PRC_CALENDAR, d(start), n)).toMatchObject({ nominalOn, dueOn });
  });

  test('a year from 29 February ends on the 28th and says why', () => {
    const deadline = yearsAfter(PRC_CALENDAR, d('2024-02-29'), 1);
    expect(dates(deadline)).toEqual(['2025-02-28', '2025-02-28', '2025-02-28']);
    expect(ops(deadline)).toEqual([
      'C2 start-not-counted',
      'C4 count-months',
      'C4 month-end',
      'C5 stays',
      'C10 act-by',
    ]);
  });
});

describe('outside the notices (C11)', () => {
  test('an event before 2024 whose period ends inside is certain', () => {
    expect(naturalDaysAfter(PRC_CALENDAR, d('2023-12-20'), 30).provisional).toBe(false);
  });

  test('a due date that asks about a working day outside is provisional, and Monday to Friday are counted', () => {
    const deadline = naturalDaysAfter(PRC_CALENDAR, d('2027-09-01'), 30);
    expect(dates(deadline)).toEqual(['2027-10-01', '2027-10-01', '2027-10-01']);
    expect(deadline.provisionalFields).toEqual(['dueOn', 'actBy']);
    expect(ops(deadline).at(-1)).toBe('C11 outside-coverage');
  });

  test('a last day that stays without roll is certain outside too; only its act-by day is not', () => {
    const deadline = naturalDaysAfter(PRC_CALENDAR, d('2022-09-01'), 30, { roll: 'none' });
    expect(deadline.provisionalFields).toEqual(['actBy']);
  });

  test('27 December 2026, a Sunday, rolls to the last covered day', () => {
    expect(naturalDaysAfter(PRC_CALENDAR, d('2026-11-27'), 30)).toMatchObject({
      nominalOn: '2026-12-27',
      dueOn: '2026-12-28',
      provisional: false,
    });
    expect(naturalDaysAfter(PRC_CALENDAR, d('2026-11-29'), 30)).toMatchObject({
      nominalOn: '2026-12-29',
      provisional: true,
    });
  });
});

describe('bad counts', () => {
  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_001])('%s is refused and named', (n) => {
    const start = d('2026-09-01');
    const counts = [naturalDaysAfter, workingDaysAfter, daysBefore, monthsAfter, yearsAfter];
    for (const count of counts) {
      expect(() => count(PRC_CALENDAR, start, n)).toThrow(CalendarError);
      expect(() => count(PRC_CALENDAR, start, n)).toThrow(String(n));
    }
  });

  test('no working day, month or year is no period; a cast text is no date; a period may not leave the years', () => {
    expect(() => workingDaysAfter(PRC_CALENDAR, d('2026-09-01'), 0)).toThrow('from 1 to 100000');
    expect(() => monthsAfter(PRC_CALENDAR, d('2026-09-01'), 0)).toThrow(CalendarError);
    expect(() => naturalDaysAfter(PRC_CALENDAR, '1 September' as ReturnType<typeof d>, 3)).toThrow('"1 September"');
    expect(() => naturalDaysAfter(PRC_CALENDAR, d('9999-12-30'), 30)).toThrow(CalendarError);
    expect(() => daysBefore(PRC_CALENDAR, d('0001-01-05'), 90)).toThrow(CalendarError);
  });
});
