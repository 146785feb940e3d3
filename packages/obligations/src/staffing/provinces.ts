import { provinceOfPrefix } from '../licence/provinces.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { StaffingContext } from './context.ts';

/** Places of business on a day, as far as they are known. */
export interface Provinces {
  readonly known: readonly string[];
  /** Whether there are no others. */
  readonly complete: boolean;
}

/** Provinces of the fact `provinces_operating` and of the places of business that run on the day. */
export function provincesOn({ roster, day, fact }: Pick<StaffingContext, 'roster' | 'day' | 'fact'>): Provinces {
  const answered = fact('provinces_operating');
  const known = new Set<string>();
  if (Array.isArray(answered)) for (const province of answered) if (typeof province === 'string') known.add(province);
  for (const { id, province, from, to } of roster.roster.places) {
    if (!day.reached(from, 'new-province', id)) continue;
    if (to === null || !day.passed(to, 'province-left', id)) known.add(province);
  }
  return { known: [...known], complete: Array.isArray(answered) || roster.isKept('places', day) };
}

/** Name of a province in words; what is no prefix of a province stays as it is. */
export function provinceName(prefix: string): Bilingual {
  return provinceOfPrefix(prefix)?.name ?? { zh: prefix, en: prefix };
}
