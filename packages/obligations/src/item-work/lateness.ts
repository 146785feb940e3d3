import { type CivilDate, civilDateOf, daysBetween, type Instant, minutesBetween } from '../calendar/index.ts';
import type { Mark } from '../rulebook/marks.ts';
import { isLegalLimit } from './check-move.ts';

/** How late something was done, counted from its limit; all null or false when it was in time. */
export interface Lateness {
  /** Natural days after the due date. */
  readonly daysLate: number | null;
  /** With a clock of hours and a known moment: minutes after the due moment. */
  readonly minutesLate: number | null;
  /** Late by a limit of law. */
  readonly missed: boolean;
}

/** The limit of an item as it stands when it is done. */
export interface Limit {
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  readonly mark: Mark;
}

const IN_TIME: Lateness = Object.freeze({ daysLate: null, minutesLate: null, missed: false });

/**
 * Counts lateness. A clock of hours with a known moment is late by minutes even on the day itself; where only the day is
 * known, the day decides.
 */
export function latenessOf({ dueOn, dueAt, mark }: Limit, done: { on: CivilDate; at: Instant | null }): Lateness {
  if (dueAt !== null && done.at !== null) {
    const minutesLate = minutesBetween(dueAt, done.at);
    if (minutesLate <= 0) return IN_TIME;
    const daysLate = Math.max(0, daysBetween(civilDateOf(dueAt), done.on));
    return { daysLate, minutesLate, missed: isLegalLimit(mark) };
  }
  if (dueOn === null || done.on <= dueOn) return IN_TIME;
  return { daysLate: daysBetween(dueOn, done.on), minutesLate: null, missed: isLegalLimit(mark) };
}

/** A miss stays: of what was recorded before and what is counted now, the later counts. */
export function laterOf(before: Lateness, now: Lateness): Lateness {
  return {
    daysLate: greater(before.daysLate, now.daysLate),
    minutesLate: greater(before.minutesLate, now.minutesLate),
    missed: before.missed || now.missed,
  };
}

function greater(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
