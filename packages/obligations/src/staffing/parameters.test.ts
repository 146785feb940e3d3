import { expect, it } from 'vitest';
import { civilDate } from '../calendar/index.ts';
import { Day } from './day.ts';
import { chooseParameter, STAFFING_PARAMETERS, StaffingParameter } from './parameters.ts';

const KEY = 'security-full-time-staff';
const given = (value: number, over: Partial<StaffingParameter> = {}): StaffingParameter => ({
  key: KEY,
  province: null,
  value,
  source: { law: 'own-rule', article: null, mark: 'O', note: { zh: '示例', en: 'example' } },
  setBy: 'consultancy',
  ...over,
});
const chosen = (parameters: readonly StaffingParameter[], province: string | null = '苏', on = '2026-11-24') =>
  chooseParameter(KEY, province, parameters, new Day(civilDate(on))).value;

it('the default counts without a number of one’s own, marked as practice and never as law', () => {
  expect(chooseParameter(KEY, '苏', [], new Day(civilDate('2026-11-24')))).toMatchObject({
    value: 1,
    source: { mark: 'P' },
    setBy: 'base',
  });
});

it('a number of the province goes before one for all, and the company before its consultancy', () => {
  const all = given(2, { setBy: 'company' });
  const inJiangsu = given(3, { province: '苏' });
  expect(chosen([all, inJiangsu])).toBe(3);
  expect(chosen([all, inJiangsu], '浙')).toBe(2);
  expect(chosen([given(4), all])).toBe(2);
});

it('a number counts only on the days its source is in force, and tells the day on which that changes', () => {
  const source = { law: 'own-rule', article: null, mark: 'O' as const, validFrom: '2027-01-01', validTo: '2027-06-30' };
  const parameters = [given(5, { source })];
  expect(chosen(parameters, '苏', '2026-12-31')).toBe(1);
  expect(chosen(parameters, '苏', '2027-01-01')).toBe(5);
  expect(chosen(parameters, '苏', '2027-07-01')).toBe(1);
  const day = new Day(civilDate('2026-12-31'));
  chooseParameter(KEY, '苏', parameters, day);
  expect(day.next).toBe('2027-01-01');
});

it('the defaults are those that the sources give: one and one and two by practice, three insured by practice, two for each 10,000 sites', () => {
  const marks = Object.entries(STAFFING_PARAMETERS).map(([key, { value, source }]) => [key, value, source.mark]);
  expect(marks).toEqual([
    ['security-responsible-persons', 1, 'P'],
    ['security-full-time-staff', 1, 'P'],
    ['security-staff-certificates', 0, 'O'],
    ['contacts-7x24', 2, 'P'],
    ['contacts-7x24-access', 2, 'E'],
    ['security-staff-per-10000-sites', 2, 'E'],
    ['insured-staff', 3, 'P'],
    ['insured-months', 1, 'P'],
    ['complaint-reply-days', 15, 'M'],
    ['training-days', 365, 'O'],
    ['gap-days', 30, 'O'],
  ]);
});

it('a number below zero or without a source is no parameter', () => {
  expect(StaffingParameter.safeParse(given(-1)).success).toBe(false);
  expect(StaffingParameter.safeParse({ ...given(1), source: undefined }).success).toBe(false);
});
