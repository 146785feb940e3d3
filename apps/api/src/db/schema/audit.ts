import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, bytes, instant, json, tenantId } from './columns.ts';

/** Append-only: who changed what. One row for each mutation that changed something, in its transaction. */
export const auditEvent = app.table(
  'audit_event',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id'),
    detail: json<Record<string, unknown>>('detail').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.at, t.id),
    index().on(t.tenantId, t.subjectId),
    check('audit_event_actor_kind', sql`${t.actorKind} in ('user', 'api-key', 'system', 'link')`),
  ],
);

/** Work that a transaction leaves for the worker. The worker makes a job of each row, under the row's id. */
export const outbox = app.table(
  'outbox',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    task: text('task').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    /** Null: the product itself asks, not a person. */
    actorId: uuid('actor_id'),
    createdAt: instant('created_at').notNull(),
    dispatchedAt: instant('dispatched_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index().on(t.tenantId, t.dispatchedAt)],
);

/** Append-only: keys of fields with personal data, wrapped by the key in the data folder. The newest version seals. */
export const dataKey = app.table(
  'data_key',
  {
    tenantId: tenantId(),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    wrapped: bytes('wrapped').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind, t.version] }),
    check('data_key_kind', sql`${t.kind} in ('field', 'index')`),
  ],
);
