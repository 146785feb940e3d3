import { type LawId, lawById } from './laws.ts';
import type { Mark } from './marks.ts';
import type { SourceReference } from './schema.ts';
import { cite } from './sources.ts';

/** The days a law is in force, by the register, to be spread into a rule, penalty or citation. */
export function inForce(id: LawId): { validFrom?: string; validTo?: string } {
  const law = lawById(id);
  if (law === undefined) throw new Error(`no law ${id} in the register`);
  return {
    ...(law.inForceFrom === null ? {} : { validFrom: law.inForceFrom }),
    ...(law.inForceTo === undefined ? {} : { validTo: law.inForceTo }),
  };
}

/** A citation that may be used only for days on which the law is in force: for law younger than the duty it supports. */
export function citeInForce(id: LawId, article: string | null, mark: Mark): SourceReference {
  return cite(id, article, mark, inForce(id));
}
