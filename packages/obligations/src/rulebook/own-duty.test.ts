import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../testing/schedule.ts';
import { checkOwnDuty, composeRulebook, OwnDuty } from './own-duty.ts';
import { RULEBOOK } from './rulebook.ts';
import { Rulebook } from './schema.ts';

const own = {
  law: 'own-rule',
  article: null,
  mark: 'O' as const,
  note: { zh: '内部制度3号', en: 'House rule 3' },
};
const text = { zh: '年度演练', en: 'Yearly drill' };
const DUTY: OwnDuty = {
  id: 'own.yearly-drill',
  clause: 'own',
  provision: null,
  title: text,
  wording: text,
  kinds: ['recurring'],
  scope: 'company',
  bearer: text,
  condition: { fact: 'has_app', is: true },
  due: [
    {
      id: 'drill',
      action: text,
      timing: { type: 'yearly-window', opens: '04-01', closes: '06-30', heldOn: 'any-day' },
      mark: 'O',
      sources: [own],
    },
  ],
  authority: { printed: null, effective: 'kept' },
  channel: null,
  evidence: [text],
  sources: [own],
  marks: { deadline: 'O', authority: 'O', penalty: null },
  penalties: [],
  validFrom: '2027-01-01',
  bindsWithoutLicence: false,
};
const [RULE] = DUTY.due;

/** Places at which a duty is refused. */
function placesOf(raw: unknown): string[] {
  const read = checkOwnDuty(raw, RULEBOOK, ({ path, message }) => ({
    path: path.join('.'),
    message: { zh: message, en: message },
  }));
  return 'problems' in read ? read.problems.map(({ path }) => path) : [];
}
const withRule = (change: object) => ({ ...DUTY, due: [{ ...RULE, ...change }] });

describe('a duty of one’s own', () => {
  it('is read when everything it names exists', () => {
    expect(placesOf(DUTY)).toEqual([]);
  });

  it.each([
    ['under a name of the base rules', { ...DUTY, id: 'annual-report' }, ['id']],
    ['with a clause of the print', { ...DUTY, clause: '12b' }, ['clause']],
    ['without a source', { ...DUTY, sources: [] }, ['sources']],
    [
      'with a law that is not in the register',
      { ...DUTY, sources: [{ ...own, law: 'law-of-the-sea' }] },
      ['sources.0.law'],
    ],
    [
      'with a paper that it does not name',
      { ...DUTY, sources: [{ law: 'own-rule', article: null, mark: 'O' }] },
      ['sources.0.note'],
    ],
    ['with a mark it has not earned', { ...DUTY, sources: [{ ...own, mark: 'V' }] }, ['sources.0.mark']],
    ['with a limit that passes for law', withRule({ mark: 'V' }), ['due.0.mark']],
    [
      'with a fact that nobody can answer',
      { ...DUTY, condition: { not: { fact: 'has_ship', is: true } } },
      ['condition.not.fact'],
    ],
    ['with a day that does not exist', { ...DUTY, validFrom: '2027-02-30' }, ['validFrom']],
    [
      'with a window that ends before it begins',
      withRule({ timing: { ...RULE?.timing, closes: '03-31' } }),
      ['due.0.timing.closes'],
    ],
    [
      'with a window on a day that does not exist',
      withRule({ timing: { ...RULE?.timing, closes: '06-31' } }),
      ['due.0.timing.closes'],
    ],
    [
      'with an event that there is not',
      withRule({ timing: { type: 'at-once', event: 'full-moon' } }),
      ['due.0.timing.event'],
    ],
    [
      'that counts hours from a day',
      withRule({
        timing: { type: 'after-event', event: 'illegal-content-disposed', from: 'on', period: { n: 4, unit: 'hour' } },
      }),
      ['due.0.timing.from'],
    ],
    ['with two limits of one name', { ...DUTY, due: [RULE, RULE] }, ['due.1.id']],
    ['without a mark of its limit', { ...DUTY, marks: { ...DUTY.marks, deadline: null } }, ['marks.deadline']],
  ])('is refused %s', (_, duty, places) => {
    expect(placesOf(duty)).toEqual(places);
  });
});

describe('the rules of a company', () => {
  it('are the release itself without duties of its own', () => {
    expect(composeRulebook(RULEBOOK, [], 0)).toBe(RULEBOOK);
  });

  it('say in their version how often its duties were changed, also when none is left', () => {
    expect(composeRulebook(RULEBOOK, [], 3).version).toBe(`${RULEBOOK.version}+own.3`);
    expect(composeRulebook(RULEBOOK, [DUTY], 1).duties).toHaveLength(RULEBOOK.duties.length + 1);
    expect(Rulebook.safeParse(composeRulebook(RULEBOOK, [DUTY], 1)).error).toBeUndefined();
  });

  it('never touch what the base rules give', () => {
    const licence = { validTo: '2028-12-24' };
    const [base, both] = [RULEBOOK, composeRulebook(RULEBOOK, [DUTY], 1)].map((rules) =>
      scheduleOf(rules, { licence, facts: { has_app: true } }),
    );
    const others = both?.occurrences.filter(({ dutyId }) => dutyId !== DUTY.id);
    expect(others).toEqual(base?.occurrences);
    expect(both?.occurrences.map(({ key }) => key)).toContain('own.yearly-drill/drill/company/2027');
  });

  it('ask what a duty of its own depends on, and give no date before', () => {
    const licence = { validTo: '2028-12-24' };
    const schedule = scheduleOf(composeRulebook(RULEBOOK, [{ ...DUTY, validFrom: '2026-01-01' }], 1), { licence });
    expect(schedule.questions.find(({ key }) => key === 'has_app')?.decides).toContain(DUTY.id);
    expect(schedule.occurrences.filter(({ dutyId }) => dutyId === DUTY.id)).toEqual([]);
  });

  it('hold no base duty under an own name', () => {
    expect(
      RULEBOOK.duties.filter(({ id, clause }) => OwnDuty.shape.id.safeParse(id).success || clause === 'own'),
    ).toEqual([]);
  });
});
