import { expect, it } from 'vitest';
import { holidayBlocks } from './holiday-blocks.ts';

it('joins days that follow each other, over the end of a month, and keeps holidays apart', () => {
  const day = (date: string, name: string, statutory = false) => ({ date, name, statutory });
  expect(
    holidayBlocks([
      day('2026-04-30', '劳动节'),
      day('2026-05-01', '劳动节', true),
      day('2026-05-02', '劳动节', true),
      day('2026-06-19', '端午节', true),
    ]),
  ).toEqual([
    { on: '2026-04-30', until: '2026-05-02', name: '劳动节', statutory: ['2026-05-01', '2026-05-02'] },
    { on: '2026-06-19', until: '2026-06-19', name: '端午节', statutory: ['2026-06-19'] },
  ]);
});
