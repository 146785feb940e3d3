import { Bilingual, EVIDENCE_FORMS, WORK_MOVES, WORK_STATES } from '@zhengqi/obligations';
import { z } from 'zod';
import { FileId, OccurrenceId, UserId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonHereView } from '../people-here.ts';
import { PersonView } from '../people.ts';

export const WorkState = z.enum(WORK_STATES);
const Reason = z.string().trim().min(1).max(1000);
const Note = z.string().trim().max(1000).optional();
const Moment = z.iso.datetime({ offset: true });
const ReceiptNumber = z.string().trim().min(1).max(100);
export const EvidenceKind = z.string().trim().min(1).max(200);
const SignedText = z.string().trim().min(1).max(4000);

/** The item, and the version of it that the caller saw. */
const Item = z.strictObject({ occurrenceId: OccurrenceId, version: z.int().min(1) });

export const PrepareInput = Item.extend({ note: Note });
export const AssignInput = Item.extend({ assigneeId: UserId.nullable(), note: Note });

/** What the authority gave: a number, a file, or both; or why it gave nothing. */
const ReceiptInput = z.strictObject({
  number: ReceiptNumber.optional(),
  fileId: FileId.optional(),
  /** Kind of evidence that the file is, by its Chinese words. */
  evidenceKind: EvidenceKind.optional(),
  noneReason: Reason.optional(),
});
export const SubmitInput = Item.extend({
  submittedOn: Day,
  /** With a clock of hours. */
  submittedAt: Moment.optional(),
  /** Who filed it; the caller, when it is left out. A program must name somebody. */
  submittedBy: UserId.optional(),
  receipt: ReceiptInput,
  note: Note,
});
export const RecordReceiptInput = Item.extend({
  number: ReceiptNumber.optional(),
  fileId: FileId.optional(),
  evidenceKind: EvidenceKind.optional(),
  receivedOn: Day,
});
export const CloseInput = Item.extend({ doneOn: Day.optional(), doneAt: Moment.optional(), note: Note });
export const ReopenInput = Item.extend({ reason: Reason });
export const RequestWaiverInput = Item.extend({ reason: Reason });
export const WithdrawWaiverInput = Item;
export const DecideWaiverInput = Item.extend({ approve: z.boolean(), reason: Reason.optional() });
export const StateMissedInput = Item.extend({ reason: Reason });
export const Verdict = z.enum(['complies', 'partly', 'does-not-comply']);
export const SignInput = Item.extend({
  verdict: Verdict,
  text: SignedText,
  /** Post of the person in the company. */
  post: z.string().trim().min(1).max(50),
});

/** How the item stands after a move. */
export const WorkResult = z.strictObject({
  occurrenceId: z.string(),
  version: z.int(),
  workState: WorkState,
  daysLate: z.int().nullable(),
  minutesLate: z.int().nullable(),
  missed: z.boolean(),
});
export type WorkResult = z.infer<typeof WorkResult>;

const Items = z.array(Item).min(1).max(100);
export const AssignManyInput = z.strictObject({ items: Items, assigneeId: UserId.nullable(), note: Note });
export const CloseManyInput = z.strictObject({ items: Items, doneOn: Day.optional(), note: Note });
/** One line for each item, in the order given. */
export const ManyResult = z.strictObject({
  results: z.array(
    z.strictObject({
      occurrenceId: z.string(),
      ok: z.boolean(),
      version: z.int().nullable(),
      error: z
        .strictObject({
          code: z.string(),
          message: Bilingual,
          fields: z.array(z.strictObject({ path: z.string(), message: Bilingual })),
        })
        .nullable(),
    }),
  ),
});
export type ManyResult = z.infer<typeof ManyResult>;

export const PeopleHereInput = z.strictObject({});
export const PeopleHereList = z.strictObject({ items: z.array(PersonHereView) });

export const ItemInput = z.strictObject({ occurrenceId: OccurrenceId });
export const ItemHistoryInput = ItemInput.extend({ cursor: Cursor, limit: Limit });
export const ItemHistory = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      by: PersonView,
      byKind: z.enum(['user', 'api-key', 'system']),
      move: z.string(),
      name: Bilingual,
      stateBefore: WorkState,
      stateAfter: WorkState,
      version: z.int(),
      /** What the move said; ids of people as everywhere. */
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const EvidenceView = z.strictObject({
  id: z.string(),
  occurrenceId: z.string(),
  form: z.enum(EVIDENCE_FORMS),
  kind: z.string().nullable(),
  kindLabel: Bilingual.nullable(),
  file: z
    .strictObject({
      fileId: z.string(),
      name: z.string(),
      mediaType: z.string(),
      sizeBytes: z.int(),
      sha256: z.string(),
    })
    .nullable(),
  url: z.string().nullable(),
  note: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  addedBy: PersonView,
  addedAt: z.string(),
  withdrawn: z.strictObject({ at: z.string(), by: PersonView, reason: z.string() }).nullable(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

export const StatementView = z.strictObject({
  id: z.string(),
  verdict: Verdict,
  text: z.string(),
  post: z.string(),
  signedBy: PersonView,
  signedAs: z.string(),
  signedOn: z.string(),
  signedAt: z.string(),
  ruleVersion: z.string(),
  /** Evidence as it lay before whoever signed. */
  evidence: z.array(
    z.strictObject({
      evidenceId: z.string(),
      form: z.string(),
      kind: z.string().nullable(),
      sha256: z.string().nullable(),
      note: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
});

/** Everything about the work on one item. */
export const WorkView = z.strictObject({
  occurrenceId: z.string(),
  version: z.int(),
  workState: WorkState,
  isReview: z.boolean(),
  assignee: PersonView,
  /** Every move, and whether the caller may make it now; if not, why. */
  moves: z.array(
    z.strictObject({ move: z.enum(WORK_MOVES), name: Bilingual, allowed: z.boolean(), why: Bilingual.nullable() }),
  ),
  requiredEvidence: z.array(
    z.strictObject({
      kind: z.string(),
      label: Bilingual,
      /** For something done today, or on the day it was filed or done. */
      state: z.enum(['covered', 'not-applicable', 'missing', 'not-valid']),
    }),
  ),
  evidence: z.array(EvidenceView),
  receipts: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string().nullable(),
      fileId: z.string().nullable(),
      receivedOn: z.string(),
      noneReason: z.string().nullable(),
      by: PersonView,
      at: z.string(),
    }),
  ),
  waivers: z.array(
    z.strictObject({
      id: z.string(),
      reason: z.string(),
      requestedBy: PersonView,
      requestedAt: z.string(),
      decision: z.enum(['approved', 'refused', 'withdrawn']).nullable(),
      decidedBy: PersonView,
      decidedAt: z.string().nullable(),
      decisionReason: z.string().nullable(),
    }),
  ),
  statements: z.array(StatementView),
  submitted: z.strictObject({ on: z.string(), by: PersonView }).nullable(),
  closedAt: z.string().nullable(),
  doneOn: z.string().nullable(),
  daysLate: z.int().nullable(),
  minutesLate: z.int().nullable(),
  missed: z.boolean(),
});
export type WorkView = z.infer<typeof WorkView>;
