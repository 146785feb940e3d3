import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { anyFacts, anyRoster, completeRoster, FIRST_DAY, knownPerson, staffingInputOf } from '../testing/staffing.ts';
import { checkStaffing } from './check-staffing.ts';
import { STAFFING_CHECKS } from './checks/index.ts';
import type { StaffingResult } from './model.ts';
import type { Roster } from './roster.ts';
import { rosterOfCase } from './worked-cases/roster-of-case.ts';

const day = fc.integer({ min: 0, max: 80 }).map((n) => addDays(FIRST_DAY, n));
const ALL_KNOWN = { provinces_operating: ['苏', '浙'], employees_count: 80 };

/** Checks that only count people. */
const HEAD_COUNTS = new Set(
  STAFFING_CHECKS.filter(({ requirements }) =>
    requirements.every(({ kind }) => kind === 'holders' || kind === 'insured-staff' || kind === 'complaint-replies'),
  ).map(({ id }) => id),
);

function resultsOf(roster: Roster, facts: Parameters<typeof staffingInputOf>[1], on: string) {
  const { results } = checkStaffing(staffingInputOf(roster, facts, on));
  return new Map(results.map((result) => [`${result.check} ${result.province}`, result]));
}

function headCountsOf(...given: Parameters<typeof resultsOf>) {
  return [...resultsOf(...given)].filter(([, { check }]) => HEAD_COUNTS.has(check));
}

function withOneMore(roster: Roster, person: Parameters<typeof rosterOfCase>[0]): Roster {
  const more = rosterOfCase(person);
  const ids = <Item extends { id: string }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, id: `more ${item.id}` }));
  return {
    ...roster,
    people: [...roster.people, ...more.people],
    employments: [...roster.employments, ...ids(more.employments)],
    assignments: [...roster.assignments, ...ids(more.assignments)],
    certificates: [...roster.certificates, ...ids(more.certificates)],
  };
}

describe('adding a person', () => {
  const more = knownPerson.map((person) => ({ people: { 新人: person } }));

  it('never makes a check that counts people worse, when everything is recorded', () => {
    expect(HEAD_COUNTS).toContain('S2');
    fc.assert(
      fc.property(completeRoster, more, day, (roster, person, on) => {
        const before = resultsOf(roster, ALL_KNOWN, on);
        const worse = headCountsOf(withOneMore(roster, person), ALL_KNOWN, on).filter(
          ([key, after]) => after.shortBy > (before.get(key)?.shortBy ?? 0),
        );
        expect(worse).toEqual([]);
      }),
    );
  });

  it('leaves a number of people that was reached reached, whatever is not recorded', () => {
    fc.assert(
      fc.property(anyRoster, more, day, (roster, person, on) => {
        const before = resultsOf(roster, ALL_KNOWN, on);
        const lost = headCountsOf(withOneMore(roster, person), ALL_KNOWN, on).filter(
          ([key, after]) => before.get(key)?.outcome === 'met' && after.outcome !== 'met',
        );
        expect(lost).toEqual([]);
      }),
    );
  });
});

describe('a day', () => {
  it('is not changed by what only happens later', () => {
    fc.assert(
      fc.property(anyRoster, anyFacts, day, (roster, facts, on) => {
        const soFar: Roster = {
          ...roster,
          assignments: roster.assignments.filter(({ from }) => from <= on),
          bodies: roster.bodies.filter(({ from }) => from <= on),
          places: roster.places.filter(({ from }) => from <= on),
          filings: roster.filings.filter((filing) => filing.on <= on),
          complaints: roster.complaints.filter(({ receivedOn }) => receivedOn <= on),
          trainings: roster.trainings.filter((training) => training.on <= on),
        };
        expect(resultsOf(soFar, facts, on)).toEqual(resultsOf(roster, facts, on));
      }),
    );
  });

  it('is not changed by what is over, but for reports after a change', () => {
    fc.assert(
      fc.property(completeRoster, anyFacts, day, (roster, facts, on) => {
        const running = ({ to }: { to: string | null }) => to === null || to >= on;
        const still: Roster = {
          ...roster,
          assignments: roster.assignments.filter(running),
          bodies: roster.bodies.filter(running),
          places: roster.places.filter(running),
          certificates: roster.certificates.filter(({ validTo }) => running({ to: validTo })),
        };
        const now = (each: Roster) => [...resultsOf(each, facts, on).values()].filter(({ check }) => check !== 'S4');
        expect(now(still)).toEqual(now(roster));
      }),
    );
  });
});

it('an answer more settles what was unknown and overturns nothing that was settled', () => {
  const settled = new Set(['met', 'short', 'does-not-apply']);
  fc.assert(
    fc.property(anyRoster, anyFacts, anyFacts, day, (roster, some, more, on) => {
      const before = resultsOf(roster, some, on);
      const after = resultsOf(roster, { ...more, ...some }, on);
      const overturned = [...before].filter(([key, { outcome }]) => {
        const later = after.get(key);
        return later !== undefined && settled.has(outcome) && later.outcome !== outcome;
      });
      expect(overturned).toEqual([]);
    }),
  );
});

it('what is unknown says what to ask, and only what is short says by how many', () => {
  fc.assert(
    fc.property(anyRoster, anyFacts, day, (roster, facts, on) => {
      for (const { outcome, asks, shortBy, because } of resultsOf(roster, facts, on).values()) {
        expect(asks.length > 0).toBe(outcome === 'unknown');
        expect(shortBy > 0).toBe(outcome === 'short');
        expect(because.zh).toMatch(/[一-鿿]/);
        expect(because.en).not.toMatch(/[一-鿿]/);
      }
    }),
  );
});

it('practice, memory and our own rules are never shown as law, and say so in words', () => {
  fc.assert(
    fc.property(anyRoster, day, (roster, on) => {
      for (const result of resultsOf(roster, ALL_KNOWN, on).values()) {
        const deciding = result.requirements.filter(({ outcome }) => outcome === result.outcome);
        if (result.outcome !== 'met' && result.outcome !== 'short') continue;
        expect(result.asLaw).toBe(deciding.some(({ mark }) => mark === 'V' || mark === 'E'));
        for (const { mark } of deciding) if (mark === 'P') expect(result.because.zh).toContain('非法律要求');
        for (const { mark } of deciding) if (mark === 'O') expect(result.because.en).toContain('not law');
      }
    }),
  );
});

it('says that nothing binds through a licence that has ended, but law for everybody still does', () => {
  const input = staffingInputOf(rosterOfCase(), { ...ALL_KNOWN, renewal_status: 'not_renewed' }, '2028-06-01');
  const results = new Map(
    checkStaffing(input).results.map((result): [string, StaffingResult] => [result.check, result]),
  );
  expect(results.get('S1')?.outcome).toBe('does-not-apply');
  expect(results.get('S21')?.outcome).toBe('short');
});
