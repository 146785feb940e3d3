import { isCivilDate } from '@zhengqi/obligations';

/**
 * What an address may carry. Everything after the question mark was typed, pasted or shortened by somebody: a value
 * that means nothing is dropped, never an error.
 */
export function optionalText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, 200) : undefined;
}

export function optionalDate(value: unknown): string | undefined {
  return isCivilDate(value) ? value : undefined;
}

export function optionalYear(value: unknown): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined;
}

/** A list written with commas, or an array; members not allowed are dropped. */
export function optionalList<T extends string>(value: unknown, allowed: readonly T[]): T[] | undefined {
  const parts: unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  const kept = allowed.filter((candidate) => parts.includes(candidate));
  return kept.length > 0 ? kept : undefined;
}

/**
 * Says that links may leave out what is not set. The names stay, with `undefined`: the router lays the result over what the
 * address said, so a name left out would let the dropped value through.
 */
export function given<T extends object>(search: T): { [K in keyof T]?: T[K] } {
  return search;
}

/** Whether an address sets anything, besides what is named. */
export function setsAnything(search: object, besides?: string): boolean {
  return Object.entries(search).some(([name, value]) => value !== undefined && name !== besides);
}

/** Plain `?status=open,at-once&clause=15.10`: the router's own form would write JSON, and read 15.10 as 15.1. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    parameters.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  // A comma and a colon may stand in a query; written out they can be read by a person.
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
