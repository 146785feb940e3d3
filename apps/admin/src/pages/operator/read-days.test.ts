import { expect, it } from 'vitest';
import { readDays } from './read-days.ts';

it('reads one day a line and tells statutory holidays apart', () => {
  expect(readDays('2027-01-01 元旦 法定\n\n 2027-01-02  元旦 \n2027-02-06 春节 statutory')).toEqual({
    days: [
      { date: '2027-01-01', name: '元旦', statutory: true },
      { date: '2027-01-02', name: '元旦', statutory: false },
      { date: '2027-02-06', name: '春节', statutory: true },
    ],
    wrong: [],
  });
});

it('names the line that it cannot read, and drops none silently', () => {
  expect(readDays('2027-01-01 元旦\n1月2日 元旦\n2027-01-03').wrong).toEqual([
    { line: 2, text: '1月2日 元旦' },
    { line: 3, text: '2027-01-03' },
  ]);
});
