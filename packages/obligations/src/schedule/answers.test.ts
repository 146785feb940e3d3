import { describe, expect, it } from 'vitest';
import { RULEBOOK } from '../rulebook/index.ts';
import { type ScheduleCase, scheduleOf } from '../testing/schedule.ts';

const running = { validTo: '2028-12-24' };
const made = (given: ScheduleCase) => scheduleOf(RULEBOOK, { licence: running, ...given });
const questions = (given: ScheduleCase) => made(given).questions.map(({ key }) => key);
const findings = (given: ScheduleCase) => made(given).findings.map(({ code, severity }) => `${code} ${severity}`);

describe('items of information services that the licence leaves out', () => {
  it('are asked for, since offering one is operating beyond the licence', () => {
    const asked = made({}).questions.filter(({ key }) => key.startsWith('offers_b25'));
    expect(asked.map(({ key, decides }) => [key, decides.includes('stay-within-licensed-scope')])).toEqual([
      ['offers_b25_1', false],
      ['offers_b25_2', true],
      ['offers_b25_3', false],
      ['offers_b25_4', true],
    ]);
    expect(questions({ facts: { offers_b25_2: false, offers_b25_4: true } })).not.toContain('offers_b25_2');
  });

  it('raise an alarm when offered; without B25 only a warning and no question', () => {
    expect(findings({ facts: { offers_b25_4: true } })).toContain('excluded-service-offered error');
    const services = [{ ...SERVICE, code: 'B21', name: '在线数据处理与交易处理业务', b25Items: [] }];
    const without = { licence: { ...running, services } };
    expect(findings({ ...without, facts: { offers_b25_2: true } })).toContain('excluded-service-offered warning');
    expect(questions(without).filter((key) => key.startsWith('offers_b25'))).toEqual([]);
  });
});

describe('a cross-regional licence of the company', () => {
  it('is asked for once on a provincial licence, and the duty hangs on the other licence', () => {
    expect(questions({})).toContain('holds_cross_regional_licence');
    expect(questions({ licence: { ...running, isCrossRegional: true } })).not.toContain('holds_cross_regional_licence');
    const held = { facts: { holds_cross_regional_licence: true } };
    expect(questions(held)).not.toContain('holds_cross_regional_licence');
    expect(findings(held)).toContain('cross-regional-licence-held warning');
    expect(made(held).duties.find(({ clause }) => clause === '13')?.applies).toBe('no');
  });

  it('received, as an event on the provincial licence, is not passed over in silence', () => {
    const events = [{ id: 'x', type: 'cross-regional-licence-received', on: '2026-09-01' }];
    expect(made({ events }).findings).toContainEqual(
      expect.objectContaining({ code: 'cross-regional-licence-held', at: { path: 'events[0]' } }),
    );
  });
});

describe('a business that was not opened', () => {
  it('is a risk for renewal, never a condition', () => {
    const facts = { business_opened: false, wants_to_continue: true };
    expect(findings({ facts })).toContain('business-not-opened warning');
    expect(made({ facts }).duties.find(({ clause }) => clause === '12b')?.applies).toBe('yes');
    expect(findings({ facts: { ...facts, wants_to_continue: false } })).not.toContain('business-not-opened warning');
  });
});

const SERVICE = {
  code: 'B25',
  name: '信息服务业务',
  printed: '',
  limitedTo: [],
  excludes: [],
  b25Items: [],
  coverage: null,
};
