import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, bytes, instant, tenantId } from './columns.ts';

/** A file as it came, after its content was checked. Never changed; what nothing refers to is swept after a day. */
export const storedFile = app.table(
  'stored_file',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** By content, not by name. */
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** Of the bytes, in hex. */
    sha256: text('sha256').notNull(),
    content: bytes('content').notNull(),
    uploadedBy: uuid('uploaded_by'),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // What the quota adds up, without reading a file.
    index().on(t.tenantId, t.sizeBytes),
    index().on(t.tenantId, t.uploadedAt),
    check('stored_file_size', sql`${t.sizeBytes} between 1 and 20971520`),
    check('stored_file_name', sql`char_length(${t.name}) between 1 and 200`),
    check('stored_file_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);
