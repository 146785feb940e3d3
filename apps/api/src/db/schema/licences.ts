import type { Deviation, Licence, LicenceReading } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { app, bytes, civilDay, instant, json, tenantId } from './columns.ts';

/** A licence as the register knows it now. Earlier states are in `licence_revision`. */
export const licence = app.table(
  'licence',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** Version of the fields, for writers who met an older one. */
    version: integer('version').notNull(),
    /** All fields; the columns below repeat the ones that lists filter and sort by. */
    fields: json<Licence>('fields').notNull(),
    number: text('number'),
    holder: text('holder'),
    issuedOn: civilDay('issued_on'),
    validTo: civilDay('valid_to'),
    /** Issue of the first certificate, once it has been replaced: dates of years before the present one stay owed. */
    heldSince: civilDay('held_since'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('licence_number_unique').on(t.tenantId, t.number),
    index().on(t.tenantId, t.validTo, t.id),
  ],
);

/** Append-only: what the register said from `recordedAt` on, and who said it. */
export const licenceRevision = app.table(
  'licence_revision',
  {
    tenantId: tenantId(),
    licenceId: uuid('licence_id').notNull(),
    version: integer('version').notNull(),
    fields: json<Licence>('fields').notNull(),
    source: text('source').notNull(),
    reason: text('reason'),
    saidBy: uuid('said_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.licenceId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
    check('licence_revision_source', sql`${t.source} in ('document', 'typed', 'correction', 'import', 'replacement')`),
  ],
);

/** The document a licence was read from: the bytes as given, the text they were decoded to, and what was read. */
export const licenceDocument = app.table(
  'licence_document',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    licenceId: uuid('licence_id').notNull(),
    fileName: text('file_name'),
    /** Null when the text was pasted. */
    original: bytes('original'),
    text: text('text').notNull(),
    encoding: text('encoding').notNull(),
    /** Of the original bytes, or of the pasted text in UTF-8. */
    sha256: text('sha256').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    reading: json<LicenceReading>('reading').notNull(),
    uploadedBy: uuid('uploaded_by'),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.licenceId),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
  ],
);

/** One special provision of a licence, as read from its document. */
export const provision = app.table(
  'provision',
  {
    tenantId: tenantId(),
    licenceId: uuid('licence_id').notNull(),
    documentId: uuid('document_id').notNull(),
    /** Place in the document, from 0; the leads P0 and 15 come where they stand. */
    position: integer('position').notNull(),
    isLead: boolean('is_lead').notNull(),
    key: text('key').notNull(),
    ref: text('ref').notNull(),
    text: text('text').notNull(),
    matched: boolean('matched').notNull(),
    dutyIds: json<string[]>('duty_ids').notNull(),
    at: json<{ line: number; column: number; start: number; end: number }[]>('at').notNull(),
    deviation: json<Deviation | null>('deviation'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId, t.position] }),
    index().on(t.tenantId, t.licenceId, t.key),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
    foreignKey({ columns: [t.tenantId, t.documentId], foreignColumns: [licenceDocument.tenantId, licenceDocument.id] }),
  ],
);
