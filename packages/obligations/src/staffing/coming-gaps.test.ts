import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../calendar/index.ts';
import type { Facts } from '../rulebook/facts.ts';
import type { Occurrence } from '../schedule/index.ts';
import { anyFacts, anyRoster, completeRoster, FIRST_DAY, staffingInputOf } from '../testing/staffing.ts';
import { checkStaffing } from './check-staffing.ts';
import { comingGaps, type StaffingGap } from './coming-gaps.ts';
import { gapItem } from './gap-item.ts';
import { bodyOf, type CaseRoster } from './worked-cases/model.ts';
import { rosterOfCase } from './worked-cases/roster-of-case.ts';

const TODAY = '2026-11-24';
const FACTS: Facts = { provinces_operating: ['苏'], handles_personal_information: true };

function gapsOf(roster: CaseRoster, check: string, on = TODAY, facts = FACTS): StaffingGap[] {
  const input = { ...staffingInputOf(rosterOfCase(roster), facts, on), until: civilDate('2027-12-31') };
  return comingGaps(input).filter((gap) => gap.check === check);
}

const STAFF = {
  甲: { posts: [{ post: 'security-manager' as const, share: 30 }] },
  乙: { posts: [{ post: 'security-staff' as const }], certificates: [{ kind: 'security' as const }] },
};

describe('a gap is shown before it happens', () => {
  it.each([
    ['somebody leaves', { leftOn: '2027-03-31' }, 'leaver', '2027-04-01'],
    ['a contract ends', { contractTo: '2027-02-28' }, 'contract-end', '2027-03-01'],
    [
      'insurance is no longer paid',
      { insurance: { from: '2025-01-01', to: '2026-12-31' } },
      'insurance-end',
      '2027-01-01',
    ],
  ])('%s', (_, contract, kind, from) => {
    const [gap, ...others] = gapsOf({ people: { ...STAFF, 乙: { ...STAFF.乙, contract } } }, 'S2');
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ key: `staffing|S2|苏|${from}`, from, to: null, causes: [{ kind, personId: '乙' }] });
  });

  it('a certificate expires, where the parameter asks for one', () => {
    const certificates = [{ kind: 'security' as const, validTo: '2027-05-31' }];
    const [gap] = gapsOf({ people: { ...STAFF, 乙: { ...STAFF.乙, certificates } } }, 'S2');
    expect(gap).toMatchObject({ from: '2027-06-01', shortBy: 1, mark: 'O', causes: [{ kind: 'certificate-expired' }] });
  });

  it('business begins in a new province: its own check of staff, and a report that is missing there', () => {
    const roster = {
      people: STAFF,
      bodies: [bodyOf('security-body', { headId: '甲', appointedOn: '2025-01-01' })],
      places: [{ province: '浙', from: '2027-02-01', to: null }],
      filings: [{ kind: 'security-body' as const, province: '苏', personId: null, on: '2026-11-01', receipt: true }],
    };
    expect(gapsOf(roster, 'S3')).toMatchObject([{ from: '2027-02-01', causes: [{ kind: 'new-province' }] }]);
    expect(gapsOf(roster, 'S4')).toMatchObject([{ key: 'staffing|S4|浙|2027-02-01', province: '浙' }]);
  });

  it('a training grows older than a year, which is our own rule', () => {
    const posts = [{ post: 'pi-handler' as const }];
    const trainings = [{ kind: 'personal-information' as const, on: '2026-03-01' }];
    expect(gapsOf({ people: { 丙: { posts, trainings } } }, 'S23')).toMatchObject([
      { from: '2027-03-02', mark: 'O', asLaw: false, causes: [{ kind: 'training-old', personId: '丙' }] },
    ]);
  });

  it('the last report is older than a change, until it is reported again', () => {
    const filed = (on: string) => ({
      kind: 'security-body' as const,
      province: '苏',
      personId: null,
      on,
      receipt: true,
    });
    const contract = { leftOn: '2026-12-15' };
    const roster = {
      people: { ...STAFF, 丁: { posts: [{ post: 'security-staff' as const }], contract } },
      filings: [filed('2026-11-01'), filed('2027-01-10')],
    };
    expect(gapsOf(roster, 'S4')).toMatchObject([
      { from: '2026-12-16', to: '2027-01-09', causes: [{ kind: 'staff-changed', personId: '丁' }] },
    ]);
  });
});

describe('a gap that is already open', () => {
  const roster = { people: { ...STAFF, 乙: { ...STAFF.乙, contract: { leftOn: '2026-10-31' } } } };

  it('is followed back to its first day, so that its key is the same whenever it is looked at', () => {
    const keys = ['2026-11-01', TODAY, '2027-06-30'].map((on) => gapsOf(roster, 'S2', on).map(({ key }) => key));
    expect(keys).toEqual([1, 2, 3].map(() => ['staffing|S2|苏|2026-11-01']));
  });

  it('is gone once it has ended', () => {
    const filled = {
      people: {
        ...roster.people,
        丙: { posts: [{ post: 'security-staff' as const, from: '2026-11-20' }], certificates: STAFF.乙.certificates },
      },
    };
    expect(gapsOf(filled, 'S2', '2026-11-19')).toMatchObject([{ to: '2026-11-19' }]);
    expect(gapsOf(filled, 'S2', '2026-11-20')).toEqual([]);
  });

  it('is an item of the schedule: due 30 days after its first day by our own proposal', () => {
    const [gap] = gapsOf(roster, 'S2');
    if (gap === undefined) throw new Error('no gap');
    const item: Occurrence = gapItem(gap, civilDate(TODAY));
    expect(item).toMatchObject({
      key: 'staffing|S2|苏|2026-11-01',
      dutyId: 'employ-full-time-security-staff',
      dueRuleId: 'fill-staffing-gap',
      clause: '15.6a',
      nominalOn: '2026-12-01',
      dueOn: '2026-12-01',
      status: 'open',
      mark: 'O',
      anchor: { on: '2026-11-01' },
    });
    expect(item.derivation.length).toBeGreaterThan(0);
    expect(gapItem(gap, civilDate('2026-12-02')).status).toBe('past-no-evidence');
    expect(gapItem(gap, civilDate('2026-08-01')).status).toBe('upcoming');
  });

  it('hangs on an id of its own where the rulebook has no duty for the check', () => {
    const [gap] = gapsOf({}, 'S12');
    if (gap === undefined) throw new Error('no gap');
    expect(gapItem(gap, civilDate(TODAY))).toMatchObject({ dutyId: 'staffing-s12', clause: 'S12' });
  });
});

it('gaps are exactly the days on which the check of the day is short', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: completeRoster }, anyRoster), anyFacts, (roster, some) => {
      const facts = { ...FACTS, ...some };
      const until = addDays(FIRST_DAY, 100);
      const gaps = comingGaps({ ...staffingInputOf(roster, facts, FIRST_DAY), until });
      const keys = gaps.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (let on = FIRST_DAY; on <= until; on = addDays(on, 1)) {
        const { results } = checkStaffing(staffingInputOf(roster, facts, on));
        const short = results
          .filter(({ outcome }) => outcome === 'short')
          .map(({ check, province }) => `${check} ${province}`);
        const inGap = gaps
          .filter(({ from, to }) => from <= on && (to === null || on <= to))
          .map(({ check, province }) => `${check} ${province}`);
        expect({ on, short: inGap.toSorted() }).toEqual({ on, short: short.toSorted() });
      }
    }),
    { numRuns: 60 },
  );
});
