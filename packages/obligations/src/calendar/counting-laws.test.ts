/** Laws that every count must keep, whatever the dates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  createCalendar,
  type Deadline,
  daysBefore,
  daysBetween,
  fixedWindow,
  fromDayNumber,
  monthsAfter,
  NOTICES,
  naturalDaysAfter,
  PRC_CALENDAR,
  toDayNumber,
  type WorkingDayCalendar,
  workingDaysAfter,
  yearsAfter,
} from './index.ts';
import { Memo } from './memo.ts';

const dayIn = (from: string, to: string) =>
  fc.integer({ min: toDayNumber(civilDate(from)), max: toDayNumber(civilDate(to)) }).map(fromDayNumber);
const anyDate = dayIn('2015-01-01', '2035-12-31');
const n = fc.integer({ min: 1, max: 400 });

type Count = (start: CivilDate, n: number, calendar?: WorkingDayCalendar) => Deadline;
const FORWARD: Readonly<Record<string, Count>> = {
  naturalDays: (start, k, calendar = PRC_CALENDAR) => naturalDaysAfter(calendar, start, k),
  months: (start, k, calendar = PRC_CALENDAR) => monthsAfter(calendar, start, k),
  years: (start, k, calendar = PRC_CALENDAR) => yearsAfter(calendar, start, k),
  workingDays: (start, k, calendar = PRC_CALENDAR) => workingDaysAfter(calendar, start, k),
};
const works = (d: CivilDate) => PRC_CALENDAR.isWorkingDay(toDayNumber(d));
const covered = (d: CivilDate) => PRC_CALENDAR.isCovered(toDayNumber(d));

/** What holds for every deadline, whichever way it was counted. */
function expectSound(deadline: Deadline): void {
  const { nominalOn, dueOn, actBy, provisional, provisionalFields, derivation } = deadline;
  expect(actBy <= nominalOn && actBy <= dueOn).toBe(true);
  expect(works(actBy)).toBe(true);
  expect(provisional).toBe(provisionalFields.length > 0);
  expect(derivation.some((step) => step.op === 'outside-coverage')).toBe(provisional);
  expect(provisionalFields.includes('actBy') || covered(actBy)).toBe(true);
  expect(JSON.parse(JSON.stringify(derivation))).toEqual(derivation);
  expect(Object.isFrozen(deadline) && Object.isFrozen(derivation) && derivation.every(Object.isFrozen)).toBe(true);
}

describe.each(Object.entries(FORWARD))('%s', (_, count) => {
  test('is sound; the due date is a working day, not before the nominal one', () => {
    fc.assert(
      fc.property(anyDate, n, (start, k) => {
        const deadline = count(start, k);
        expectSound(deadline);
        expect(deadline.nominalOn > start && deadline.dueOn >= deadline.nominalOn).toBe(true);
        expect(works(deadline.dueOn)).toBe(true);
        expect(deadline.provisionalFields.includes('dueOn') || covered(deadline.dueOn)).toBe(true);
        const stays = deadline.dueOn === deadline.nominalOn && deadline.actBy === deadline.nominalOn;
        expect(stays).toBe(works(deadline.nominalOn));
      }),
    );
  });

  test('is monotonic in the start and in n', () => {
    fc.assert(
      fc.property(anyDate, n, fc.integer({ min: 0, max: 60 }), (start, k, later) => {
        const field = (a: Deadline, b: Deadline) =>
          a.nominalOn <= b.nominalOn && a.dueOn <= b.dueOn && a.actBy <= b.actBy;
        expect(field(count(start, k), count(addDays(start, later), k))).toBe(true);
        expect(field(count(start, k), count(start, k + later))).toBe(true);
      }),
    );
  });

  test('gives the same frozen object again, and equal ones from an equal calendar', () => {
    const other = createCalendar(NOTICES);
    fc.assert(
      fc.property(anyDate, n, (start, k) => {
        expect(count(start, k)).toBe(count(start, k));
        expect(count(start, k, other)).toEqual(count(start, k));
      }),
    );
  });
});

describe('the nominal day', () => {
  test('is start + n, anchor − n, the same-numbered day', () => {
    fc.assert(
      fc.property(anyDate, n, (start, k) => {
        expect(daysBetween(start, naturalDaysAfter(PRC_CALENDAR, start, k).nominalOn)).toBe(k);
        expect(daysBetween(daysBefore(PRC_CALENDAR, start, k).nominalOn, start)).toBe(k);
        expect(monthsAfter(PRC_CALENDAR, start, k).nominalOn).toBe(addMonths(start, k));
        expect(yearsAfter(PRC_CALENDAR, start, k).nominalOn).toBe(monthsAfter(PRC_CALENDAR, start, k * 12).nominalOn);
      }),
    );
  });

  test('n and then m working days are n + m working days', () => {
    fc.assert(
      fc.property(anyDate, n, n, (start, k, m) => {
        const first = workingDaysAfter(PRC_CALENDAR, start, k).dueOn;
        expect(workingDaysAfter(PRC_CALENDAR, first, m).dueOn).toBe(workingDaysAfter(PRC_CALENDAR, start, k + m).dueOn);
      }),
    );
  });

  test('the steps of a working-day count add up to the days of the span', () => {
    fc.assert(
      fc.property(anyDate, n, (start, k) => {
        const { dueOn, derivation } = workingDaysAfter(PRC_CALENDAR, start, k);
        const step = derivation.find((s) => s.op === 'count-working-days');
        const holidays = (step?.hits ?? [])
          .filter((hit) => hit.kind === 'holiday')
          .reduce((sum, hit) => sum + daysBetween(hit.on, hit.until ?? hit.on) + 1, 0);
        expect(k + (step?.weekendDays ?? Number.NaN) + holidays).toBe(daysBetween(start, dueOn));
      }),
    );
  });
});

describe('backward periods and windows', () => {
  test('the due date never lies after the nominal one, and act-by keeps all n days in between', () => {
    fc.assert(
      fc.property(anyDate, n, (anchor, k) => {
        const deadline = daysBefore(PRC_CALENDAR, anchor, k);
        expectSound(deadline);
        expect(deadline.dueOn <= deadline.nominalOn && works(deadline.dueOn)).toBe(true);
        expect(daysBetween(deadline.actBy, anchor)).toBeGreaterThan(k);
      }),
    );
  });

  test('a window is never moved and its due date never unsure', () => {
    fc.assert(
      fc.property(anyDate, n, (opensOn, k) => {
        const closesOn = addDays(opensOn, k);
        const window = fixedWindow(PRC_CALENDAR, opensOn, closesOn);
        expectSound(window);
        expect([window.opensOn, window.nominalOn, window.dueOn]).toEqual([opensOn, closesOn, closesOn]);
        expect(window.provisionalFields).not.toContain('dueOn');
      }),
    );
  });
});

describe('provisional', () => {
  test('is set whenever a later notice could still change a date', () => {
    // What is not marked provisional must stay as it is when the next notice comes in.
    const restDays = ['2027-01-01', '2027-02-08', '2027-05-01', '2027-06-09', '2027-10-01', '2027-10-04'];
    const with2027 = createCalendar([
      ...NOTICES,
      {
        year: 2027,
        notice: { title: 'invented', source: 'test', mark: 'O' },
        coversFrom: '2026-12-29',
        coversTo: '2027-12-28',
        off: restDays.map((date) => ({ date, name: '节日', statutory: true })),
        work: [],
      },
    ]);
    fc.assert(
      fc.property(dayIn('2026-06-01', '2027-12-01'), fc.integer({ min: 1, max: 120 }), (start, k) => {
        for (const count of [naturalDaysAfter, workingDaysAfter, daysBefore]) {
          const [now, later] = [count(PRC_CALENDAR, start, k), count(with2027, start, k)];
          expect(now.provisionalFields.includes('dueOn') || later.dueOn === now.dueOn).toBe(true);
          expect(now.provisionalFields.includes('actBy') || later.actBy === now.actBy).toBe(true);
          expect(now.provisional || !later.provisional).toBe(true);
        }
      }),
    );
  });
});

test('the memory never confuses two keys, however small it is', () => {
  const memo = new Memo<string>(4);
  const word = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -9, max: 9 }));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      for (const [key, day] of words) {
        const found = memo.get(key, day);
        expect(found === undefined || found === `${key} ${day}`).toBe(true);
        expect(memo.set(key, day, `${key} ${day}`)).toBe(memo.get(key, day));
      }
    }),
  );
});
