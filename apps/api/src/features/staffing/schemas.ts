import { Bilingual, Mark, ParameterKey, SourceReference } from '@zhengqi/obligations';
import { z } from 'zod';
import { LicenceId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { PersonView } from '../people.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';

const Outcome = z.enum(['met', 'short', 'unknown', 'does-not-apply']);
const Somebody = z.strictObject({ id: z.string(), name: z.string() });

/** What has to be answered or recorded before a result is more than unknown. */
const Ask = z.strictObject({
  kind: z.enum(['fact', 'record', 'event']),
  /** Key of a fact, list of the roster, or kind of event. */
  key: z.string(),
  question: Bilingual,
  /** Whose record it is, where it is about one person. */
  person: Somebody.nullable(),
});

const found = {
  outcome: Outcome,
  /** People or records missing; 0 unless short. */
  shortBy: z.int(),
  /** Whether what decides is law that was read (V, E). Practice, memory and our own rules never are. */
  asLaw: z.boolean(),
  because: Bilingual,
  asks: z.array(Ask),
  coveredBy: z.array(Somebody),
};

export const StaffingResultView = z.strictObject({
  /** `S1` to `S25`. */
  check: z.string(),
  title: Bilingual,
  clause: z.string().nullable(),
  dutyId: z.string().nullable(),
  /** Prefix of the province; null for the company as a whole. */
  province: z.string().nullable(),
  mark: Mark.nullable(),
  ...found,
  requirements: z.array(
    z.strictObject({ id: z.string(), text: Bilingual, mark: Mark, sources: z.array(SourceReference), ...found }),
  ),
});

export const CheckStaffingInput = z.strictObject({
  /** Without it, each licence of the company. */
  licenceId: LicenceId.optional(),
  /** Any day, past or to come; without it today. */
  on: Day.optional(),
  /** With the roster, facts, events and parameters as they were recorded at the end of this day. */
  knownOn: Day.optional(),
});
export const StaffingCheckOutput = z.strictObject({
  on: z.string(),
  knownOn: z.string().nullable(),
  /** False: nothing is recorded of any person, and no list is said to be complete. */
  hasRoster: z.boolean(),
  licences: z.array(
    z.strictObject({
      licenceId: z.string(),
      number: z.string().nullable(),
      counts: z.strictObject({ met: z.int(), short: z.int(), unknown: z.int(), doesNotApply: z.int() }),
      results: z.array(StaffingResultView),
    }),
  ),
});

export const StaffingGapsInput = z.strictObject({
  licenceId: LicenceId.optional(),
  /** Last day looked at; without it a year from today. At most three years. */
  until: Day.optional(),
});
export const StaffingGapView = z.strictObject({
  /** Natural key of the item that it opens. */
  key: z.string(),
  check: z.string(),
  clause: z.string().nullable(),
  dutyId: z.string().nullable(),
  province: z.string().nullable(),
  title: Bilingual,
  from: z.string(),
  /** Last day of it as far as the records go; null: still there at the end of the time looked at. */
  to: z.string().nullable(),
  shortBy: z.int(),
  worst: z.int(),
  mark: Mark.nullable(),
  asLaw: z.boolean(),
  because: Bilingual,
  causes: z.array(
    z.strictObject({ kind: z.string(), text: Bilingual, recordId: z.string().nullable(), person: Somebody.nullable() }),
  ),
  /** When to have filled it: our own proposal (`dueMark`), never a legal limit. */
  dueOn: z.string(),
  actBy: z.string(),
  dueMark: Mark,
  provisional: z.boolean(),
  licenceIds: z.array(z.string()),
  /** The item, when it is open already. */
  occurrenceId: z.string().nullable(),
});
export const StaffingGapsOutput = z.strictObject({
  asOf: z.string(),
  until: z.string(),
  items: z.array(StaffingGapView),
});

export const ParametersInput = z.strictObject({});
const Chosen = z.strictObject({
  province: z.string().nullable(),
  value: z.int(),
  source: SourceReference,
  setBy: z.enum(['company', 'consultancy']),
  by: PersonView,
  recordedAt: z.string(),
});
export const StaffingParameters = z.strictObject({
  items: z.array(
    z.strictObject({
      key: ParameterKey,
      label: Bilingual,
      default: z.strictObject({ value: z.int(), source: SourceReference }),
      /** What was set instead, for all provinces (`province` null) or for one. The company's counts before the consultancy's. */
      set: z.array(Chosen),
    }),
  ),
});

const Province = z.string().min(1).max(4).nullable();
export const SetParameterInput = z.strictObject({
  key: ParameterKey,
  /** Prefix of the province; null for all without a number of their own. */
  province: Province,
  value: z.int().min(0).max(100_000),
  /** Where the number comes from. A law of the register, or `own-rule` with a note that names the paper or reason. */
  source: SourceReference,
});
export const ResetParameterInput = z.strictObject({ key: ParameterKey, province: Province });
export const ParameterOutput = z.strictObject({ changed: z.boolean(), schedule: ScheduleDifference });
