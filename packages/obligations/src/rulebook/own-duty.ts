import { z } from 'zod';
import type { Bilingual } from '../text/bilingual.ts';
import { ownDutyProblems } from './own-duty-problems.ts';
import { Duty, type Rulebook } from './schema.ts';

/** Stands in the place of the clause in a duty that somebody has set for themselves. */
export const OWN_CLAUSE = 'own';

/** A duty that a company or a consultancy has added: the schema of the base rules, under names that can never be theirs. */
export const OwnDuty = Duty.extend({
  id: z
    .string()
    .max(80)
    .regex(/^own\.[a-z0-9]+(-[a-z0-9]+)*$/),
  clause: z.literal(OWN_CLAUSE),
  /** It is in no print. */
  provision: z.null(),
});
export type OwnDuty = z.infer<typeof OwnDuty>;

/** What is wrong at one place of a duty: `due.0.timing.event`. */
export interface OwnDutyProblem {
  path: string;
  message: Bilingual;
}

/**
 * Reads a duty that somebody wrote: its form by the schema, and then whether everything it names exists. A duty without a
 * source that can be looked up, or with a mark it has not earned, is refused: it would pass for law.
 * @param shape says in both languages what the schema found, with its places
 */
export function checkOwnDuty(
  raw: unknown,
  rulebook: Rulebook,
  shape: (issue: z.core.$ZodIssue) => OwnDutyProblem,
): { duty: OwnDuty } | { problems: OwnDutyProblem[] } {
  const read = OwnDuty.safeParse(raw);
  if (!read.success) return { problems: read.error.issues.map(shape) };
  const problems = ownDutyProblems(read.data, rulebook);
  return problems.length > 0 ? { problems } : { duty: read.data };
}

/**
 * The rules of one company: a release of the base rules with the duties of its own behind them. Without any it is the
 * release itself, so that all companies without share what is prepared for it.
 * @param revision how often the company has changed its own duties; part of the version, so that an old date says by
 * which of them it was counted
 */
export function composeRulebook(base: Rulebook, own: readonly OwnDuty[], revision: number): Rulebook {
  if (revision === 0) return base;
  return { ...base, version: `${base.version}+own.${revision}`, duties: [...base.duties, ...own] };
}
