import { describe, expect, test } from 'vitest';
import {
  CalendarError,
  civilDate,
  type Deadline,
  daysBefore,
  earliest,
  naturalDaysAfter,
  otherLawPrevails,
  PRC_CALENDAR,
} from './index.ts';

const d = civilDate;
const dates = ({ nominalOn, dueOn, actBy }: Deadline) => [nominalOn, dueOn, actBy];

describe('other law and conflicting limits (C6, C13)', () => {
  const ahead = daysBefore(PRC_CALENDAR, d('2026-12-01'), 90);
  const after = naturalDaysAfter(PRC_CALENDAR, d('2026-09-01'), 30);

  test('the earlier of two limits counts and both are shown', () => {
    const result = earliest([after, ahead], ['30 days after the decision', '90 days ahead']);
    expect(dates(result)).toEqual(['2026-09-02', '2026-09-02', '2026-09-01']);
    expect(result.candidates).toEqual([after, ahead]);
    expect(result.derivation.slice(0, -1)).toEqual(ahead.derivation);
    expect(result.derivation.at(-1)).toMatchObject({
      rule: 'C13',
      to: '2026-09-02',
      candidates: [
        { label: '30 days after the decision', nominalOn: '2026-10-01', dueOn: '2026-10-08', actBy: '2026-09-30' },
        { label: '90 days ahead', nominalOn: '2026-09-02', dueOn: '2026-09-02', actBy: '2026-09-01' },
      ],
    });
  });

  test('the result is provisional if any candidate is', () => {
    const unsure = naturalDaysAfter(PRC_CALENDAR, d('2027-09-01'), 30);
    expect(earliest([ahead, unsure])).toMatchObject({ provisional: true, provisionalFields: ['dueOn', 'actBy'] });
    expect(() => earliest([])).toThrow(CalendarError);
  });

  test('a special law is named first', () => {
    const special = otherLawPrevails(after, '企业信息公示暂行条例');
    expect(special.derivation[0]).toEqual({ rule: 'C6', op: 'other-law', mark: 'V', note: '企业信息公示暂行条例' });
    expect(dates(special)).toEqual(dates(after));
  });
});
