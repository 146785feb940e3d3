import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_WEEK, holesIn, spansOf } from './week.ts';

const WEEK = 7 * 24 * 60;
const clock = fc
  .tuple(fc.nat({ max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const hours = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), start: clock, end: clock }), {
  maxLength: 8,
});
const covers = (spans: readonly { start: number; end: number }[], minute: number) =>
  spans.some(({ start, end }) => start <= minute && minute < end);

it('a night shift of Sunday goes on on Monday', () => {
  expect(spansOf([{ weekday: 7, start: '20:00', end: '08:00' }])).toEqual([
    { start: 0, end: 480 },
    { start: WEEK - 240, end: WEEK },
  ]);
});

it('two shifts of twelve hours leave no hole; one day without leaves one', () => {
  const day = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', end: '20:00' }));
  const night = day.map(({ weekday }) => ({ weekday, start: '20:00', end: '08:00' }));
  expect(holesIn(ALL_WEEK, spansOf([...day, ...night]))).toEqual([]);
  expect(holesIn(ALL_WEEK, spansOf([...day.slice(1), ...night]))).toEqual([{ start: 480, end: 1200 }]);
});

it('every minute wanted is covered or in a hole, never both', () => {
  fc.assert(
    fc.property(hours, hours, (wantedHours, coveredHours) => {
      const wanted = spansOf(wantedHours);
      const covered = spansOf(coveredHours);
      const holes = holesIn(wanted, covered);
      for (let minute = 0; minute < WEEK; minute += 30) {
        expect(covers(holes, minute)).toBe(covers(wanted, minute) && !covers(covered, minute));
      }
    }),
    { numRuns: 50 },
  );
});
