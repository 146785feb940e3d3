import { expect, it } from 'vitest';
import { z } from 'zod';
import { civilDate } from '../calendar/index.ts';
import { licenceOf } from '../testing/licence.ts';
import { checkStaffing } from './check-staffing.ts';
import { checkRoster, StaffingInputError } from './input-check.ts';
import { Roster } from './roster.ts';
import { rosterOfCase } from './worked-cases/roster-of-case.ts';

const GOOD = rosterOfCase({ people: { 甲: { posts: [{ post: 'technical' }] } } });
const places = (roster: Roster) => checkRoster(roster).map(({ at }) => (at !== null && 'path' in at ? at.path : null));
const AUDIT = { id: 'audit', kind: 'minors-information' as const, on: '2026-01-01', reportedOn: null };
const [contract] = GOOD.employments;
const [assignment] = GOOD.assignments;
if (contract === undefined || assignment === undefined) throw new Error('the roster of the test is empty');

it.each([
  ['a roster in order', GOOD, []],
  [
    'a day that does not exist',
    { ...GOOD, employments: [{ ...contract, contractFrom: '2026-02-30' }] },
    ['roster.employments[0].contractFrom'],
  ],
  ['a day in what is kept', { ...GOOD, kept: { posts: '2026-13-01' } }, ['roster.kept.posts']],
  [
    'an end before its beginning',
    { ...GOOD, assignments: [{ ...assignment, to: '2024-12-31' }] },
    ['roster.assignments[0].to'],
  ],
  [
    'an insurance that ends before it begins',
    { ...GOOD, employments: [{ ...contract, insurance: { from: '2026-01-01', to: '2025-01-01' } }] },
    ['roster.employments[0].insurance.to'],
  ],
  [
    'somebody who is not in the list',
    { ...GOOD, assignments: [{ ...assignment, personId: '乙' }] },
    ['roster.assignments[0].personId'],
  ],
  ['an id used twice', { ...GOOD, assignments: [assignment, assignment] }, ['roster.assignments[1].id']],
])('names the place of %s', (_, roster, expected) => {
  expect(places(roster)).toEqual(expected);
});

it('knows every field of the roster that is a date', () => {
  const dates = new Set<string>();
  const collect = (schema: z.core.JSONSchema.BaseSchema): void => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (JSON.stringify(field).includes('\\\\d{4}-') && !JSON.stringify(field).includes('"properties"'))
        dates.add(name);
      if (typeof field === 'object') collect(field);
    }
    for (const part of [schema.items, ...(schema.anyOf ?? [])].flat()) if (typeof part === 'object') collect(part);
  };
  const { kept: _kept, ...lists } = Roster.shape;
  collect(z.toJSONSchema(z.strictObject(lists)));
  expect(dates.size).toBeGreaterThan(10);
  for (const name of dates) {
    const place = { ...GOOD, audits: [{ ...AUDIT, [name]: '2026-02-30' }] };
    expect(places(place as Roster)).toContain(`roster.audits[0].${name}`);
  }
});

it('computes nothing from a roster that cannot be used, and says so in both languages', () => {
  const roster = { ...GOOD, assignments: [{ ...assignment, personId: '乙' }] };
  const run = () => checkStaffing({ licence: licenceOf(), facts: {}, roster, on: civilDate('2026-11-24') });
  expect(run).toThrow(StaffingInputError);
  expect(run).toThrow('roster.assignments[0].personId: is not in the list of people.');
  const refused = { licence: licenceOf(), facts: {}, roster, on: civilDate('2026-11-24') };
  expect(() => checkStaffing(refused)).toThrow(
    expect.objectContaining({ messageZh: 'roster.assignments[0].personId：人员列表中没有此人。' }),
  );
});
