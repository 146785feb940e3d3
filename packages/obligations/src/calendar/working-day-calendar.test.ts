import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilDate,
  createCalendar,
  endOfMonth,
  fromDayNumber,
  NOTICES,
  PRC_CALENDAR,
  toDayNumber,
  type WorkingDayNotice,
  weekday,
} from './index.ts';

const day = (text: string) => toDayNumber(civilDate(text));
const FROM = day('2024-01-01');
const TO = day('2026-12-28');
/** Days well inside and well outside the coverage. */
const anyDay = fc.integer({ min: day('1995-01-01'), max: day('2060-12-31') });

const NOTICE_2027: WorkingDayNotice = {
  year: 2027,
  notice: { title: 'An invented notice for 2027', source: 'test', mark: 'O' },
  coversFrom: '2026-12-29',
  coversTo: '2027-12-28',
  off: ['2026-12-31', '2027-01-01', '2027-05-01', '2027-10-01'].map((date) => ({
    date,
    name: '节日',
    statutory: true,
  })),
  work: [{ date: '2027-10-09', name: '节日' }],
};

describe('the shipped notices', () => {
  test('cover 2024-01-01 to 2026-12-28 and nothing else', () => {
    expect([PRC_CALENDAR.coversFrom, PRC_CALENDAR.coversTo]).toEqual(['2024-01-01', '2026-12-28']);
    expect([FROM - 1, FROM, TO, TO + 1].map(PRC_CALENDAR.isCovered)).toEqual([false, true, true, false]);
    expect(PRC_CALENDAR.isSpanCovered(FROM, TO)).toBe(true);
    expect(PRC_CALENDAR.isSpanCovered(FROM - 1, TO)).toBe(false);
  });

  test('agree with chinese-days on every covered day', () => {
    const holidays: Readonly<Record<string, string>> = table.holidays;
    const makeUp: Readonly<Record<string, string>> = table.workdays;
    const differences: string[] = [];
    for (let n = FROM; n <= TO; n++) {
      const d = fromDayNumber(n);
      const expected = d in makeUp || (weekday(d) <= 5 && !(d in holidays));
      if (PRC_CALENDAR.isWorkingDay(n) !== expected) differences.push(d);
      if ((PRC_CALENDAR.describe(n).kind === 'holiday') !== d in holidays) differences.push(`${d} kind`);
    }
    expect(differences).toEqual([]);
  });

  test('give the working days per month of 2026', () => {
    const perMonth = Array.from({ length: 12 }, (_, i) => {
      const first = civilDate(`2026-${String(i + 1).padStart(2, '0')}-01`);
      return PRC_CALENDAR.workingDaysBetween(toDayNumber(first) - 1, toDayNumber(endOfMonth(first)));
    });
    expect(perMonth).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  test.each([
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ])('%i has %i holidays fixed by law', (year, count) => {
    const notice = NOTICES.find((n) => n.year === year);
    expect(notice?.off.filter((o) => o.statutory)).toHaveLength(count);
  });

  test('describe what a day is', () => {
    const about = (text: string) => PRC_CALENDAR.describe(day(text));
    expect(about('2026-10-01')).toEqual({
      working: false,
      covered: true,
      kind: 'holiday',
      name: '国庆节',
      statutory: true,
    });
    expect(about('2026-10-06')).toMatchObject({ kind: 'holiday', statutory: false });
    expect(about('2026-09-20')).toEqual({ working: true, covered: true, kind: 'make-up', name: '国庆节' });
    expect(about('2026-09-19')).toEqual({ working: false, covered: true, kind: 'weekend' });
    expect(about('2026-09-21')).toEqual({ working: true, covered: true, kind: 'weekday' });
    expect(about('2027-10-01')).toEqual({ working: true, covered: false, kind: 'weekday' });
    expect(about('2023-10-01')).toEqual({ working: false, covered: false, kind: 'weekend' });
  });

  test('list special days as blocks, cut to the span asked for', () => {
    expect(PRC_CALENDAR.specialDays(day('2026-09-20'), day('2026-10-02'))).toEqual([
      { on: '2026-09-20', kind: 'make-up', name: '国庆节' },
      { on: '2026-09-25', until: '2026-09-27', kind: 'holiday', name: '中秋节' },
      { on: '2026-10-01', until: '2026-10-02', kind: 'holiday', name: '国庆节' },
    ]);
    expect(PRC_CALENDAR.specialDays(day('2026-07-01'), day('2026-08-31'))).toEqual([]);
  });
});

describe('working-day arithmetic', () => {
  test('is the same as walking day by day', () => {
    const walk = (from: number, n: number, step: 1 | -1): number => {
      let at = from;
      for (let left = n; left > 0; ) {
        at += step;
        if (PRC_CALENDAR.isWorkingDay(at)) left--;
      }
      return at;
    };
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, n) => {
        expect(PRC_CALENDAR.workingDaysAfter(from, n)).toBe(walk(from, n, 1));
        expect(PRC_CALENDAR.workingDaysBefore(from, n)).toBe(walk(from, n, -1));
      }),
      { numRuns: 1000 },
    );
    for (let from = FROM - 400; from <= TO + 400; from++) {
      expect(PRC_CALENDAR.workingDaysAfter(from, 10)).toBe(walk(from, 10, 1));
      expect(PRC_CALENDAR.nextWorkingDay(from)).toBe(walk(from - 1, 1, 1));
      expect(PRC_CALENDAR.previousWorkingDay(from)).toBe(walk(from + 1, 1, -1));
    }
  });

  test('n and then m working days are n + m; back again ends on the start', () => {
    const count = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(anyDay, count, count, (from, n, m) => {
        const { workingDaysAfter, workingDaysBefore, workingDaysBetween, nextWorkingDay } = PRC_CALENDAR;
        expect(workingDaysAfter(workingDaysAfter(from, n), m)).toBe(workingDaysAfter(from, n + m));
        expect(workingDaysBetween(from, workingDaysAfter(from, n))).toBe(n);
        const start = nextWorkingDay(from);
        expect(workingDaysBefore(workingDaysAfter(start, n), n)).toBe(start);
        expect(workingDaysAfter(from, n + 1)).toBeGreaterThan(workingDaysAfter(from, n));
        expect(workingDaysAfter(from + 1, n)).toBeGreaterThanOrEqual(workingDaysAfter(from, n));
      }),
    );
  });

  test('rolling is idempotent and goes to a working day', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const { nextWorkingDay, previousWorkingDay, isWorkingDay } = PRC_CALENDAR;
        expect(nextWorkingDay(nextWorkingDay(d))).toBe(nextWorkingDay(d));
        expect(previousWorkingDay(previousWorkingDay(d))).toBe(previousWorkingDay(d));
        expect(isWorkingDay(nextWorkingDay(d)) && isWorkingDay(previousWorkingDay(d))).toBe(true);
        expect(previousWorkingDay(d) <= d && d <= nextWorkingDay(d)).toBe(true);
      }),
    );
  });
});

describe('a year entered at run time', () => {
  test('goes on where the shipped ones end', () => {
    const calendar = createCalendar([...NOTICES, NOTICE_2027]);
    expect(calendar.coversTo).toBe('2027-12-28');
    expect(calendar.isWorkingDay(day('2026-12-31'))).toBe(false);
    expect(calendar.isWorkingDay(day('2027-10-09'))).toBe(true);
    expect(calendar.workingDaysAfter(day('2026-12-30'), 1)).toBe(day('2027-01-04'));
    expect(PRC_CALENDAR.isWorkingDay(day('2026-12-31'))).toBe(true);
  });

  const off = NOTICE_2027.off;
  const cases: readonly (readonly [string, Partial<WorkingDayNotice>, string])[] = [
    [
      'leaves a gap',
      { coversFrom: '2026-12-30' },
      'notice 2027, coversFrom: "2026-12-30" leaves a gap after notice 2026',
    ],
    ['overlaps', { coversFrom: '2026-12-28' }, 'notice 2027, coversFrom: "2026-12-28" overlaps notice 2026'],
    ['covers late December', { coversTo: '2027-12-31' }, '"2027-12-31" goes too far'],
    ['covers the wrong year', { coversTo: '2028-01-05' }, 'notice 2027, coversTo: "2028-01-05" must lie in 2027'],
    ['ends before it begins', { coversTo: '2026-12-01' }, 'notice 2027, coversTo: "2026-12-01" must be at most a year'],
    ['has no such day', { coversTo: '2027-02-30' }, 'notice 2027, coversTo: "2027-02-30" is not a date'],
    ['works on a weekday', { work: [{ date: '2027-10-12', name: '节日' }] }, 'work[0]: "2027-10-12" is not a Saturday'],
    [
      'works on a rest day',
      { work: [{ date: '2027-05-01', name: '节日' }] },
      'work[0]: "2027-05-01" is also listed under off',
    ],
    ['is out of order', { off: [...off].reverse() }, 'off[1]: "2027-05-01" is repeated or out of order'],
    ['repeats a day', { off: [...off.slice(0, 1), ...off] }, 'off[1]: "2026-12-31" is repeated'],
    [
      'lists another year',
      { off: [...off, { date: '2028-01-01', name: '节日', statutory: true }] },
      'off[4]: "2028-01-01"',
    ],
    [
      'names an impossible day',
      { off: [{ date: '2027-02-29', name: '节日', statutory: true }] },
      'off[0]: "2027-02-29"',
    ],
    ['misses the name', { work: [{ date: '2027-10-09', name: ' ' }] }, 'work[0]: "2027-10-09" needs the name'],
    ['is empty', { off: [] }, 'notice 2027, off: "2027-01-01" is missing'],
    ['is cut short', { off: off.slice(0, 2) }, 'notice 2027, off: "2027-05-01" is missing'],
    ['has no title', { notice: { title: '', source: 'x', mark: 'O' } }, 'must give the title'],
    ['has no year', { year: Number.NaN }, 'must have a year'],
  ];
  test.each(cases)('is refused when it %s, naming the line', (_, change, message) => {
    expect(() => createCalendar([...NOTICES, { ...NOTICE_2027, ...change }])).toThrow(message);
  });

  test('is refused when statutory is missing in what was typed in', () => {
    const typed = JSON.parse(JSON.stringify(NOTICE_2027).replaceAll('"statutory":true', '"statutory":"yes"'));
    expect(() => createCalendar([...NOTICES, typed])).toThrow('off[0]: "2026-12-31" must say with statutory');
    expect(() => createCalendar([...NOTICES, {} as WorkingDayNotice])).toThrow('must have a year');
    expect(() => createCalendar([])).toThrow('at least one');
  });
});
