import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addHours, CalendarError, civilDateOf, hoursAfter, minutesBetween, parseInstant } from './index.ts';

describe('a moment', () => {
  test.each([
    ['2026-09-01T18:30:00+08:00', '2026-09-01T18:30:00+08:00'],
    ['2026-09-01T18:30+08:00', '2026-09-01T18:30:00+08:00'],
    ['2026-09-01T16:00:00Z', '2026-09-02T00:00:00+08:00'],
    ['2026-09-01t15:59:59.5z', '2026-09-01T23:59:59.5+08:00'],
    ['2026-12-31T23:30:00-05:00', '2027-01-01T12:30:00+08:00'],
    ['2026-01-01T00:00:00+14:00', '2025-12-31T18:00:00+08:00'],
    ['2026-09-01T10:00:00.120+08:00', '2026-09-01T10:00:00.12+08:00'],
    ['1992-01-01T00:00:00+08:00', '1992-01-01T00:00:00+08:00'],
  ])('%s is %s in China', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
    expect(civilDateOf(text)).toBe(expected.slice(0, 10));
  });

  test.each([
    '2026-09-01T18:30:00',
    '2026-09-01',
    '2026-02-30T10:00:00Z',
    '2026-09-01T24:00:00Z',
    '2026-09-01T10:00:60Z',
    '2026-09-01T10:00:00-00:00',
    '2026-09-01 10:00:00Z',
    '2026-09-01T10:00:00+0800',
    'now',
    '',
  ])('%j is refused and named', (text) => {
    expect(() => parseInstant(text)).toThrow(CalendarError);
    expect(() => parseInstant(text)).toThrow(JSON.stringify(text));
  });

  test('before 1992 China had summer time: refused, not read one hour wrong', () => {
    expect(() => parseInstant('1991-12-31T15:59:59Z')).toThrow('before 1992');
    expect(() => civilDateOf('1988-07-01T12:00:00+09:00')).toThrow(CalendarError);
  });
});

describe('hours (C3)', () => {
  test('run through night and holiday without rounding', () => {
    const { dueAt, derivation } = hoursAfter('2026-09-30T22:17:05+08:00', 24);
    expect(dueAt).toBe('2026-10-01T22:17:05+08:00');
    expect(derivation).toEqual([
      {
        rule: 'C3',
        op: 'count-hours',
        mark: 'M',
        n: 24,
        unit: 'hour',
        fromAt: '2026-09-30T22:17:05+08:00',
        toAt: '2026-10-01T22:17:05+08:00',
      },
    ]);
  });

  test('1, 4, 48 and 72 hours', () => {
    const due = (n: number) => hoursAfter('2026-12-30T23:00:00+08:00', n).dueAt;
    expect([due(1), due(4), due(48), due(72)]).toEqual([
      '2026-12-31T00:00:00+08:00',
      '2026-12-31T03:00:00+08:00',
      '2027-01-01T23:00:00+08:00',
      '2027-01-02T23:00:00+08:00',
    ]);
  });

  test('adding is additive and can be undone', () => {
    const hours = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        const start = '2025-06-01T08:09:10.25+08:00';
        expect(addHours(addHours(start, a), b)).toBe(addHours(start, a + b));
        expect(addHours(addHours(start, a), -a)).toBe(start);
        expect(addHours(start, a) <= addHours(start, a + b)).toBe(true);
      }),
    );
  });

  test.each([-1, 1.5, Number.NaN, 100_001])('%s hours are refused', (n) => {
    expect(() => hoursAfter('2026-09-01T18:30:00+08:00', n)).toThrow(CalendarError);
  });
});

describe('minutes between two moments', () => {
  test.each([
    ['2026-11-24T10:00:00+08:00', '2026-11-24T02:00:00Z', 0],
    ['2026-11-24T10:00:00+08:00', '2026-11-24T10:00:01+08:00', 1],
    ['2026-11-24T10:00:00+08:00', '2026-11-24T11:00:00+08:00', 60],
    ['2026-11-24T10:00:00+08:00', '2026-11-23T10:00:00+08:00', -1440],
  ])('%s to %s: a begun one counts whole', (a, b, minutes) => {
    expect(minutesBetween(a, b)).toBe(minutes);
  });
});
