import { describe, expect, it } from 'vitest';
import { civilDate } from '../calendar/index.ts';
import { Licence } from '../licence/model.ts';
import { WORKED_CASE_LICENCE } from '../rulebook/worked-cases/model.ts';
import { checkStaffing } from './check-staffing.ts';
import { STAFFING_CHECKS } from './checks/index.ts';
import type { StaffingInput } from './model.ts';
import { Roster } from './roster.ts';
import { STAFFING_CASES } from './worked-cases/index.ts';
import { CASE_DAY, CASE_FACTS, type StaffingCase } from './worked-cases/model.ts';
import { rosterOfCase } from './worked-cases/roster-of-case.ts';

describe.each(STAFFING_CASES.map((example) => [`${example.check} ${example.expect.outcome}`, example] as const))(
  '%s',
  (_, example) => {
    it(`${example.given} ${example.why}`, () => {
      const { shortBy = 0, asks, ...expected } = example.expect;
      const result = resultOf(example);
      expect(result).toMatchObject({ ...expected, shortBy });
      if (asks !== undefined) expect([...new Set(result?.asks.map(({ key }) => key))]).toEqual(asks);
      if (result?.outcome === 'unknown') expect(result.asks).not.toEqual([]);
    });
  },
);

describe('the worked cases', () => {
  it('leave no check without one that is met, one that is short and one that is unknown', () => {
    const worked = new Set(STAFFING_CASES.map(({ check, expect: { outcome } }) => `${check} ${outcome}`));
    const wanted = STAFFING_CHECKS.flatMap(({ id }) =>
      ['met', 'short', 'unknown'].map((outcome) => `${id} ${outcome}`),
    );
    expect(wanted.filter((each) => !worked.has(each))).toEqual([]);
  });
});

function resultOf(example: StaffingCase) {
  const place = example.province;
  return checkStaffing(inputOf(example)).results.find(
    ({ check, province }) => check === example.check && (place === undefined || province === place),
  );
}

function inputOf({
  licence,
  facts = {},
  events = [],
  roster,
  parameters = [],
  on = CASE_DAY,
}: StaffingCase): StaffingInput {
  return {
    licence: Licence.parse({ ...WORKED_CASE_LICENCE, ...licence }),
    facts: { ...CASE_FACTS, ...facts },
    events,
    parameters,
    roster: Roster.parse(rosterOfCase(roster)),
    on: civilDate(on),
  };
}
