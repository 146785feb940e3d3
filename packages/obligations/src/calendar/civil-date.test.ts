import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  CalendarError,
  civilDate,
  civilDateFrom,
  dayOfMonth,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  fromDayNumber,
  isCivilDate,
  monthOf,
  startOfQuarter,
  startOfYear,
  toDayNumber,
  weekday,
  yearOf,
} from './index.ts';

const anyDay = fc.integer({ min: -719162, max: 2932896 });
const usualDay = fc.integer({ min: 7305, max: 47481 });

describe('a civil date', () => {
  test.each([
    ['2026-02-30', 'there is no such day'],
    ['2026-02-29', 'there is no such day'],
    ['1900-02-29', 'there is no such day'],
    ['2026-13-01', 'there is no such day'],
    ['2026-00-10', 'there is no such day'],
    ['0000-01-01', 'there is no such day'],
    ['2026-4-31', 'write it as YYYY-MM-DD'],
    ['2026/09/01', 'write it as YYYY-MM-DD'],
    ['２０２６-09-01', 'write it as YYYY-MM-DD'],
    ['2026-09-01T00:00', 'write it as YYYY-MM-DD'],
    ['', 'write it as YYYY-MM-DD'],
    ['2026-0x-01', 'write it as YYYY-MM-DD'],
  ])('refuses %j and names it', (text, why) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow(CalendarError);
    expect(() => civilDate(text)).toThrow(JSON.stringify(text));
    expect(() => civilDate(text)).toThrow(why);
  });

  test('accepts the leap days of the Gregorian rule', () => {
    expect(['2024-02-29', '2000-02-29', '2400-02-29'].every(isCivilDate)).toBe(true);
    expect(isCivilDate(20260901)).toBe(false);
  });

  test('shortens a long offending text', () => {
    expect(() => civilDate('9'.repeat(5000))).toThrow(/^.{0,140}$/);
  });

  test('has known day numbers and weekdays', () => {
    expect(toDayNumber(civilDate('1970-01-01'))).toBe(0);
    expect(toDayNumber(civilDate('2000-03-01'))).toBe(11017);
    expect(toDayNumber(civilDate('0001-01-01'))).toBe(-719162);
    expect(toDayNumber(civilDate('9999-12-31'))).toBe(2932896);
    expect(weekday(civilDate('1970-01-01'))).toBe(4);
    expect(weekday(civilDate('2024-03-31'))).toBe(7);
    expect(weekday(civilDate('1969-12-29'))).toBe(1);
  });

  test('every day from 1890 to 2130 follows the one before by the rules of the wall calendar', () => {
    const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    let [year, month, day] = [1890, 1, 1];
    for (let n = toDayNumber(civilDate('1890-01-01')); year <= 2130; n++) {
      const text = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
      if (fromDayNumber(n) !== text) throw new Error(`day number ${n} gives ${fromDayNumber(n)}, not ${text}`);
      const last = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
      day++;
      if (day > (last ?? 0)) [month, day] = [month + 1, 1];
      if (month > 12) [year, month] = [year + 1, 1];
    }
    expect(year).toBe(2131);
  });

  test('text and day number are inverse, and sort alike', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(toDayNumber(fromDayNumber(a))).toBe(a);
        expect(isCivilDate(fromDayNumber(a))).toBe(true);
        expect(Math.sign(a - b)).toBe(fromDayNumber(a) < fromDayNumber(b) ? -1 : a === b ? 0 : 1);
      }),
    );
  });

  test.each([2932897, -719163, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('day number %s is refused', (n) => {
    expect(() => fromDayNumber(n)).toThrow(CalendarError);
  });
});

describe('adding to a date', () => {
  const plus = (text: string, n: number) => addMonths(civilDate(text), n);

  test('months end on the same-numbered day, else on the last day of the month (C4)', () => {
    expect(plus('2026-01-15', 1)).toBe('2026-02-15');
    expect(plus('2026-01-31', 1)).toBe('2026-02-28');
    expect(plus('2024-01-31', 1)).toBe('2024-02-29');
    expect(plus('2026-08-31', 1)).toBe('2026-09-30');
    expect(plus('2026-11-30', 3)).toBe('2027-02-28');
    expect(plus('2026-03-31', -1)).toBe('2026-02-28');
    expect(plus('2026-01-10', -1)).toBe('2025-12-10');
    expect(addYears(civilDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(civilDate('2024-02-29'), 4)).toBe('2028-02-29');
  });

  test('days: sum and difference agree, twelve months are a year', () => {
    fc.assert(
      fc.property(usualDay, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
        const d = fromDayNumber(day);
        expect(daysBetween(d, addDays(d, n))).toBe(n);
        expect(addDays(addDays(d, n), -n)).toBe(d);
        expect(weekday(addDays(d, 7))).toBe(weekday(d));
        expect(addMonths(d, 12)).toBe(addYears(d, 1));
        expect(addMonths(d, n) === endOfMonth(addMonths(d, n)) || dayOfMonth(addMonths(d, n)) === dayOfMonth(d)).toBe(
          true,
        );
      }),
    );
  });

  test('parts and ends of months, quarters and years', () => {
    const d = civilDate('2026-08-07');
    expect([yearOf(d), monthOf(d), dayOfMonth(d)]).toEqual([2026, 8, 7]);
    expect(civilDateFrom(2026, 8, 7)).toBe(d);
    expect([startOfQuarter(d), endOfQuarter(d)]).toEqual(['2026-07-01', '2026-09-30']);
    expect([startOfYear(d), endOfYear(d), endOfMonth(d)]).toEqual(['2026-01-01', '2026-12-31', '2026-08-31']);
    expect(endOfMonth(civilDate('2024-02-01'))).toBe('2024-02-29');
  });

  test('refuses to leave the years 1 to 9999, half days and half months', () => {
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(CalendarError);
    expect(() => addDays(civilDate('2026-01-01'), 0.5)).toThrow(CalendarError);
    expect(() => plus('0001-01-01', -1)).toThrow(CalendarError);
    expect(() => plus('2026-01-01', 1.5)).toThrow('1.5 is not a whole number of months');
    expect(() => civilDateFrom(2026, 2, 30)).toThrow('"2026-02-30"');
  });
});
