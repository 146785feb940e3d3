import { expect, it } from 'vitest';
import { clauseMatches } from './clause.ts';

it('finds a clause by its number, its print, and either kind of brackets', () => {
  expect(clauseMatches('15.6a', '15.6')).toBe(true);
  expect(clauseMatches('15.6a', '十五（六）')).toBe(true);
  expect(clauseMatches('15.6a', '十五(六)')).toBe(true);
  expect(clauseMatches('15.6a', '十五')).toBe(true);
  expect(clauseMatches('X3', 'x3')).toBe(true);
  expect(clauseMatches('12b', '')).toBe(true);
});

it('does not take one number for the beginning of another', () => {
  expect(clauseMatches('15.10', '15.1')).toBe(false);
  expect(clauseMatches('12b', '1')).toBe(false);
  expect(clauseMatches('X13', 'X1')).toBe(false);
  expect(clauseMatches('15.6a', '十六')).toBe(false);
});
