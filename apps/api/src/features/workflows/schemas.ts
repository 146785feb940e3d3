import { Bilingual, Finding, Licence, Mark, MoveData, WorkflowKind } from '@zhengqi/obligations';
import { z } from 'zod';
import { EventId, FileId, LicenceId, OccurrenceId, UserId, WorkflowId } from '../../db/ids.ts';
import { DocumentInput } from '../licences/schemas.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';
import { WorkState } from '../item-work/schemas.ts';

export const StateKind = z.enum([
  'start',
  'ongoing',
  'waiting-for-us',
  'waiting-for-authority',
  'waiting-for-client',
  'ended-good',
  'ended-bad',
]);
/** Who has the next step. */
export const WaitsOn = z.enum(['us', 'client', 'authority', 'nobody']);

/** What a piece of work hangs on, as callers write it. */
export const Subject = z.strictObject({
  type: z.enum(['licence', 'event', 'network-unit']),
  id: z.string().min(1).max(200),
});
const SubjectView = Subject.extend({ label: z.string() });
const Reason = z.string().trim().min(1).max(1000);
/** A program names the person who acts. A person acts for themselves. */
const By = UserId.optional();

/** The work, and the version of it that the caller saw. */
const Seen = z.strictObject({ workflowId: WorkflowId, version: z.int().min(1) });

/** Tables of the domain, as they are: plain data. */
const TableOf = z.looseObject({ kind: z.string(), name: Bilingual });
export const Catalogue = z.strictObject({ version: z.string(), items: z.array(TableOf) });

export const OffersInput = z.strictObject({
  occurrenceId: OccurrenceId.optional(),
  licenceId: LicenceId.optional(),
  eventId: EventId.optional(),
});
const Fields = z.record(z.string(), z.looseObject({ label: Bilingual, type: z.string(), required: z.boolean() }));
export const Offers = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: WorkflowKind,
      name: Bilingual,
      subject: SubjectView,
      eventId: z.string().nullable(),
      occurrenceIds: z.array(z.string()),
      /** What is known of the opening already. */
      data: MoveData,
      fields: Fields,
      /** The same work, when it is running. */
      running: z.string().nullable(),
    }),
  ),
});

export const ListWorkflowsInput = z.strictObject({
  kind: WorkflowKind.optional(),
  licenceId: LicenceId.optional(),
  occurrenceId: OccurrenceId.optional(),
  eventId: EventId.optional(),
  open: z.boolean().optional(),
  responsible: z
    .string()
    .regex(/^(me|none|usr_[0-9a-f]{32})$/)
    .transform((text) => (text === 'me' || text === 'none' ? text : UserId.parse(text)))
    .optional(),
  waitsOn: WaitsOn.optional(),
  cursor: Cursor,
  limit: Limit,
});
export type ListWorkflowsInput = z.output<typeof ListWorkflowsInput>;

export const WorkflowRow = z.strictObject({
  id: z.string(),
  version: z.int(),
  kind: z.string(),
  name: Bilingual,
  subject: SubjectView,
  licenceId: z.string().nullable(),
  eventId: z.string().nullable(),
  year: z.int().nullable(),
  state: z.string(),
  stateName: Bilingual,
  stateKind: StateKind,
  waitsOn: WaitsOn,
  since: z.string(),
  responsible: PersonView,
  startedAt: z.string(),
  startedBy: PersonView,
  endedAt: z.string().nullable(),
  /** A new certificate is out, and the register waits for it. */
  asksNewLicence: z.boolean(),
  /** Earliest date of a linked item still to do. */
  dueOn: z.string().nullable(),
  daysLeft: z.int().nullable(),
});
export type WorkflowRow = z.infer<typeof WorkflowRow>;
export const WorkflowPage = z.strictObject({ items: z.array(WorkflowRow), nextCursor: z.string().nullable() });

export const GetWorkflowInput = z.strictObject({ workflowId: WorkflowId });

const Source = z.looseObject({ law: z.string() });
const MarkedNote = z.strictObject({ text: Bilingual, mark: Mark, sources: z.array(Source).optional() });
const Refusal = z.strictObject({ code: z.string(), at: z.string(), message: Bilingual });
export const MaterialStatus = z.enum(['missing', 'asked', 'received', 'checked', 'not-needed']);
const MaterialLine = z.looseObject({
  id: z.string(),
  name: Bilingual,
  mark: Mark,
  status: MaterialStatus,
  /** 0: nobody has touched it yet. */
  version: z.int(),
  file: z.strictObject({ fileId: z.string(), name: z.string() }).nullable(),
  note: z.string().nullable(),
  by: PersonView,
  at: z.string().nullable(),
});
export const Materials = z.strictObject({
  act: z.string(),
  province: z.string().nullable(),
  items: z.array(MaterialLine),
  leftOut: z.array(z.looseObject({ by: z.string() })),
  notes: z.array(MarkedNote),
  phone: z.string().nullable(),
  missing: z.int(),
});
export type Materials = z.infer<typeof Materials>;

export const WorkflowDetail = WorkflowRow.extend({
  tablesVersion: z.string(),
  stateNotes: z.array(MarkedNote),
  /** Latest value of each field. */
  values: MoveData,
  /** The moves from the present state, and what stands against each whatever its data. */
  moves: z.array(
    z.strictObject({
      id: z.string(),
      name: Bilingual,
      by: z.enum(['applicant', 'authority', 'system']),
      to: z.string(),
      fields: Fields,
      notes: z.array(MarkedNote),
      blockedBy: z.array(Refusal),
    }),
  ),
  canTakeBack: z.strictObject({ seq: z.int(), move: z.string(), name: Bilingual }).nullable(),
  /** As the domain gives them, the most urgent first, each step of the count also in words. */
  clocks: z.array(z.looseObject({ id: z.string(), name: Bilingual, steps: z.array(Bilingual) })),
  materials: Materials.nullable(),
  occurrences: z.array(
    z.strictObject({
      occurrenceId: z.string(),
      dutyId: z.string(),
      clause: z.string(),
      title: Bilingual,
      action: Bilingual,
      dueOn: z.string().nullable(),
      dueAt: z.string().nullable(),
      workState: WorkState,
      done: z.boolean(),
    }),
  ),
  receipts: z.array(z.looseObject({ move: z.string(), seq: z.int() })),
  breaches: z.array(z.looseObject({ seq: z.int(), text: Bilingual })),
  log: z.array(
    z.strictObject({
      seq: z.int(),
      move: z.string(),
      name: Bilingual,
      by: PersonView,
      at: z.string(),
      data: MoveData,
      takesBack: z.int().nullable(),
      takenBack: z.boolean(),
    }),
  ),
  /** Names of the files that the log speaks of, by id. */
  files: z.record(z.string(), z.string()),
});
export type WorkflowDetail = z.infer<typeof WorkflowDetail>;

export const StartInput = z.strictObject({
  kind: WorkflowKind,
  subject: Subject,
  /** The event it follows from, when it hangs on a licence. */
  eventId: EventId.optional(),
  /** Items it serves besides those found by its subject. */
  occurrenceIds: z.array(OccurrenceId).max(50).default([]),
  data: MoveData.default({}),
  responsibleId: UserId.nullish(),
  by: By,
});
export const MoveInput = Seen.extend({ move: z.string().min(1).max(100), data: MoveData.default({}), by: By });
export const TakeBackInput = Seen.extend({ reason: Reason, by: By });

/** What became of an item that the work serves. */
export const ItemOutcome = z.strictObject({
  occurrenceId: z.string(),
  workState: WorkState,
  /** Done by this piece of work. */
  done: z.boolean(),
  /** What still stands against closing it, or what a person has to do. */
  note: Bilingual.nullable(),
});
export type ItemOutcome = z.infer<typeof ItemOutcome>;
export const WorkflowResult = z.strictObject({
  workflowId: z.string(),
  version: z.int(),
  state: z.string(),
  stateKind: StateKind,
  asksNewLicence: z.boolean(),
  items: z.array(ItemOutcome),
  /** Trigger events that the move recorded. */
  events: z.array(z.string()),
});
export type WorkflowResult = z.infer<typeof WorkflowResult>;

export const AssignWorkflowInput = Seen.extend({ responsibleId: UserId.nullable() });
export const AssignWorkflowOutput = z.strictObject({ workflowId: z.string(), version: z.int() });

export const SetMaterialsInput = z.strictObject({
  workflowId: WorkflowId,
  items: z
    .array(
      z.strictObject({
        materialId: z.string().min(1).max(100),
        /** Of the line as the caller saw it. */
        version: z.int().min(0),
        status: MaterialStatus,
        fileId: FileId.nullish(),
        note: z.string().trim().max(2000).nullish(),
      }),
    )
    .min(1)
    .max(50),
});
export const SetMaterialsOutput = z.strictObject({
  workflowId: z.string(),
  items: z.array(z.strictObject({ materialId: z.string(), version: z.int(), status: MaterialStatus })),
  missing: z.int(),
});

export const ReplaceLicenceInput = Seen.extend({
  licenceVersion: z.int().min(1),
  document: DocumentInput.nullable(),
  licence: Licence,
});
export const ReplaceLicenceOutput = z.strictObject({
  workflowId: z.string(),
  version: z.int(),
  licenceId: z.string(),
  licenceVersion: z.int(),
  changed: z.array(z.string()),
  warnings: z.array(Finding),
  schedule: ScheduleDifference,
});
