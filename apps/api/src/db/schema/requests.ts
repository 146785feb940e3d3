import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, civilDay, instant, json, tenantId } from './columns.ts';
import { storedFile } from './files.ts';
import { occurrence } from './schedule.ts';
import { evidence } from './work.ts';
import { workflow } from './workflows.ts';

/** Material that somebody asks the company for. One request is one message, whatever it asks for. */
export const materialRequest = app.table(
  'material_request',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** For writers who met an older one; it covers the things asked for as well. */
    version: integer('version').notNull(),
    title: text('title').notNull(),
    message: text('message'),
    dueOn: civilDay('due_on').notNull(),
    /** Item that the material is to prove. */
    occurrenceId: uuid('occurrence_id'),
    workflowId: uuid('workflow_id'),
    state: text('state').notNull(),
    /** Null: a program asked. */
    askedBy: uuid('asked_by'),
    /** Organisation on whose behalf: the company itself, or a consultancy. */
    askedFor: uuid('asked_for').notNull(),
    askedForName: text('asked_for_name').notNull(),
    /** The same over all clients that were asked at once. */
    batchId: uuid('batch_id'),
    createdAt: instant('created_at').notNull(),
    /** When the last thing was given, and how many times it came to that. */
    answeredAt: instant('answered_at'),
    answerRound: integer('answer_round').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.createdAt, t.id),
    index().on(t.tenantId, t.state, t.dueOn),
    index().on(t.tenantId, t.occurrenceId),
    index().on(t.tenantId, t.workflowId),
    uniqueIndex('material_request_batch').on(t.tenantId, t.batchId).where(sql`${t.batchId} is not null`),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    foreignKey({ columns: [t.tenantId, t.workflowId], foreignColumns: [workflow.tenantId, workflow.id] }),
    check('material_request_state', sql`${t.state} in ('open', 'answered', 'done', 'withdrawn')`),
    check('material_request_closed', sql`(${t.state} in ('done', 'withdrawn')) = (${t.closedAt} is not null)`),
  ],
);

/** One thing that a request asks for. */
export const materialRequestThing = app.table(
  'material_request_thing',
  {
    tenantId: tenantId(),
    requestId: uuid('request_id').notNull(),
    id: uuid('id').notNull(),
    position: integer('position').notNull(),
    label: text('label').notNull(),
    hint: text('hint'),
    form: text('form').notNull(),
    /** Kind of evidence that it becomes, by its Chinese words. */
    evidenceKind: text('evidence_kind'),
    /** Line of the workflow's list of material. */
    materialId: text('material_id'),
    state: text('state').notNull(),
    /** Why it was sent back, refused or dropped. */
    reason: text('reason'),
    /** Number of the newest answer; older ones stay, but do not count. */
    batch: integer('batch').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('material_request_thing_position').on(t.tenantId, t.requestId, t.position),
    foreignKey({
      name: 'material_request_thing_request_fk',
      columns: [t.tenantId, t.requestId],
      foreignColumns: [materialRequest.tenantId, materialRequest.id],
    }),
    check('material_request_thing_form', sql`${t.form} in ('file', 'text', 'either')`),
    check(
      'material_request_thing_state',
      sql`${t.state} in ('wanted', 'answered', 'refused', 'sent-back', 'accepted', 'dropped')`,
    ),
  ],
);

/** Append-only: files and words that were given. */
export const materialAnswer = app.table(
  'material_answer',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    requestId: uuid('request_id').notNull(),
    thingId: uuid('thing_id').notNull(),
    /** What was given together has the same number. */
    batch: integer('batch').notNull(),
    form: text('form').notNull(),
    fileId: uuid('file_id'),
    /** Of the file, for those who may not see files here. */
    fileName: text('file_name'),
    text: text('text'),
    actorKind: text('actor_kind').notNull(),
    /** A person, or the link. */
    actorId: uuid('actor_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.requestId, t.at),
    index().on(t.tenantId, t.fileId),
    foreignKey({
      name: 'material_answer_request_fk',
      columns: [t.tenantId, t.requestId],
      foreignColumns: [materialRequest.tenantId, materialRequest.id],
    }),
    foreignKey({
      name: 'material_answer_thing_fk',
      columns: [t.tenantId, t.thingId],
      foreignColumns: [materialRequestThing.tenantId, materialRequestThing.id],
    }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [storedFile.tenantId, storedFile.id] }),
    check(
      'material_answer_form',
      sql`case ${t.form} when 'file' then ${t.fileId} is not null and ${t.fileName} is not null and ${t.text} is null
        when 'text' then ${t.text} is not null and ${t.fileId} is null
        when 'refusal' then ${t.text} is not null and ${t.fileId} is null else false end`,
    ),
    check('material_answer_actor', sql`${t.actorKind} in ('user', 'link')`),
  ],
);

/** Append-only: which answer became which evidence. */
export const materialEvidence = app.table(
  'material_evidence',
  {
    tenantId: tenantId(),
    answerId: uuid('answer_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.answerId] }),
    index().on(t.tenantId, t.evidenceId),
    foreignKey({ columns: [t.tenantId, t.answerId], foreignColumns: [materialAnswer.tenantId, materialAnswer.id] }),
    foreignKey({ columns: [t.tenantId, t.evidenceId], foreignColumns: [evidence.tenantId, evidence.id] }),
  ],
);

/**
 * Append-only: files that came through a link. No foreign key to the file: one that is never given as an answer is swept
 * like every upload, and its row here stays as what the link has used up.
 */
export const materialUpload = app.table(
  'material_upload',
  {
    tenantId: tenantId(),
    requestId: uuid('request_id').notNull(),
    fileId: uuid('file_id').notNull(),
    linkId: uuid('link_id').notNull(),
    name: text('name').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.fileId] }),
    index().on(t.tenantId, t.requestId),
    foreignKey({
      name: 'material_upload_request_fk',
      columns: [t.tenantId, t.requestId],
      foreignColumns: [materialRequest.tenantId, materialRequest.id],
    }),
  ],
);

/** Append-only: what was done with a request. */
export const materialRequestLog = app.table(
  'material_request_log',
  {
    tenantId: tenantId(),
    requestId: uuid('request_id').notNull(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    move: text('move').notNull(),
    thingId: uuid('thing_id'),
    data: json<Record<string, unknown>>('data').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.requestId, t.seq] }),
    foreignKey({
      name: 'material_request_log_request_fk',
      columns: [t.tenantId, t.requestId],
      foreignColumns: [materialRequest.tenantId, materialRequest.id],
    }),
    check('material_request_log_actor', sql`${t.actorKind} in ('user', 'api-key', 'link', 'system')`),
  ],
);
