import type { RequirementResult, StaffingAsk, StaffingGap, StaffingResult } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { StaffingGapView, StaffingResultView } from './schemas.ts';

type View = z.infer<typeof StaffingResultView>;
type Names = ReadonlyMap<string, string>;

/** A result with the names of the people in it. */
export function resultView(result: StaffingResult, names: Names): View {
  const { check, title, clause, dutyId, province, mark } = result;
  return {
    check,
    title,
    clause,
    dutyId,
    province,
    mark,
    ...foundView(result, names),
    requirements: result.requirements.map((requirement) => {
      const { id, text, mark: ownMark, sources } = requirement;
      return { id, text, mark: ownMark, sources: [...sources], ...foundView(requirement, names) };
    }),
  };
}

function foundView(
  { outcome, shortBy, asLaw, because, asks, coveredBy }: StaffingResult | RequirementResult,
  names: Names,
) {
  return {
    outcome,
    shortBy,
    asLaw,
    because,
    asks: asks.map((ask) => askView(ask, names)),
    coveredBy: coveredBy.map((id) => somebody(id, names)),
  };
}

function askView({ kind, key, question, personId }: StaffingAsk, names: Names): View['asks'][number] {
  return { kind, key, question, person: personId === null ? null : somebody(personId, names) };
}

function somebody(id: string, names: Names): { id: string; name: string } {
  return { id, name: names.get(id) ?? '' };
}

/** A gap with the names of the people whom it comes from. */
export function gapView(
  gap: StaffingGap,
  names: Names,
  more: { licenceIds: string[]; occurrenceId: string | null },
): z.infer<typeof StaffingGapView> {
  const { key, check, clause, dutyId, province, title, from, to, shortBy, worst, mark, asLaw, because, due, dueMark } =
    gap;
  return {
    key,
    check,
    clause,
    dutyId,
    province,
    title,
    from,
    to,
    shortBy,
    worst,
    mark,
    asLaw,
    because,
    causes: gap.causes.map(({ kind, text, recordId, personId }) => {
      return { kind, text, recordId, person: personId === null ? null : somebody(personId, names) };
    }),
    dueOn: due.dueOn,
    actBy: due.actBy,
    dueMark,
    provisional: due.provisional,
    ...more,
  };
}
