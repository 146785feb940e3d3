import type { CivilDate } from './civil-date.ts';
import type { Deadline, DerivationStep, ProvisionalField, StepCandidate } from './derivation-step.ts';
import { CalendarError } from './errors.ts';

/** The earliest of several limits for one duty, with all of them kept to be shown. */
export interface EarliestDeadline extends Deadline {
  /** Everything compared, in the order given, each with its own derivation. */
  readonly candidates: readonly Deadline[];
}

/**
 * Where sources give different limits, the earlier one counts and all are shown (C13, our own rule). The result has
 * the nominal and due date of the earliest due date (the first given, if equal), the earliest act-by day of all, the
 * derivation of the chosen limit and a last step that lists every candidate. It is provisional if any candidate is,
 * because a candidate that moves may become the earlier one.
 * @param labels names of the sources, in the order of `deadlines`
 * @throws {CalendarError} `nothing-to-compare` for an empty list
 */
export function earliest(deadlines: readonly Deadline[], labels: readonly string[] = []): EarliestDeadline {
  const [first, ...others] = deadlines;
  if (first === undefined) {
    throw new CalendarError('nothing-to-compare', 0, 'There is no deadline to compare; give at least one.');
  }
  const chosen = others.reduce((best, next) => (next.dueOn < best.dueOn ? next : best), first);
  const actBy = deadlines.reduce<CivilDate>((best, next) => (next.actBy < best ? next.actBy : best), first.actBy);
  const fields: readonly ProvisionalField[] = ['dueOn', 'actBy'];
  const step: DerivationStep = Object.freeze({
    rule: 'C13',
    op: 'earlier-wins',
    mark: 'O',
    to: chosen.dueOn,
    candidates: Object.freeze(deadlines.map((deadline, i) => candidate(deadline, labels[i]))),
  });
  return Object.freeze({
    nominalOn: chosen.nominalOn,
    dueOn: chosen.dueOn,
    actBy,
    provisional: deadlines.some((d) => d.provisional),
    provisionalFields: Object.freeze(fields.filter((f) => deadlines.some((d) => d.provisionalFields.includes(f)))),
    derivation: Object.freeze([...chosen.derivation, step]),
    candidates: Object.freeze([...deadlines]),
  });
}

/**
 * A deadline that another law or an agreement fixes instead (C6, Civil Code art 204): the same dates, with a first
 * step that names it.
 * @param note the law or agreement that prevails, in the words to be shown
 */
export function otherLawPrevails<D extends Deadline>(deadline: D, note: string): D {
  const step: DerivationStep = Object.freeze({ rule: 'C6', op: 'other-law', mark: 'V', note });
  return Object.freeze({ ...deadline, derivation: Object.freeze([step, ...deadline.derivation]) });
}

function candidate({ nominalOn, dueOn, actBy }: Deadline, label: string | undefined): StepCandidate {
  return Object.freeze(label === undefined ? { nominalOn, dueOn, actBy } : { label, nominalOn, dueOn, actBy });
}
