export interface YearItem {
  id: string;
  dutyId: string;
  dueRuleId: string;
  clause: string;
  action: { zh: string; en: string };
  opensOn: string | null;
  dueOn: string | null;
}

export interface YearCell<Item> {
  /** Items due in this month, by date. */
  due: Item[];
  /** Some window of the row is open on a day of this month. */
  open: boolean;
}

export interface YearRow<Item> {
  key: string;
  clause: string;
  action: { zh: string; en: string };
  /** Twelve, from January. */
  cells: YearCell<Item>[];
}

/** One row per dated act (a duty may have several), in the order in which they first fall due. */
export function yearRows<Item extends YearItem>(items: readonly Item[], year: number): YearRow<Item>[] {
  const rows = new Map<string, YearRow<Item>>();
  const dated = items.filter(({ dueOn }) => dueOn !== null).toSorted((a, b) => compare(a.dueOn, b.dueOn));
  for (const item of dated) {
    const key = `${item.dutyId}/${item.dueRuleId}`;
    const row = rows.get(key) ?? emptyRow(key, item);
    rows.set(key, row);
    const due = monthIn(item.dueOn, year);
    if (due >= 0 && due < 12) row.cells[due]?.due.push(item);
    const opens = item.opensOn === null ? due : Math.max(monthIn(item.opensOn, year), 0);
    for (let month = opens; month <= Math.min(due, 11); month += 1) {
      const cell = row.cells[month];
      if (cell !== undefined && item.opensOn !== null) cell.open = true;
    }
  }
  return [...rows.values()];
}

function emptyRow<Item extends YearItem>(key: string, item: Item): YearRow<Item> {
  const cells = Array.from({ length: 12 }, (): YearCell<Item> => ({ due: [], open: false }));
  return { key, clause: item.clause, action: item.action, cells };
}

/** Month of a date counted from January of the year: -1 is December before, 12 January after. */
function monthIn(date: string | null, year: number): number {
  if (date === null) return -1;
  return (Number(date.slice(0, 4)) - year) * 12 + Number(date.slice(5, 7)) - 1;
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
