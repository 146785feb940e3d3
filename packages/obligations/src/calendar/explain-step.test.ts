import { describe, expect, test } from 'vitest';
import {
  civilDate,
  type DerivationStep,
  daysBefore,
  earliest,
  explainStep,
  fixedWindow,
  hoursAfter,
  monthsAfter,
  naturalDaysAfter,
  otherLawPrevails,
  PRC_CALENDAR,
  type StepOp,
  workingDaysAfter,
} from './index.ts';

const d = civilDate;
const after = naturalDaysAfter(PRC_CALENDAR, d('2026-09-01'), 30);
const ahead = daysBefore(PRC_CALENDAR, d('2026-12-31'), 90);
const all: readonly DerivationStep[] = [
  ...after.derivation,
  ...ahead.derivation,
  ...naturalDaysAfter(PRC_CALENDAR, d('2026-10-02'), 1, { roll: 'none', startRule: 'C12' }).derivation,
  ...daysBefore(PRC_CALENDAR, d('2025-12-24'), 90).derivation,
  ...workingDaysAfter(PRC_CALENDAR, d('2026-09-18'), 10).derivation,
  ...workingDaysAfter(PRC_CALENDAR, d('2026-12-28'), 5, { because: 'C7' }).derivation,
  ...workingDaysAfter(PRC_CALENDAR, d('2026-09-18'), 7, { because: 'C8' }).derivation,
  ...monthsAfter(PRC_CALENDAR, d('2026-08-31'), 1).derivation,
  ...fixedWindow(PRC_CALENDAR, d('2027-01-01'), d('2027-03-31')).derivation,
  ...earliest([otherLawPrevails(after, '条例'), ahead], ['甲', '乙']).derivation,
  ...otherLawPrevails(after, '条例').derivation,
  ...hoursAfter('2026-09-30T22:17:05+08:00', 24).derivation,
];

const OPS: Readonly<Record<StepOp, true>> = {
  'working-days-apply': true,
  'start-not-counted': true,
  'count-natural-days': true,
  'count-working-days': true,
  'count-months': true,
  'month-end': true,
  'count-back': true,
  stays: true,
  'roll-later': true,
  'roll-earlier': true,
  'not-rolled': true,
  'strict-reading': true,
  'act-by': true,
  'act-by-passed': true,
  'fixed-window': true,
  'outside-coverage': true,
  'count-hours': true,
  'other-law': true,
  'earlier-wins': true,
};

describe('a step in words', () => {
  test('every kind of step occurs above and is explained in both languages without a hole', () => {
    expect(new Set(all.map((step) => step.op))).toEqual(new Set(Object.keys(OPS)));
    for (const step of all) {
      for (const lang of ['zh', 'en'] as const) {
        expect(explainStep(step, lang)).not.toMatch(/undefined|NaN|\?|\[object/);
      }
    }
  });

  test('the ninety days before an expiry, as a lawyer reads them', () => {
    expect(ahead.derivation.map((step) => explainStep(step, 'zh'))).toEqual([
      '自2026-12-31（周四）向前倒数90个自然日，为2026-10-02（周五）（法无倒算规定，本产品规则）',
      '2026-10-02（周五）为休息日，倒算期限从严提前至2026-09-30（周三）（2026-10-01至2026-10-02国庆节放假）（本产品规则）',
      '从严理解，期间各日须完整相隔，比2026-10-02（周五）再提前一日，为2026-10-01（周四）',
      '建议办理日：2026-10-01（周四）当日或之前的最后一个工作日，为2026-09-30（周三）（2026-10-01国庆节放假）（本产品规则）',
    ]);
  });

  test('thirty days after a change, in English', () => {
    expect(after.derivation.map((step) => explainStep(step, 'en'))).toEqual([
      'The start day 2026-09-01 (Tue) is not counted; day 1 is 2026-09-02 (Wed) (Civil Code art 201)',
      'A period of 30 natural days after 2026-09-01 (Tue) ends on 2026-10-01 (Thu) (Civil Code art 200)',
      '2026-10-01 (Thu) is a rest day; the period ends on the next working day 2026-10-08 (Thu) ' +
        '(2026-10-01 to 2026-10-07 National Day rest days) (Civil Code art 203)',
      'Last safe day to act: the last working day on or before 2026-10-01 (Thu) is 2026-09-30 (Wed) ' +
        '(2026-10-01 National Day rest days) (our own rule)',
    ]);
  });

  test('a worked weekend and a provisional date are said plainly', () => {
    const words = (steps: readonly DerivationStep[]) => steps.map((step) => explainStep(step, 'en')).join('\n');
    expect(words(workingDaysAfter(PRC_CALENDAR, d('2026-09-18'), 10).derivation)).toContain(
      '2026-09-20 worked to make up for National Day; 2026-09-25 to 2026-09-27 Mid-Autumn Festival rest days',
    );
    expect(words(fixedWindow(PRC_CALENDAR, d('2027-01-01'), d('2027-03-31')).derivation)).toContain(
      'no holiday notice on file covers 2027-03-31 (on file: 2024-01-01 to 2026-12-28)',
    );
  });
});
