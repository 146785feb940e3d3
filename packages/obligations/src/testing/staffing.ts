import fc from 'fast-check';
import { addDays, civilDate } from '../calendar/index.ts';
import type { Facts } from '../rulebook/facts.ts';
import type { StaffingInput } from '../staffing/model.ts';
import { type Roster, ROSTER_SECTIONS, type RosterSection } from '../staffing/roster.ts';
import { bodyOf, type CasePerson, type CaseRoster } from '../staffing/worked-cases/model.ts';
import { rosterOfCase } from '../staffing/worked-cases/roster-of-case.ts';
import { licenceOf } from './licence.ts';

/** First day of the time in which everything in a drawn roster happens. */
export const FIRST_DAY = civilDate('2026-10-20');

const day = fc.integer({ min: 0, max: 80 }).map((n) => addDays(FIRST_DAY, n));
const longAgo = fc.constantFrom('2024-05-01', '2025-12-01');
const from = fc.oneof(longAgo, day);
const to = fc.option(
  day.map((date) => date as string),
  { nil: null },
);
const ordered = <Item extends { from: string; to: string | null }>(items: readonly Item[]): Item[] =>
  items.filter((item) => item.to === null || item.from <= item.to);

const POSTS = [
  'complaint-handler',
  'security-head',
  'security-manager',
  'security-staff',
  'duty-contact-7x24',
  'pi-handler',
  'pi-officer',
  'work-safety',
  'anti-fraud',
  'data-security-head',
  'finance',
] as const;

/** Somebody of whom everything is recorded. */
export const knownPerson: fc.Arbitrary<CasePerson> = fc
  .record({
    phones: fc.subarray(['1', '2', '3']),
    identity: fc.boolean(),
    contract: fc.record({
      type: fc.constantFrom('full-time', 'part-time'),
      contractFrom: fc.constantFrom('2024-01-01', '2025-06-01'),
      contractTo: to,
      leftOn: to,
      insurance: fc.oneof(fc.constant('none' as const), fc.record({ from: longAgo, to })),
      management: fc.boolean(),
    }),
    posts: fc
      .array(
        fc.record({
          post: fc.constantFrom(...POSTS),
          share: fc.constantFrom(0, 50, 100),
          from,
          to,
          deputy: fc.boolean(),
          province: fc.constantFrom('苏', '浙'),
        }),
        { maxLength: 3 },
      )
      .map(ordered),
    trainings: fc.array(
      fc.record({
        kind: fc.constant('personal-information' as const),
        on: fc.integer({ min: -400, max: 60 }).map((n) => addDays(FIRST_DAY, n)),
      }),
      { maxLength: 2 },
    ),
    certificates: fc.array(fc.record({ kind: fc.constant('security' as const), validTo: day }), { maxLength: 1 }),
  })
  .map((person) => person as CasePerson);

const SECTIONS = Object.keys(ROSTER_SECTIONS) as RosterSection[];

const lists = fc.record({
  bodies: fc
    .array(
      fc
        .record({ from, to, appointedOn: fc.option(day, { nil: null }) })
        .map((given) => bodyOf('security-body', given)),
      { maxLength: 2 },
    )
    .map(ordered),
  places: fc.array(fc.record({ province: fc.constantFrom('浙', '粤'), from, to }), { maxLength: 2 }).map(ordered),
  filings: fc.array(
    fc.record({
      kind: fc.constantFrom('security-body' as const, 'pi-officer' as const),
      province: fc.constantFrom('苏', '浙'),
      personId: fc.constant(null),
      on: day,
      receipt: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
  complaints: fc.array(fc.record({ receivedOn: day, answeredOn: fc.constant(null) }), { maxLength: 2 }),
});

/** A roster in which everything is recorded and every list is said to be complete. */
export const completeRoster: fc.Arbitrary<Roster> = rosterWith(fc.constant(SECTIONS), knownPerson);

/** A roster in which lists and records may be missing. */
export const anyRoster: fc.Arbitrary<Roster> = rosterWith(
  fc.subarray(SECTIONS),
  fc.oneof(
    knownPerson,
    knownPerson.map((person) => ({ ...person, contract: null, phones: null })),
  ),
);

function rosterWith(kept: fc.Arbitrary<RosterSection[]>, person: fc.Arbitrary<CasePerson>): fc.Arbitrary<Roster> {
  return fc.record({ kept, people: fc.array(person, { maxLength: 4 }), lists }).map(({ kept, people, lists }) => {
    const named = Object.fromEntries(people.map((each, i) => [`person ${i}`, each]));
    return rosterOfCase({ kept, people: named, ...lists } as CaseRoster);
  });
}

/** Answers, or none. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    provinces_operating: fc.subarray(['苏', '浙']),
    handles_personal_information: fc.boolean(),
    pi_subjects_count: fc.constantFrom(10, 2_000_000),
    important_data: fc.boolean(),
    employees_count: fc.constantFrom(80, 101),
    runs_public_accounts: fc.boolean(),
    minor_users: fc.boolean(),
    serves_many_minors: fc.boolean(),
    is_CII: fc.boolean(),
    publishes_public_info: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The checks of a drawn roster on a day, under a licence that lasts over the whole time. */
export function staffingInputOf(roster: Roster, facts: Facts, on: string): StaffingInput {
  return {
    licence: licenceOf({ issuedOn: '2023-01-01', validTo: '2028-01-01' }),
    facts,
    roster,
    on: civilDate(on),
    parameters: [
      {
        key: 'security-staff-certificates',
        province: null,
        value: 1,
        source: { law: 'own-rule', article: null, mark: 'O', note: { zh: '试验', en: 'test' } },
        setBy: 'company',
      },
    ],
  };
}
