import { describe, expect, it } from 'vitest';
import { describeTiming } from './describe-timing.ts';
import { dutiesOfClause, RULEBOOK } from './rulebook.ts';

describe('a due rule in words', () => {
  it('says the renewal limit, the annual window and the working days as a lawyer would', () => {
    const words = (clause: string) =>
      dutiesOfClause(RULEBOOK, clause).flatMap((duty) => duty.due.map((rule) => describeTiming(rule.timing).zh));
    expect(words('12b')).toEqual(['有效期届满前90日']);
    expect(words('14')).toEqual(['每年1月1日至3月31日，不顺延']);
    expect(words('9b')).toContain('处置之日起10个工作日内');
  });

  it('has words in both languages for every due rule, without a bare identifier', () => {
    for (const duty of RULEBOOK.duties) {
      for (const { timing } of duty.due) {
        const { zh, en } = describeTiming(timing);
        expect(zh).toMatch(/[一-鿿]/);
        expect(en).not.toMatch(/[一-鿿]|undefined/);
      }
    }
  });
});
