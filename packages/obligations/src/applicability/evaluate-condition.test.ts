import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../calendar/index.ts';
import type { Condition } from '../rulebook/condition.ts';
import type { FactValue } from '../rulebook/facts.ts';
import { compileCondition, evaluateCondition } from './compile.ts';

const asOf = civilDate('2026-11-24');
const given = (facts: Record<string, FactValue>) => ({ asOf, fact: (key: string) => facts[key] });
const KEYS = ['has_website', 'has_app', 'charges_users', 'publishes_public_info'];

/** Conditions that read each of four facts at most once. */
const readOnce: fc.Arbitrary<Condition> = fc.shuffledSubarray(KEYS, { minLength: 1 }).chain((keys) =>
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: keys.length, maxLength: keys.length }).map((shapes) => {
    let condition: Condition = { fact: keys[0] ?? '', is: true };
    for (const [i, key] of keys.slice(1).entries()) {
      const leaf: Condition = { fact: key, is: true };
      const shape = shapes[i] ?? 0;
      const part: Condition = shape >= 2 ? { not: leaf } : leaf;
      condition = shape % 2 === 0 ? { all: [condition, part] } : { any: [condition, part] };
    }
    return condition;
  }),
);
const partial = fc.dictionary(fc.constantFrom(...KEYS), fc.boolean());

function completions(known: Record<string, boolean>): Record<string, boolean>[] {
  return KEYS.reduce<Record<string, boolean>[]>(
    (all, key) =>
      key in known
        ? all
        : all.flatMap((facts) => [
            { ...facts, [key]: true },
            { ...facts, [key]: false },
          ]),
    [known],
  );
}

describe('three-valued applicability', () => {
  it('a missing number is unknown, never smaller than a threshold', () => {
    const verdict = evaluateCondition({ fact: 'pi_subjects_count', lessThan: 100_000 }, given({}));
    expect(verdict).toMatchObject({ applies: 'unknown', asks: ['pi_subjects_count'] });
  });

  it('null is unknown, an empty list is an answer', () => {
    const condition: Condition = { fact: 'prior_approval_topics', notEmpty: true };
    expect(evaluateCondition(condition, given({ prior_approval_topics: null })).applies).toBe('unknown');
    expect(evaluateCondition(condition, given({ prior_approval_topics: [] })).applies).toBe('no');
  });

  it('does not ask what cannot change the result', () => {
    const condition: Condition = {
      all: [
        { fact: 'b25_items', includes: '2' },
        { fact: 'offers_b25_2', is: true },
      ],
    };
    expect(evaluateCondition(condition, given({ b25_items: ['1'] }))).toMatchObject({ applies: 'no', asks: [] });
    expect(evaluateCondition(condition, given({ b25_items: ['2'] })).asks).toEqual(['offers_b25_2']);
  });

  it('says why in both languages', () => {
    const verdict = evaluateCondition({ fact: 'has_website', is: true }, given({ has_website: false }));
    expect(verdict.because).toEqual({ zh: '是否有网站：否', en: 'Is there a web site: no' });
  });

  it('puts a heading before an answer where the question would read badly', () => {
    const why = (condition: Condition, facts: Record<string, FactValue>) =>
      evaluateCondition(condition, given(facts)).because;
    expect(why({ fact: 'b25_items', includes: '2' }, { b25_items: ['1'] })).toEqual({
      zh: '许可证允许的信息服务项目：不含信息搜索查询服务',
      en: 'information-service items on the licence: without Search and query',
    });
    expect(why({ fact: 'services', includesAny: ['B24', 'B24-1'] }, { services: ['B24-1'] }).zh).toBe(
      '许可证载明的业务：含B24、B24-1之一',
    );
    expect(why({ fact: 'pi_subjects_count', atLeast: 1_000_000 }, { pi_subjects_count: 999_999 }).zh).toBe(
      '处理个人信息的人数：少于1,000,000',
    );
  });

  it('a day before a rule came into force is outside it', () => {
    const condition: Condition = { all: [{ onOrAfter: '2026-12-01' }, { always: true }] };
    expect(evaluateCondition(condition, given({}))).toMatchObject({
      applies: 'no',
      because: { zh: '2026-12-01起才施行' },
    });
  });

  it('is unknown exactly when the missing answers could decide either way', () => {
    fc.assert(
      fc.property(readOnce, partial, (condition, known) => {
        const results = new Set(completions(known).map((facts) => evaluateCondition(condition, given(facts)).applies));
        const { applies } = evaluateCondition(condition, given(known));
        expect(applies).toBe(results.size === 1 ? [...results][0] : 'unknown');
      }),
    );
  });

  it('asks only for facts that can change the result, and all its questions answered decide it', () => {
    fc.assert(
      fc.property(readOnce, partial, (condition, known) => {
        const { asks } = evaluateCondition(condition, given(known));
        for (const key of asks) {
          const others = completions(known).filter((facts) => facts[key] === true);
          const matters = others.some(
            (facts) =>
              evaluateCondition(condition, given(facts)).applies !==
              evaluateCondition(condition, given({ ...facts, [key]: false })).applies,
          );
          expect(matters).toBe(true);
        }
        const answered = { ...known, ...Object.fromEntries(asks.map((key) => [key, true])) };
        expect(evaluateCondition(condition, given(answered)).applies).not.toBe('unknown');
      }),
    );
  });

  it('compiled and evaluated once agree', () => {
    fc.assert(
      fc.property(readOnce, fc.array(partial), (condition, many) => {
        const compiled = compileCondition(condition);
        for (const facts of many) expect(compiled(given(facts))).toEqual(evaluateCondition(condition, given(facts)));
      }),
    );
  });
});
