import { randomUUID } from 'node:crypto';
import { addDays, civilDate, civilDateOf, PRC_CALENDAR, toDayNumber } from '@zhengqi/obligations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RHYTHM } from './preferences.ts';
import { minuteOf, sendAfter, type Urgency } from './send-slot.ts';

const ID = '0192f0c4-0000-4000-8000-000000000001';
const slot = (now: string, urgency: Urgency, lastDay: string | null = null, rhythm = DEFAULT_RHYTHM) =>
  new Date(
    sendAfter(
      new Date(`${now}+08:00`),
      ID,
      urgency,
      rhythm,
      PRC_CALENDAR,
      lastDay === null ? null : civilDate(lastDay),
    ),
  );
const inChina = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
const minute = String(minuteOf(ID)).padStart(2, '0');

describe('the minute of a recipient', () => {
  it('is never the full or the half hour, the same every time, and spread over the hour', () => {
    const minutes = Array.from({ length: 5_000 }, () => minuteOf(randomUUID()));
    expect(minutes.filter((n) => n === 0 || n === 30 || n > 59 || n < 0)).toEqual([]);
    const counts = new Map<number, number>();
    for (const n of minutes) counts.set(n, (counts.get(n) ?? 0) + 1);
    expect(counts.size).toBe(58);
    // Evenly spread, 86 would fall on each.
    expect(Math.max(...counts.values())).toBeLessThan(170);
    expect(minuteOf(ID)).toBe(minuteOf(ID));
  });
});

describe('a message', () => {
  it.each<[string, Urgency, string | null, string]>([
    ['2026-11-24T00:05', 'digest', null, `2026-11-24T09:${minute}`],
    ['2026-11-24T12:00', 'digest', null, `2026-11-25T09:${minute}`],
    // Friday to Monday; the working Saturday of 2026-10-10 counts.
    ['2026-11-27T12:00', 'digest', null, `2026-11-30T09:${minute}`],
    ['2026-10-09T12:00', 'digest', null, `2026-10-10T09:${minute}`],
    ['2026-11-27T12:00', 'digest', '2026-11-28', '2026-11-27T12:00'],
    ['2026-11-28T00:05', 'digest', '2026-11-28', `2026-11-28T09:${minute}`],
    ['2026-11-28T22:30', 'digest', '2026-11-28', `2026-11-29T08:${minute}`],
    ['2026-11-24T22:30', 'soon', null, `2026-11-25T08:${minute}`],
    ['2026-11-24T12:00', 'soon', null, '2026-11-24T12:00'],
    ['2026-11-24T03:00', 'now', null, '2026-11-24T03:00'],
  ])('at %s (%s, last day %s) goes out at %s', (now, urgency, lastDay, expected) => {
    expect(inChina(slot(now, urgency, lastDay))).toBe(expected);
  });

  it('is never early, never in the quiet hours, and of a digest on a working day unless that would be too late', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1439 }));
    const wait = fc.option(fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(times, wait, ([day, minutes], days) => {
        const date = addDays(civilDate('2026-01-01'), day);
        const now = new Date(Date.parse(`${date}T00:00:00+08:00`) + minutes * 60_000);
        const lastDay = days === null ? null : addDays(date, days);
        const sent = new Date(sendAfter(now, ID, 'digest', DEFAULT_RHYTHM, PRC_CALENDAR, lastDay));
        const time = inChina(sent).slice(11);
        expect(sent.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(time >= '08:00' && time < '21:00').toBe(true);
        const on = civilDateOf(sent.toISOString());
        const isLate = lastDay !== null && on > lastDay;
        // Only when it was written in the last evening.
        if (isLate) expect(minutes).toBeGreaterThanOrEqual(21 * 60);
        const isWorking = PRC_CALENDAR.isWorkingDay(toDayNumber(on));
        if (lastDay === null) expect(isWorking).toBe(true);
        else if (!isWorking && !isLate) {
          const next = addDays(on, PRC_CALENDAR.nextWorkingDay(toDayNumber(on)) - toDayNumber(on));
          expect(next > lastDay).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
