import { CONTENT_AND_PLATFORM_LAWS } from './laws/content-and-platforms.ts';
import { GENERAL_LAWS } from './laws/general.ts';
import { NETWORK_AND_DATA_LAWS } from './laws/network-and-data.ts';
import { TELECOM_LAWS } from './laws/telecom.ts';
import type { Law } from './schema.ts';

const REGISTER = [...GENERAL_LAWS, ...TELECOM_LAWS, ...NETWORK_AND_DATA_LAWS, ...CONTENT_AND_PLATFORM_LAWS] as const;

/**
 * Id of an entry of the register. `licence` is the print of the special provisions themselves, `own-rule` marks what is
 * not law. The Cybersecurity Law has two entries, because its article numbers changed on 1 January 2026.
 */
export type LawId = (typeof REGISTER)[number]['id'];

/**
 * All laws, orders and notices that the rulebook cites, general law first. Drafts are not in it and never cited.
 * `mark` tells how the text was verified as a whole; each citation carries a mark of its own. Numbers of presidential
 * orders and of State Council orders 766, 795 and 797 are from memory whatever the mark.
 */
export const LAWS: readonly Law[] = REGISTER;

const BY_ID: ReadonlyMap<string, Law> = new Map(LAWS.map((law) => [law.id, law]));

/** The law with this id, or undefined. */
export function lawById(id: string): Law | undefined {
  return BY_ID.get(id);
}
