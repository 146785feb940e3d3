import { expect, it } from 'vitest';
import { type YearItem, yearRows } from './year-rows.ts';

function item(part: Partial<YearItem>): YearItem {
  return {
    id: 'occ_1',
    dutyId: 'annual-report',
    dueRuleId: 'report',
    clause: '12a',
    action: { zh: '报送年报', en: 'File the annual report' },
    opensOn: null,
    dueOn: '2026-03-31',
    ...part,
  };
}

it('shades the months of a window and puts the item into the month it falls due', () => {
  const [row] = yearRows([item({ opensOn: '2026-01-01' })], 2026);
  expect(row?.cells.map(({ open }) => open)).toEqual([...[true, true, true], ...Array(9).fill(false)]);
  expect(row?.cells.map(({ due }) => due.length)).toEqual([0, 0, 1, ...Array(9).fill(0)]);
});

it('shows a window that reaches over the turn of the year from January on', () => {
  const [row] = yearRows([item({ opensOn: '2025-11-01', dueOn: '2026-02-10' })], 2026);
  expect(row?.cells.slice(0, 3).map(({ open }) => open)).toEqual([true, true, false]);
});

it('keeps one row for each dated act, in the order in which they fall due', () => {
  const rows = yearRows(
    [
      item({ id: 'occ_3', dueRuleId: 'make-up', dueOn: '2026-04-30' }),
      item({ id: 'occ_1' }),
      item({ id: 'occ_2', dueOn: '2026-03-02' }),
    ],
    2026,
  );
  expect(rows.map(({ key }) => key)).toEqual(['annual-report/report', 'annual-report/make-up']);
  expect(rows[0]?.cells[2]?.due.map(({ id }) => id)).toEqual(['occ_2', 'occ_1']);
});

it('leaves out what has no date', () => {
  expect(yearRows([item({ dueOn: null })], 2026)).toEqual([]);
});
