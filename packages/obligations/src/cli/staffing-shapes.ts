import { z } from 'zod';
import { Mark, SourceReference } from '../rulebook/index.ts';
import { Roster, StaffingParameter } from '../staffing/index.ts';
import { Bilingual } from '../text/bilingual.ts';
import { CivilDateText } from '../text/civil-date-text.ts';

const OutcomeShape = z.enum(['met', 'short', 'unknown', 'does-not-apply']);

const AskShape = z.strictObject({
  kind: z.enum(['fact', 'record', 'event']),
  key: z.string(),
  personId: z.string().nullable(),
  question: Bilingual,
});

const RequirementShape = z.strictObject({
  id: z.string(),
  text: Bilingual,
  outcome: OutcomeShape,
  shortBy: z.int().min(0),
  mark: Mark,
  asLaw: z.boolean(),
  sources: z.array(SourceReference),
  because: Bilingual,
  asks: z.array(AskShape),
  coveredBy: z.array(z.string()),
});

const ResultShape = z.strictObject({
  check: z.string(),
  title: Bilingual,
  clause: z.string().nullable(),
  dutyId: z.string().nullable(),
  province: z.string().nullable(),
  outcome: OutcomeShape,
  shortBy: z.int().min(0),
  mark: Mark.nullable(),
  asLaw: z.boolean(),
  because: Bilingual,
  asks: z.array(AskShape),
  coveredBy: z.array(z.string()),
  requirements: z.array(RequirementShape),
});

const GapShape = z.strictObject({
  key: z.string(),
  check: z.string(),
  clause: z.string().nullable(),
  dutyId: z.string().nullable(),
  province: z.string().nullable(),
  title: Bilingual,
  from: CivilDateText,
  to: CivilDateText.nullable(),
  shortBy: z.int().min(1),
  worst: z.int().min(1),
  mark: Mark.nullable(),
  asLaw: z.boolean(),
  because: Bilingual,
  causes: z.array(
    z.strictObject({
      kind: z.string(),
      recordId: z.string().nullable(),
      personId: z.string().nullable(),
      text: Bilingual,
    }),
  ),
  dueMark: Mark,
  dueOn: CivilDateText,
  actBy: CivilDateText,
  provisional: z.boolean(),
});

/** `staffing`: the checks of a day, and the gaps of a time when `--until` is given. */
export const StaffingShape = z.strictObject({
  on: CivilDateText,
  licence: z.string().nullable(),
  results: z.array(ResultShape),
  gaps: z.array(GapShape).nullable(),
});

/** The roster that `staffing` reads. A list that is left out is empty. */
export const RosterShape = Roster.partial();

/** `--parameters`: numbers of one's own, each with its source. */
export const ParametersShape = z.array(StaffingParameter);
