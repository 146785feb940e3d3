import { type FactDefinition, FACTS } from '@zhengqi/obligations';

/** `licence`: the answer holds for one licence; `company`: for the company and so for all of its licences. */
export type FactScope = 'company' | 'licence';

const CATALOGUE: Readonly<Record<string, FactDefinition>> = FACTS;

/** Facts of the company's side that still belong to one licence: each licence is opened, continued and renewed by itself. */
const OF_ONE_LICENCE = new Set(['renewal_status', 'renewed_valid_to', 'wants_to_continue', 'business_opened']);

/** Definition of a fact, or undefined for a key that is not in the catalogue. */
export function factDefinition(key: string): FactDefinition | undefined {
  return Object.hasOwn(CATALOGUE, key) ? CATALOGUE[key] : undefined;
}

/** Whom an answer is about. */
export function factScope(key: string): FactScope {
  return OF_ONE_LICENCE.has(key) || factDefinition(key)?.source === 'licence' ? 'licence' : 'company';
}
