import { foldCompact } from '../text/fold.ts';
import { PROVINCES, provinceAtStart } from './provinces.ts';

/** Provinces of an area list. */
export interface Areas {
  /** Prefixes in the order of GB/T 2260, each once. */
  readonly prefixes: string[];
  /** Words that name no province, as printed. */
  readonly unknown: string[];
}

const MAX_AREAS = 500;
const QUOTED = 30;
/** Also 和 and 及, but only before a province: 呼和浩特 is one name. */
const SEPARATOR = new RegExp(`[、,;。.:/]+|(?:以及|和|及|与)(?=全国|${PROVINCES.map((p) => p.shortName).join('|')})`);

/** Reads an area list such as `北京市、上海、江苏省（南京）` or `全国`. A city counts for the province written before it. */
export function readAreas(text: string): Areas {
  const found = new Set<string>();
  const unknown: string[] = [];
  const withoutCities = foldCompact(text).replace(/\([^()]*\)/g, '');
  for (const name of withoutCities.split(SEPARATOR, MAX_AREAS)) {
    if (name === '') continue;
    const province = provinceAtStart(name);
    if (name.startsWith('全国')) for (const p of PROVINCES) found.add(p.prefix);
    else if (province !== undefined) found.add(province.prefix);
    else unknown.push(name.slice(0, QUOTED));
  }
  return { prefixes: PROVINCES.filter((p) => found.has(p.prefix)).map((p) => p.prefix), unknown };
}
