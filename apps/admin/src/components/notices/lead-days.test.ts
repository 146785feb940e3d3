import { expect, it } from 'vitest';
import { readLeadDays, writeLeadDays } from './lead-days.ts';

it('reads days in the forms that people write, greatest first', () => {
  expect(readLeadDays('1, 7，30、 0')).toEqual([30, 7, 1, 0]);
  expect(readLeadDays('')).toEqual([]);
  expect(readLeadDays(writeLeadDays([90, 7]))).toEqual([90, 7]);
});

it.each(['7,7', '731', '-1', '7.5', '七', '1,2,3,4,5,6,7,8,9,10,11,12,13'])('refuses %s', (text) => {
  expect(readLeadDays(text)).toBeNull();
});
