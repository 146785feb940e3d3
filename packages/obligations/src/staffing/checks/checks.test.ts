import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../applicability/evaluate.ts';
import { dutyById, FACTS, lawById, RULEBOOK } from '../../rulebook/index.ts';
import { STAFFING_PARAMETERS } from '../parameters.ts';
import { StaffingCheck } from '../requirement.ts';
import { ownDutyIdOf, STAFFING_CHECKS, staffingCheckById, staffingCheckOfDuty } from './index.ts';

describe('the staffing checks', () => {
  it('are S1 to S25 in order, each valid by its own schema', () => {
    expect(STAFFING_CHECKS.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, i) => `S${i + 1}`));
    for (const check of STAFFING_CHECKS) expect(StaffingCheck.parse(check)).toEqual(check);
  });

  it('name duties of the rulebook with their clause', () => {
    const strangers = STAFFING_CHECKS.filter(
      ({ clause, dutyId }) => dutyId !== null && dutyById(RULEBOOK, dutyId)?.clause !== clause,
    );
    expect(strangers.map(({ id }) => id)).toEqual([]);
  });

  it('name clauses of the rulebook', () => {
    const clauses = new Set(RULEBOOK.duties.map(({ clause }) => clause));
    expect(STAFFING_CHECKS.filter(({ clause }) => clause !== null && !clauses.has(clause))).toEqual([]);
  });

  it('cite laws of the register only, and own rules with a reason', () => {
    const sources = [
      ...STAFFING_CHECKS.flatMap(({ requirements }) => requirements.flatMap((one) => one.sources)),
      ...Object.values(STAFFING_PARAMETERS).map(({ source }) => source),
    ];
    expect(sources.filter(({ law }) => lawById(law) === undefined)).toEqual([]);
    expect(sources.filter(({ law, note }) => law === 'own-rule' && note === undefined)).toEqual([]);
  });

  it('read facts of the catalogue only', () => {
    const conditions = STAFFING_CHECKS.flatMap(({ condition, requirements }) => [
      condition,
      ...requirements.flatMap(({ when }) => when ?? []),
    ]);
    const keys = conditions.flatMap(leavesOf).flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []));
    expect(keys.filter((key) => !Object.hasOwn(FACTS, key))).toEqual([]);
  });

  it('give every requirement an id of its own inside the check', () => {
    for (const { requirements } of STAFFING_CHECKS) {
      expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
    }
  });

  it('carry nothing by law in what the corrections call our own rule: S6, S7, S20', () => {
    for (const id of ['S6', 'S7', 'S20']) {
      const marks = staffingCheckById(id)?.requirements.map(({ sources }) => sources[0]?.mark);
      expect(new Set(marks)).toEqual(new Set(['O']));
    }
  });

  it('ask for work safety always, and for the supervisory body only by all limbs', () => {
    expect(staffingCheckById('S21')).toMatchObject({ condition: { always: true }, bindsWithoutLicence: true });
    expect(staffingCheckById('S15')?.condition).toEqual({ fact: 'is_large_platform', is: true });
  });

  it('are found by the duty id of their items', () => {
    for (const check of STAFFING_CHECKS) expect(staffingCheckOfDuty(ownDutyIdOf(check))).toBe(check);
    expect(staffingCheckOfDuty('annual-report')).toBeUndefined();
  });
});
