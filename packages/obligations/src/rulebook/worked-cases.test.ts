import { describe, expect, it } from 'vitest';
import { civilDate, PRC_CALENDAR } from '../calendar/index.ts';
import { Licence } from '../licence/model.ts';
import { generateSchedule } from '../schedule/index.ts';
import { dutyById, RULEBOOK } from './rulebook.ts';
import { WORKED_CASES } from './worked-cases/index.ts';
import { WORKED_CASE_LICENCE, type WorkedCase } from './worked-cases/model.ts';

describe.each(WORKED_CASES.map((example) => [`${example.clause} ${example.rule}`, example] as const))(
  '%s',
  (_, example) => {
    it(`${example.given} ${example.why}`, () => {
      const made = occurrencesOf(example);
      expect(made).toHaveLength(example.expect.length);
      example.expect.forEach(({ keyHas = '', ...fields }, i) => {
        expect(made[i]).toMatchObject({ ...fields, key: expect.stringContaining(keyHas) });
      });
    });
  },
);

describe('the worked cases', () => {
  it('name a duty of their clause and one of its due rules', () => {
    const strangers = WORKED_CASES.filter(({ clause, duty, rule }) => {
      const found = dutyById(RULEBOOK, duty);
      return found?.clause !== clause || !found.due.some(({ id }) => id === rule);
    });
    expect(strangers).toEqual([]);
  });

  it('leave no due rule of the rulebook without one that gives a date', () => {
    const dated = WORKED_CASES.filter((example) => example.expect.length > 0);
    const worked = new Set(dated.map(({ duty, rule }) => `${duty}/${rule}`));
    const rules = RULEBOOK.duties.flatMap((duty) => duty.due.map((rule) => `${duty.id}/${rule.id}`));
    expect(rules.filter((rule) => !worked.has(rule))).toEqual([]);
  });
});

/** What the rule under test makes; a second limit for the same act is shown in the occurrence of the first. */
function occurrencesOf({ duty, rule, licence, facts = {}, events = [], asOf, until }: WorkedCase) {
  const shownBy = dutyById(RULEBOOK, duty)?.due.find(({ id }) => id === rule)?.sameActAs ?? rule;
  const { occurrences } = generateSchedule(
    {
      licence: Licence.parse({ ...WORKED_CASE_LICENCE, ...licence }),
      facts,
      events,
      asOf: civilDate(asOf),
      until: civilDate(until),
    },
    { rulebook: RULEBOOK, calendar: PRC_CALENDAR },
  );
  return occurrences.filter((occurrence) => occurrence.dutyId === duty && occurrence.dueRuleId === shownBy);
}
