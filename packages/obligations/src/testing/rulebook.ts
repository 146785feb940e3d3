import type { Duty, DueRule, Rulebook } from '../rulebook/schema.ts';

/** A duty that binds every holder since 2017, for tests of the machinery; not law. */
export function dutyOf(overrides: Partial<Duty> & Pick<Duty, 'id' | 'clause'>): Duty {
  const text = { zh: '测试', en: 'test' };
  return {
    provision: '1',
    title: text,
    wording: text,
    kinds: ['standing'],
    scope: 'licence',
    bearer: text,
    condition: { always: true },
    due: [],
    authority: { printed: null, effective: 'issuing-authority' },
    channel: null,
    evidence: [text],
    sources: [{ law: 'licence', article: '1', mark: 'V' }],
    marks: { deadline: null, authority: 'V', penalty: null },
    penalties: [],
    validFrom: '2017-09-01',
    bindsWithoutLicence: false,
    ...overrides,
  };
}

/** A due rule with the given timing. */
export function dueRuleOf(id: string, timing: DueRule['timing'], overrides: Partial<DueRule> = {}): DueRule {
  return {
    id,
    action: { zh: '办理', en: 'do it' },
    timing,
    mark: 'E',
    sources: [{ law: 'licence', article: '1', mark: 'V' }],
    ...overrides,
  };
}

/** A rulebook of these duties. */
export function rulebookOf(...duties: Duty[]): Rulebook {
  return { version: 'test', asOf: '2026-11-23', laws: [], duties, notEncoded: [] };
}
