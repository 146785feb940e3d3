import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { MailAddress } from '../../auth/mail-address.ts';
import { FileId, OccurrenceId, OrganisationId, RequestId, RequestThingId, WorkflowId } from '../../db/ids.ts';
import { MailLanguage } from '../../mail/templates.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { EvidenceKind } from '../item-work/schemas.ts';

export const RequestState = z.enum(['open', 'answered', 'done', 'withdrawn']);
export type RequestState = z.infer<typeof RequestState>;
export const ThingState = z.enum(['wanted', 'answered', 'refused', 'sent-back', 'accepted', 'dropped']);
export type ThingState = z.infer<typeof ThingState>;
const ThingForm = z.enum(['file', 'text', 'either']);
const Title = z.string().trim().min(1).max(200);
const Message = z.string().trim().min(1).max(4000);
const Reason = z.string().trim().min(1).max(1000);
const Version = z.int().min(1);
/** How many days a link is good. */
const Days = z.int().min(1).max(30);

const WantedThing = z.strictObject({
  label: z.string().trim().min(1).max(200),
  hint: z.string().trim().min(1).max(1000).nullish(),
  form: ThingForm,
  /** Kind of evidence that it becomes, by its Chinese words; only of a request about an item. */
  evidenceKind: EvidenceKind.nullish(),
  materialId: z.string().trim().min(1).max(100).nullish(),
});
export type WantedThing = z.output<typeof WantedThing>;
const Wanted = z.array(WantedThing).min(1).max(30);

export const AskInput = z.strictObject({
  title: Title,
  message: Message.nullish(),
  dueOn: Day,
  occurrenceId: OccurrenceId.nullish(),
  workflowId: WorkflowId.nullish(),
  wanted: Wanted,
});
export const AskOutput = z.strictObject({ requestId: z.string(), version: z.int(), told: z.int() });

export const AskClientsInput = z.strictObject({
  /** Chosen by the caller: the same one again makes nothing new. */
  batchId: z.uuid(),
  organisationIds: z.array(OrganisationId).min(1).max(100),
  title: Title,
  message: Message.nullish(),
  dueOn: Day,
  wanted: Wanted,
  linkDays: Days.nullish(),
});
export const AskClientsOutput = z.strictObject({
  results: z.array(
    z.strictObject({
      organisationId: z.string(),
      ok: z.boolean(),
      requestId: z.string().nullable(),
      told: z.int(),
      /** Page of the link with its token, when one was made by this call. It is never shown again. */
      path: z.string().nullable(),
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
export type AskClientsOutput = z.infer<typeof AskClientsOutput>;

const RequestRef = z.strictObject({ requestId: RequestId, version: Version });
export const ChangeRequestInput = RequestRef.extend({
  title: Title.optional(),
  message: Message.nullable().optional(),
  dueOn: Day.optional(),
});
export const WithdrawRequestInput = RequestRef.extend({ reason: Reason });

/** What is given for one thing: files, words, or why it is not given. */
export const Answer = z.strictObject({
  itemId: RequestThingId,
  fileIds: z.array(FileId).min(1).max(20).optional(),
  text: z.string().trim().min(1).max(4000).optional(),
  refusal: Reason.optional(),
});
export type Answer = z.output<typeof Answer>;
const Answers = z.array(Answer).min(1).max(30);
/** Who answers, as they call themselves. */
const SignedAs = z.string().trim().min(1).max(50).optional();
export const AnswerRequestInput = RequestRef.extend({ answers: Answers, signedAs: SignedAs });

const reviewed = <Shape extends z.ZodRawShape>(shape: Shape) =>
  RequestRef.extend({
    items: z
      .array(z.strictObject({ itemId: RequestThingId, ...shape }))
      .min(1)
      .max(30),
  });
export const AcceptInput = reviewed({ evidenceKind: EvidenceKind.nullable().optional() });
export const SendBackInput = reviewed({ reason: Reason });
export const DropInput = reviewed({ reason: Reason });

export const Moved = z.strictObject({
  requestId: z.string(),
  version: z.int(),
  state: RequestState,
  items: z.array(z.strictObject({ itemId: z.string(), state: ThingState })),
});
export type Moved = z.infer<typeof Moved>;
export const Accepted = Moved.extend({ evidence: z.array(z.string()) });

export const MakeLinkInput = z.strictObject({ requestId: RequestId, days: Days });
export const LinkMade = z.strictObject({
  linkId: z.string(),
  token: z.string(),
  path: z.string(),
  expiresAt: z.string(),
});
export const SendLinkInput = MakeLinkInput.extend({ email: MailAddress, language: MailLanguage });
export const LinkSent = z.strictObject({ linkId: z.string(), expiresAt: z.string() });
export const RevokeLinkInput = z.strictObject({ requestId: RequestId });
export const LinkRevoked = z.strictObject({ revoked: z.boolean() });

export const ListRequestsInput = z.strictObject({
  state: z.array(RequestState).min(1).optional(),
  occurrenceId: OccurrenceId.optional(),
  workflowId: WorkflowId.optional(),
  overdue: z.literal(true).optional(),
  cursor: Cursor,
  limit: Limit,
});
export type ListRequestsInput = z.output<typeof ListRequestsInput>;

export const RequestRow = z.strictObject({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  state: RequestState,
  dueOn: z.string(),
  overdue: z.boolean(),
  daysLeft: z.int(),
  occurrence: z.strictObject({ id: z.string(), title: Bilingual, dueOn: z.string().nullable() }).nullable(),
  workflowId: z.string().nullable(),
  askedBy: PersonView,
  /** Name of the organisation on whose behalf it was asked. */
  askedFor: z.string(),
  createdAt: z.string(),
  answeredAt: z.string().nullable(),
  counts: z.strictObject({ total: z.int(), toGive: z.int(), toReview: z.int(), accepted: z.int() }),
  link: z.strictObject({ linkId: z.string(), expiresAt: z.string(), live: z.boolean() }).nullable(),
});
export type RequestRow = z.infer<typeof RequestRow>;
export const RequestPage = z.strictObject({ items: z.array(RequestRow), nextCursor: z.string().nullable() });

export const RequestCountsInput = z.strictObject({});
export const RequestCounts = z.strictObject({ open: z.int(), answered: z.int(), overdue: z.int() });

const ActorKind = z.enum(['user', 'api-key', 'link', 'system']);
const AnswerForm = z.enum(['file', 'text', 'refusal']);
export const GetRequestInput = z.strictObject({ requestId: RequestId });
export const RequestDetail = RequestRow.extend({
  message: z.string().nullable(),
  things: z.array(
    z.strictObject({
      itemId: z.string(),
      label: z.string(),
      hint: z.string().nullable(),
      form: ThingForm,
      evidenceKind: z.string().nullable(),
      materialId: z.string().nullable(),
      state: ThingState,
      reason: z.string().nullable(),
      answers: z.array(
        z.strictObject({
          id: z.string(),
          batch: z.int(),
          /** Of the newest batch; older ones do not count any more. */
          current: z.boolean(),
          at: z.string(),
          by: PersonView,
          byKind: ActorKind,
          form: AnswerForm,
          file: z
            .strictObject({ fileId: z.string(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() })
            .nullable(),
          text: z.string().nullable(),
          evidenceId: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

export const RequestHistory = z.strictObject({
  items: z.array(
    z.strictObject({
      seq: z.int(),
      at: z.string(),
      by: PersonView,
      byKind: ActorKind,
      move: z.string(),
      itemId: z.string().nullable(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type RequestHistory = z.infer<typeof RequestHistory>;

export const ListClientRequestsInput = z.strictObject({
  state: z.array(RequestState).min(1).optional(),
  overdue: z.literal(true).optional(),
  search: z.string().trim().min(1).max(100).optional(),
  cursor: Cursor,
  limit: Limit,
});
export const ClientRequestPage = z.strictObject({
  items: z.array(RequestRow.extend({ organisation: z.strictObject({ id: z.string(), name: z.string() }) })),
  nextCursor: z.string().nullable(),
});

/** Secret of a link, as it stands behind `#`. */
export const LinkToken = z.string().min(20).max(200);
export const ShowByLinkInput = z.strictObject({ token: LinkToken });
export const AnswerByLinkInput = z.strictObject({
  token: LinkToken,
  version: Version,
  answers: Answers,
  signedAs: SignedAs,
});
export const LinkPage = z.strictObject({
  company: z.string(),
  askedFor: z.string(),
  title: z.string(),
  message: z.string().nullable(),
  dueOn: z.string(),
  state: RequestState,
  version: z.int(),
  expiresAt: z.string(),
  things: z.array(
    z.strictObject({
      itemId: z.string(),
      label: z.string(),
      hint: z.string().nullable(),
      form: ThingForm,
      state: ThingState,
      reason: z.string().nullable(),
      given: z.array(
        z.strictObject({ form: AnswerForm, name: z.string().nullable(), text: z.string().nullable(), at: z.string() }),
      ),
    }),
  ),
  limits: z.strictObject({ fileBytes: z.int(), files: z.int(), leftFiles: z.int() }),
});
export const AnsweredByLink = Moved.omit({ requestId: true });
export const UploadByLinkInput = z.strictObject({
  token: LinkToken,
  file: z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
});
