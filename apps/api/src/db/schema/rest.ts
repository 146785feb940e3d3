import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, json, tenantId } from './columns.ts';

/** Answers of requests that changed something, kept so that a repeated request gets the same one and does nothing. */
export const idempotencyRecord = app.table(
  'idempotency_record',
  {
    tenantId: tenantId(),
    /** The key of the program: what another program calls by the same words is another request. */
    apiKeyId: uuid('api_key_id').notNull(),
    key: text('key').notNull(),
    /** sha256 of method, address and body. */
    fingerprint: text('fingerprint').notNull(),
    status: integer('status').notNull(),
    /** As it was sent. */
    body: text('body').notNull(),
    headers: json<Record<string, string>>('headers').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.apiKeyId, t.key] }),
    index().on(t.tenantId, t.createdAt),
    check('idempotency_record_key', sql`char_length(${t.key}) between 1 and 255`),
  ],
);

/** Mails that did not leave, because their organisation is a sandbox. Written by the database in the place of sending. */
export const sandboxMail = app.table(
  'sandbox_mail',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    toAddress: text('to_address').notNull(),
    template: text('template').notNull(),
    language: text('language').notNull(),
    data: json<Record<string, unknown>>('data').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index().on(t.tenantId, t.createdAt, t.id)],
);
