import {
  Bilingual,
  FieldName,
  FieldReading,
  Finding,
  Licence,
  LicenceReading,
  LicensedService,
  MAX_DOCUMENT_BYTES,
  Mark,
  Provision,
} from '@zhengqi/obligations';
import { z } from 'zod';
import { DocumentId, LicenceId } from '../../db/ids.ts';
import { QuestionView } from '../facts/schemas.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';

/** A document: pasted text, or a file of at most 5 MB as base64. */
export const DocumentInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(MAX_DOCUMENT_BYTES) }),
  z.strictObject({
    kind: z.literal('file'),
    fileName: z.string().trim().min(1).max(255),
    // One character above the limit: the reader itself says best what is wrong with a larger one.
    base64: z.base64().max(Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4 + 4),
  }),
]);
export type DocumentInput = z.infer<typeof DocumentInput>;

export const PreviewDocumentInput = z.strictObject({ document: DocumentInput });
export const DocumentPreview = z.strictObject({
  document: z.strictObject({ text: z.string(), encoding: z.string(), sha256: z.string(), sizeBytes: z.int() }),
  reading: LicenceReading,
  /** The fields read, as first values of the form. */
  licence: Licence,
  /** What would be wrong with these fields at registration, and what should be checked. */
  problems: z.array(Finding),
  /** The licence of this number that is registered already. */
  knownLicenceId: z.string().nullable(),
});

const Reason = z.string().trim().max(500);
export const RegisterLicenceInput = z.strictObject({ document: DocumentInput.nullable(), licence: Licence });
export const RegisterLicenceOutput = z.strictObject({
  licenceId: z.string(),
  warnings: z.array(Finding),
  schedule: ScheduleDifference,
});

/**
 * A licence as a program sends it: a document to be read, fields, or both; fields that are given win over those read.
 * A service may be the line as printed.
 */
export const TakeLicenceInput = z.strictObject({
  document: DocumentInput.optional(),
  licence: Licence.extend({ services: z.array(z.union([z.string().trim().min(1).max(500), LicensedService])).max(100) })
    .partial()
    .optional(),
});

export const CorrectLicenceInput = z.strictObject({
  licenceId: LicenceId,
  /** The version that the correction was made from. */
  version: z.int().min(1),
  licence: Licence,
  reason: Reason.optional(),
});
export const CorrectLicenceOutput = z.strictObject({
  licenceId: z.string(),
  version: z.int(),
  changed: z.array(z.string()),
  warnings: z.array(Finding),
  schedule: ScheduleDifference,
});

export const ListLicencesInput = z.strictObject({
  search: z.string().trim().max(100).optional(),
  cursor: Cursor,
  limit: Limit,
});
const ValidityView = {
  /** Its end has passed, and no answer says that it was renewed or renewal was applied for in time. */
  expired: z.boolean(),
  /** To the end that is known: the printed one, or that of the renewal; negative when it is past. */
  daysLeft: z.int().nullable(),
  /** The words of the document where they are no date. */
  printed: z.strictObject({ issuedOn: z.string().nullable(), validTo: z.string().nullable() }),
};
const LicenceSummary = z.strictObject({
  id: z.string(),
  number: z.string().nullable(),
  holder: z.string().nullable(),
  services: z.array(z.strictObject({ code: z.string().nullable(), name: z.string() })),
  issuedOn: z.string().nullable(),
  validTo: z.string().nullable(),
  province: z.string().nullable(),
  ...ValidityView,
  scheduleAsOf: z.string().nullable(),
  counts: z.strictObject({
    open: z.int(),
    overdue: z.int(),
    upcoming: z.int(),
    questions: z.int(),
    findings: z.int(),
  }),
});
export const LicencePage = z.strictObject({ items: z.array(LicenceSummary), nextCursor: z.string().nullable() });

export const GetLicenceInput = z.strictObject({ licenceId: LicenceId });
export const DutyView = z.strictObject({
  id: z.string(),
  clause: z.string(),
  provision: z.string().nullable(),
  kind: z.string(),
  kinds: z.array(z.string()),
  applies: z.enum(['yes', 'no', 'unknown']),
  because: Bilingual,
  asks: z.array(z.string()),
  title: Bilingual,
  wording: Bilingual,
  marks: z.strictObject({ deadline: Mark.nullable(), authority: Mark, penalty: Mark.nullable() }).nullable(),
});
const DocumentView = z.strictObject({
  id: z.string(),
  fileName: z.string().nullable(),
  encoding: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  uploadedAt: z.string(),
});
export const LicenceDetail = z.strictObject({
  id: z.string(),
  version: z.int(),
  licence: Licence,
  ...ValidityView,
  createdAt: z.string(),
  updatedAt: z.string(),
  document: DocumentView.nullable(),
  readingFields: z.partialRecord(FieldName, FieldReading).nullable(),
  readingFindings: z.array(Finding),
  leads: z.array(Provision),
  provisions: z.array(Provision),
  duties: z.array(DutyView),
  questions: z.array(QuestionView),
  findings: z.array(Finding),
  schedule: z
    .strictObject({ asOf: z.string(), until: z.string(), ruleVersion: z.string(), generatedAt: z.string() })
    .nullable(),
});

export const GetDocumentInput = z.strictObject({ documentId: DocumentId });
export const DocumentDetail = DocumentView.extend({ text: z.string() });

export const LicenceHistoryInput = z.strictObject({ licenceId: LicenceId });
export const LicenceHistory = z.strictObject({
  items: z.array(
    z.strictObject({
      version: z.int(),
      at: z.string(),
      by: PersonView,
      source: z.enum(['document', 'typed', 'correction', 'import', 'replacement']),
      reason: z.string().nullable(),
      changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
});
