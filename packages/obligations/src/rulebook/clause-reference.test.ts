import { describe, expect, it } from 'vitest';
import { parseClauseReference, printClauseReference } from './clause-reference.ts';

describe('parseClauseReference', () => {
  it.each([
    ['十五（六）', '15.6'],
    ['十五(六)', '15.6'],
    ['十五、（六）', '15.6'],
    ['第十五条第（六）项', '15.6'],
    ['第十五条第六项', '15.6'],
    ['十五 （ 六 ）', '15.6'],
    ['15.6', '15.6'],
    ['15(6)', '15.6'],
    ['15（6）', '15.6'],
    ['１５．６', '15.6'],
    ['15-6', '15.6'],
    ['15⑥', '15.6'],
    ['十五⑥', '15.6'],
    ['十五㈥', '15.6'],
    ['十五⑹', '15.6'],
    ['十五（十四）', '15.14'],
    ['十五（十）', '15.10'],
    ['15⑭', '15.14'],
    ['十五六', '15.6'],
    ['十五十', '15.10'],
    ['第十五十四项', '15.14'],
    ['十二', '12'],
    ['十二、', '12'],
    ['第十二条', '12'],
    ['12', '12'],
    ['12b', '12b'],
    ['12B', '12b'],
    ['十二b', '12b'],
    ['15.6a', '15.6a'],
    ['十五（六）a', '15.6a'],
    ['一', '1'],
    ['十', '10'],
    ['P0', 'P0'],
    ['首段', 'P0'],
    ['X4', 'X4'],
    ['x23', 'X23'],
    ['X4b', 'X4b'],
  ])('reads %s as %s', (text, key) => {
    expect(parseClauseReference(text)).toBe(key);
  });

  const REFUSED = [
    '',
    ' ',
    '十六',
    '16',
    '0',
    '156',
    '15.0',
    '15.15',
    '十五（十五）',
    '12.1',
    '二十',
    '十五十五',
    '十六一',
    '一二',
    '15六十',
    '苏B2-20230001',
    '()',
  ];

  it.each(REFUSED)('refuses “%s”', (text) => {
    expect(parseClauseReference(text)).toBeNull();
  });

  it('refuses a long text without work', () => {
    expect(parseClauseReference('十'.repeat(1_000_000))).toBeNull();
  });
});

describe('printClauseReference', () => {
  it.each([
    ['15.6', '十五（六）'],
    ['15.10', '十五（十）'],
    ['15.14', '十五（十四）'],
    ['12', '十二'],
    ['10', '十'],
    ['1', '一'],
    ['15.6a', '十五（六）a'],
    ['12b', '十二b'],
    ['P0', '首段'],
    ['X4', 'X4'],
  ])('prints %s as %s and reads it back', (key, text) => {
    expect(printClauseReference(key)).toBe(text);
    expect(parseClauseReference(text)).toBe(key);
  });
});
