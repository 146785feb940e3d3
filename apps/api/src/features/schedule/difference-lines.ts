import {
  Bilingual,
  type Occurrence,
  type RecordedOccurrence,
  type Reconciliation,
  type Rulebook,
} from '@zhengqi/obligations';
import { z } from 'zod';
import { titleOf } from './change-views.ts';

/** One item that other rules would make, take away or move. */
export const DifferenceLine = z.strictObject({
  dutyId: z.string(),
  clause: z.string(),
  title: Bilingual,
  action: Bilingual,
  change: z.enum(['added', 'removed', 'moved']),
  /** Due day or moment; null where there is none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Somebody has worked on it: it is kept, with everything done, whatever the rules say. */
  workedOn: z.boolean(),
});
export type DifferenceLine = z.infer<typeof DifferenceLine>;

/** A recorded item with what a line says of it. */
export type NamedOccurrence = RecordedOccurrence & Pick<Occurrence, 'dutyId' | 'clause' | 'action'>;

/**
 * A difference as lines, in the order of their dates.
 * @param before rules under which the items were recorded: titles of duties that are gone are there
 */
export function differenceLines(
  difference: Reconciliation<NamedOccurrence>,
  before: Rulebook,
  after: Rulebook,
): DifferenceLine[] {
  const gone = [...difference.removed, ...difference.orphaned].map((old) =>
    lineOf(old, before, { change: 'removed', before: dueOf(old), after: null, workedOn: old.workedOn }),
  );
  const made = difference.added.map((next) =>
    lineOf(next, after, { change: 'added', before: null, after: dueOf(next), workedOn: false }),
  );
  const moved = difference.moved.map(({ old, next }) =>
    lineOf(next, after, { change: 'moved', before: dueOf(old), after: dueOf(next), workedOn: old.workedOn }),
  );
  const day = (line: DifferenceLine) => line.after ?? line.before ?? '';
  return [...gone, ...made, ...moved].sort((a, b) => day(a).localeCompare(day(b)));
}

function lineOf(
  { dutyId, clause, action }: Pick<Occurrence, 'dutyId' | 'clause' | 'action'>,
  rulebook: Rulebook,
  change: Pick<DifferenceLine, 'change' | 'before' | 'after' | 'workedOn'>,
): DifferenceLine {
  return { dutyId, clause, title: titleOf(dutyId, rulebook), action: { ...action }, ...change };
}

const dueOf = ({ dueAt, dueOn }: Pick<Occurrence, 'dueAt' | 'dueOn'> | RecordedOccurrence): string | null =>
  dueAt ?? dueOn;
