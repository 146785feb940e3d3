import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, type CivilDate } from '../calendar/index.ts';
import { PRC_CALENDAR } from '../calendar/index.ts';
import { RULEBOOK } from '../rulebook/index.ts';
import { licenceOf } from '../testing/licence.ts';
import { generateSchedule } from './generate.ts';
import { type ReviewRhythm, type ReviewSettings, reviewDates } from './review-rhythm.ts';
import { isReviewed, REVIEW_RULE_ID } from './reviews.ts';

const day = (text: string): CivilDate => civilDate(text);
const settings = (change: Partial<ReviewSettings> = {}): ReviewSettings => ({
  since: day('2026-11-24'),
  company: [],
  duties: new Map(),
  ...change,
});
const rhythm = (setOn: string, everyMonths: number, firstOn: string | null = null): ReviewRhythm => ({
  setOn: day(setOn),
  everyMonths,
  firstOn: firstOn === null ? null : day(firstOn),
  off: false,
});
const due = (given: ReviewSettings, asOf: string) => reviewDates(given, 'x', day(asOf)).map(({ dueOn }) => dueOn);

describe('the days of reviews', () => {
  it('are the ends of years by default, the next one and all since the company came', () => {
    expect(due(settings(), '2026-11-24')).toEqual(['2026-12-31']);
    expect(due(settings(), '2026-12-31')).toEqual(['2026-12-31']);
    expect(due(settings(), '2028-03-01')).toEqual(['2026-12-31', '2027-12-31', '2028-12-31']);
  });

  it('spare who comes just before the end of a year', () => {
    expect(due(settings({ since: day('2026-12-20') }), '2026-12-20')).toEqual(['2027-12-31']);
  });

  it('are counted from the intended day, never from the day of completion, and end months by rule C4', () => {
    const monthly = settings({ company: [rhythm('2026-11-24', 1, '2027-01-31')] });
    expect(due(monthly, '2027-03-30')).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
  });

  it('follow each setting in its own time: old days stay what they were', () => {
    const changed = settings({ since: day('2026-01-10'), company: [rhythm('2027-07-01', 6)] });
    expect(due(changed, '2027-06-30')).toEqual(['2026-12-31', '2027-12-31']);
    expect(due(changed, '2027-07-01')).toEqual(['2026-12-31', '2027-12-31']);
    expect(due(changed, '2028-02-01')).toEqual(['2026-12-31', '2027-12-31', '2028-06-30']);
  });

  it('of one duty may differ, be off, and come back to the rhythm of the company', () => {
    const own = (entries: [string, ReviewRhythm | null][]) =>
      settings({ duties: new Map([['x', entries.map(([setOn, set]) => ({ setOn: day(setOn), rhythm: set }))]]) });
    expect(due(own([['2026-11-24', rhythm('2026-11-24', 3, '2027-02-15')]]), '2027-03-01')).toEqual([
      '2027-02-15',
      '2027-05-15',
    ]);
    const off = { ...rhythm('2027-02-01', 12), off: true };
    expect(due(own([['2027-02-01', off]]), '2028-01-01')).toEqual(['2026-12-31']);
    expect(
      due(
        own([
          ['2027-02-01', off],
          ['2029-02-01', null],
        ]),
        '2029-03-01',
      ),
    ).toEqual(['2026-12-31', '2029-12-31']);
    expect(reviewDates(own([['2026-11-24', off]]), 'other', day('2026-12-01'))).toHaveLength(1);
  });

  it('only ever gain later days as time goes by, and open in order', () => {
    const everyMonths = fc.integer({ min: 1, max: 60 });
    const offset = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(everyMonths, everyMonths, offset, offset, offset, (first, second, change, early, later) => {
        const since = day('2026-03-01');
        const given = settings({
          since,
          company: [rhythm('2026-03-01', first), { ...rhythm('2026-03-01', second), setOn: addDays(since, change) }],
        });
        const before = reviewDates(given, 'x', addDays(since, early));
        const after = reviewDates(given, 'x', addDays(since, early + later));
        const past = (dates: typeof before) =>
          dates.filter(({ dueOn }) => dueOn < addDays(since, early)).map(({ dueOn }) => dueOn);
        // A setting that came in between takes only what lay ahead of it.
        expect(past(after)).toEqual(past(before));
        const days = after.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...new Set(days)].sort());
        for (const date of after) expect(date.opensOn <= date.dueOn).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('reviews in the schedule', () => {
  const rules = { rulebook: RULEBOOK, calendar: PRC_CALENDAR };
  const licence = licenceOf({ issuedOn: '2024-03-01', validTo: '2029-03-01' });
  const input = {
    licence,
    licenceRef: 'lic',
    facts: {},
    events: [],
    asOf: day('2026-11-24'),
    until: day('2031-12-31'),
  };
  const reviews = (asOf = input.asOf, more: object = {}) =>
    generateSchedule({ ...input, ...more, asOf, reviews: settings() }, rules).occurrences.filter(
      ({ dueRuleId }) => dueRuleId === REVIEW_RULE_ID,
    );

  it('are made for standing duties and prohibitions that certainly bind, marked as our own rule', () => {
    const made = reviews();
    expect(made.length).toBeGreaterThan(15);
    const duties = new Map(RULEBOOK.duties.map((duty) => [duty.id, duty]));
    for (const review of made) {
      const duty = duties.get(review.dutyId);
      expect(duty && isReviewed(duty)).toBe(true);
      expect(review).toMatchObject({
        mark: 'O',
        applies: 'yes',
        dueOn: '2026-12-31',
        opensOn: '2026-11-01',
        status: 'open',
      });
    }
    expect(made.map(({ dutyId }) => dutyId)).not.toContain('maintain-security-rules-and-emergency-plan');
    expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
  });

  it('are not asked for years before there was this rule of ours, however long the company is with us', () => {
    const early = generateSchedule({ ...input, reviews: settings({ since: day('2024-06-01') }) }, rules);
    const days = early.occurrences.filter(({ dueRuleId }) => dueRuleId === REVIEW_RULE_ID).map(({ dueOn }) => dueOn);
    expect(new Set(days)).toEqual(new Set(['2026-12-31']));
  });

  it('keep their keys from day to day', () => {
    const keys = new Set(reviews(day('2027-02-01')).map(({ key }) => key));
    expect(reviews().filter(({ key }) => !keys.has(key))).toEqual([]);
  });

  it('end with the licence, but for duties that bind without one', () => {
    const late = reviews(day('2029-02-20')).filter(({ dueOn }) => (dueOn ?? '') > '2029-03-01');
    const duties = new Map(RULEBOOK.duties.map((duty) => [duty.id, duty]));
    expect(late.length).toBeGreaterThan(0);
    for (const { dutyId } of late) expect(duties.get(dutyId)?.bindsWithoutLicence).toBe(true);
  });

  it('change nothing else, and are not made without settings', () => {
    const without = generateSchedule(input, rules);
    const withThem = generateSchedule({ ...input, reviews: settings() }, rules);
    const others = withThem.occurrences.filter(({ dueRuleId }) => dueRuleId !== REVIEW_RULE_ID);
    expect(others).toEqual(without.occurrences);
    expect({ ...withThem, occurrences: [] }).toEqual({ ...without, occurrences: [] });
  });
});
