import { Bilingual, DueRule, Duty, Law, Mark } from '@zhengqi/obligations';
import { z } from 'zod';
import { LicenceId, OccurrenceId, UserId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { ChangeKind, RunView } from '../schedule/schemas.ts';
import { WorkState } from '../item-work/schemas.ts';

export const Status = z.enum(['upcoming', 'open', 'past-no-evidence', 'at-once', 'uncertain']);

/** `me`, `none`, or somebody's id. */
const Assignee = z
  .string()
  .regex(/^(me|none|usr_[0-9a-f]{32})$/)
  .transform((text) => (text === 'me' || text === 'none' ? text : UserId.parse(text)));

/** Filters of the list; the numbers of `counts` and the year view take the same. */
export const OccurrenceFilter = z.strictObject({
  licenceId: LicenceId.optional(),
  status: z.array(Status).max(5).optional(),
  /** A clause with its letter (`12b`), a whole provision (`12`), or other law (`X3`). */
  clause: z.string().trim().max(20).optional(),
  dutyId: z.string().max(100).optional(),
  /** First and last day of the date that the list is sorted by. */
  from: Day.optional(),
  to: Day.optional(),
  /** Words in the action, the clause or the title of the duty. */
  search: z.string().trim().max(100).optional(),
  provisional: z.boolean().optional(),
  assignee: Assignee.optional(),
  /** Without it, a filter by `status` lists what is still to do: something filed or closed is not "past without evidence". */
  workState: z.array(WorkState).max(5).optional(),
  /** Still to do although its limit has passed; `mark` says whether that is a limit of law. */
  overdue: z.boolean().optional(),
  /** Waits for the second person of a waiver. */
  waiverPending: z.boolean().optional(),
  hasEvidence: z.boolean().optional(),
  /** Missed by a limit of law. */
  missed: z.boolean().optional(),
  /** Items that review standing duties, or all others. */
  review: z.boolean().optional(),
  /** Items that no rule asks for any more; those that somebody has worked on are always shown. */
  removed: z.enum(['exclude', 'include', 'only']).default('exclude'),
});
export type OccurrenceFilter = z.infer<typeof OccurrenceFilter>;

export const OccurrenceRow = z.strictObject({
  id: z.string(),
  key: z.string(),
  licenceIds: z.array(z.string()),
  dutyId: z.string(),
  dueRuleId: z.string(),
  clause: z.string(),
  title: Bilingual,
  action: Bilingual,
  applies: z.enum(['yes', 'unknown']),
  opensOn: z.string().nullable(),
  nominalOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  actBy: z.string().nullable(),
  provisional: z.boolean(),
  provisionalFields: z.array(z.enum(['dueOn', 'actBy'])),
  status: Status,
  mark: Mark,
  workState: WorkState,
  /** Goes with every move, so that two people do not write over each other. */
  version: z.int(),
  assignee: PersonView,
  /** When anybody last did anything about it. */
  workedAt: z.string().nullable(),
  submittedOn: z.string().nullable(),
  closedAt: z.string().nullable(),
  doneOn: z.string().nullable(),
  daysLate: z.int().nullable(),
  minutesLate: z.int().nullable(),
  missed: z.boolean(),
  overdue: z.boolean(),
  waiverPending: z.boolean(),
  evidenceCount: z.int(),
  isReview: z.boolean(),
  /** To the due date; negative when it is past; null when there is none. */
  daysLeft: z.int().nullable(),
  ruleVersion: z.string(),
  sortOn: z.string(),
  /** Since when no rule asks for it any more. */
  removedAt: z.string().nullable(),
});
export type OccurrenceRow = z.infer<typeof OccurrenceRow>;

/** By the date of the list; `-dueOn`: latest first. */
const Sort = z.enum(['dueOn', '-dueOn']);
export const ListOccurrencesInput = OccurrenceFilter.extend({
  sort: Sort.default('dueOn'),
  cursor: Cursor,
  limit: Limit,
});
export const OccurrencePage = z.strictObject({ items: z.array(OccurrenceRow), nextCursor: z.string().nullable() });

export const OccurrenceCounts = z.strictObject({
  byStatus: z.record(Status, z.int()),
  byWorkState: z.record(WorkState, z.int()),
  overdue: z.int(),
  waiverPending: z.int(),
  /** Still to do and given to nobody. */
  unassigned: z.int(),
  /** Still to do and given to the caller. */
  mine: z.int(),
  total: z.int(),
});

export const GetOccurrenceInput = z.strictObject({ occurrenceId: OccurrenceId });
/** A step as counted (see the calendar of the domain) with its sentence. */
const StepView = z.strictObject({
  step: z.looseObject({ rule: z.string(), op: z.string(), mark: z.string() }),
  text: Bilingual,
});
const DatesView = z.strictObject({
  opensOn: z.string().nullable(),
  nominalOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  actBy: z.string().nullable(),
  ruleVersion: z.string(),
  derivation: z.array(StepView),
});
export const OccurrenceDetail = OccurrenceRow.extend({
  anchor: z.strictObject({ what: Bilingual, on: z.string() }),
  derivation: z.array(StepView),
  /** Keys of the questions that decide whether it is owed. */
  asks: z.array(z.string()),
  /** Null when the rulebook in force no longer has the duty. */
  duty: Duty.nullable(),
  dueRule: DueRule.nullable(),
  laws: z.array(Law),
  /** Words of the licence itself, when the document was read. */
  provisionText: z.string().nullable(),
  /** Issuing authorities of the licences it follows from. */
  authorities: z.array(z.string()),
  firstSeenAt: z.string(),
  history: z.array(
    z.strictObject({
      at: z.string(),
      runId: z.string(),
      reason: RunView.shape.reason,
      change: ChangeKind,
      before: DatesView.nullable(),
      after: DatesView.nullable(),
    }),
  ),
});

export const YearInput = z.strictObject({
  licenceId: LicenceId.optional(),
  year: z.int().min(2000).max(2100),
});
export const YearView = z.strictObject({
  year: z.int(),
  items: z.array(OccurrenceRow),
  restDays: z.array(
    z.strictObject({
      on: z.string(),
      until: z.string().optional(),
      kind: z.enum(['holiday', 'make-up', 'weekend']),
      name: z.string(),
    }),
  ),
  /** Days settled by published notices; outside it holidays are not known. */
  coverage: z.strictObject({ from: z.string(), to: z.string() }),
});
