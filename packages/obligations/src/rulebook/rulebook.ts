import { LAWS } from './laws.ts';
import { OTHER_LAW_DUTIES, OTHER_LAW_NOT_ENCODED } from './other-law/index.ts';
import type { Duty, Rulebook } from './schema.ts';
import { SPECIAL_PROVISION_DUTIES } from './special-provisions/index.ts';

/**
 * The base rules: the special provisions in the order of the print, then other law. A change of any rule is a new
 * version; an old one still explains the dates it gave.
 */
export const RULEBOOK: Rulebook = {
  version: '2026.11.0',
  asOf: '2026-11-23',
  laws: [...LAWS],
  duties: [...SPECIAL_PROVISION_DUTIES, ...OTHER_LAW_DUTIES],
  notEncoded: [...OTHER_LAW_NOT_ENCODED],
};

interface Lookup {
  readonly byId: ReadonlyMap<string, Duty>;
  readonly byClause: ReadonlyMap<string, readonly Duty[]>;
}

const lookups = new WeakMap<Rulebook, Lookup>();
const NONE: readonly Duty[] = Object.freeze([]);

/**
 * Duties of a clause, in the order of the rulebook. A key with its letter gives that row (`12b`), a key without gives
 * the whole provision (`12`: 12a to 12c; `15`: the lead sentence and all fourteen items).
 * @param clause key as `parseClauseReference` returns it
 * @returns an empty list when the rulebook has no such clause
 */
export function dutiesOfClause(rulebook: Rulebook, clause: string): readonly Duty[] {
  return lookupOf(rulebook).byClause.get(clause) ?? NONE;
}

/** The duty with this id, or undefined. */
export function dutyById(rulebook: Rulebook, id: string): Duty | undefined {
  return lookupOf(rulebook).byId.get(id);
}

function lookupOf(rulebook: Rulebook): Lookup {
  const known = lookups.get(rulebook);
  if (known !== undefined) return known;
  const byClause = new Map<string, Duty[]>();
  for (const duty of rulebook.duties) {
    for (const key of keysOf(duty)) {
      const list = byClause.get(key);
      if (list === undefined) byClause.set(key, [duty]);
      else list.push(duty);
    }
  }
  const made = { byId: new Map(rulebook.duties.map((duty) => [duty.id, duty])), byClause };
  lookups.set(rulebook, made);
  return made;
}

/** `15.6a` is found under `15.6a`, `15.6` and `15`. */
function keysOf({ clause, provision }: Duty): Set<string> {
  const keys = new Set([clause, clause.replace(/[a-z]$/, '')]);
  if (provision !== null) keys.add(provision).add(provision.replace(/\..*$/, ''));
  return keys;
}
