const MOST = 12;
const FARTHEST = 730;

/** Days ahead as people write them (`30，7, 1`), greatest first; null when it is no such list. */
export function readLeadDays(text: string): number[] | null {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '');
  const days = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  const isList =
    days.length <= MOST && new Set(days).size === days.length && days.every((day) => day >= 0 && day <= FARTHEST);
  return isList ? days.toSorted((a, b) => b - a) : null;
}

export function writeLeadDays(days: readonly number[]): string {
  return days.join('，');
}
