import type { Bilingual } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, civilDay, instant, json, tenantId } from './columns.ts';
import { storedFile } from './files.ts';
import { occurrence } from './schedule.ts';

/** Append-only: who did what with an item, and when. */
export const workLog = app.table(
  'work_log',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    move: text('move').notNull(),
    stateBefore: text('state_before').notNull(),
    stateAfter: text('state_after').notNull(),
    /** Of the item, after the move. */
    version: integer('version').notNull(),
    data: json<Record<string, unknown>>('data').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.occurrenceId, t.at, t.id),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    check('work_log_actor_kind', sql`${t.actorKind} in ('user', 'api-key', 'system')`),
  ],
);

/** Append-only: what an authority gave back for a filing, or why it gave nothing. */
export const receipt = app.table(
  'receipt',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    number: text('number'),
    fileId: uuid('file_id'),
    receivedOn: civilDay('received_on').notNull(),
    noneReason: text('none_reason'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.occurrenceId),
    index().on(t.tenantId, t.fileId),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [storedFile.tenantId, storedFile.id] }),
    check('receipt_says', sql`(${t.number} is null and ${t.fileId} is null) = (${t.noneReason} is not null)`),
  ],
);

/** A request not to do an item, and what a second person decided. A refusal stays. */
export const waiver = app.table(
  'waiver',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    reason: text('reason').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    decision: text('decision'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.occurrenceId),
    uniqueIndex('waiver_one_pending').on(t.tenantId, t.occurrenceId).where(sql`${t.decision} is null`),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    check('waiver_decision', sql`${t.decision} in ('approved', 'refused', 'withdrawn')`),
    check(
      'waiver_decided',
      sql`(${t.decision} is null) = (${t.decidedBy} is null) and (${t.decision} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      'waiver_second_person',
      sql`(${t.decision} not in ('approved', 'refused') or ${t.decidedBy} <> ${t.requestedBy})
        and (${t.decision} <> 'withdrawn' or ${t.decidedBy} = ${t.requestedBy})`,
    ),
  ],
);

/** What proves that an item was done. Withdrawn pieces stay, with the reason. */
export const evidence = app.table(
  'evidence',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    form: text('form').notNull(),
    /** Chinese words of the kind as the duty names it; null for something else. */
    kind: text('kind'),
    kindLabel: json<Bilingual>('kind_label'),
    fileId: uuid('file_id'),
    url: text('url'),
    note: text('note'),
    validFrom: civilDay('valid_from'),
    validUntil: civilDay('valid_until'),
    addedBy: uuid('added_by'),
    addedAt: instant('added_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawalReason: text('withdrawal_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.occurrenceId, t.addedAt, t.id),
    index().on(t.tenantId, t.fileId),
    index('evidence_valid_until').on(t.tenantId, t.validUntil).where(sql`${t.validUntil} is not null`),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [storedFile.tenantId, storedFile.id] }),
    check(
      'evidence_form',
      sql`case ${t.form} when 'file' then ${t.fileId} is not null and ${t.url} is null
        when 'link' then ${t.url} is not null and ${t.fileId} is null
        when 'note' then ${t.note} is not null and ${t.fileId} is null and ${t.url} is null
        when 'not-applicable' then ${t.note} is not null and ${t.kind} is not null and ${t.fileId} is null and ${t.url} is null
        else false end`,
    ),
    check('evidence_withdrawal', sql`(${t.withdrawnAt} is null) = (${t.withdrawalReason} is null)`),
    check('evidence_validity', sql`${t.validFrom} <= ${t.validUntil}`),
  ],
);

/** What somebody said about an item, as it reads now. */
export const comment = app.table(
  'comment',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    authorId: uuid('author_id').notNull(),
    body: text('body').notNull(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.occurrenceId, t.createdAt, t.id),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
  ],
);

/** Append-only: every wording that a comment ever had. */
export const commentRevision = app.table(
  'comment_revision',
  {
    tenantId: tenantId(),
    commentId: uuid('comment_id').notNull(),
    version: integer('version').notNull(),
    body: text('body').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.commentId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.commentId], foreignColumns: [comment.tenantId, comment.id] }),
  ],
);

/** Append-only: whom a comment calls. */
export const commentMention = app.table(
  'comment_mention',
  {
    tenantId: tenantId(),
    commentId: uuid('comment_id').notNull(),
    userId: uuid('user_id').notNull(),
    mentionedAt: instant('mentioned_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.commentId, t.userId] }),
    index().on(t.tenantId, t.userId, t.mentionedAt),
    foreignKey({ columns: [t.tenantId, t.commentId], foreignColumns: [comment.tenantId, comment.id] }),
  ],
);

/** Append-only: how often a standing duty is reviewed. The newest version of a duty holds. */
export const reviewRhythm = app.table(
  'review_rhythm',
  {
    tenantId: tenantId(),
    /** `*`: of the company, for every duty without a rhythm of its own. */
    dutyId: text('duty_id').notNull(),
    version: integer('version').notNull(),
    setOn: civilDay('set_on').notNull(),
    /** Null: the rhythm of the company holds again. */
    everyMonths: integer('every_months'),
    firstOn: civilDay('first_on'),
    off: boolean('off').notNull(),
    setBy: uuid('set_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.dutyId, t.version] }),
    check('review_rhythm_months', sql`${t.everyMonths} between 1 and 60`),
    check('review_rhythm_company', sql`${t.dutyId} <> '*' or ${t.everyMonths} is not null`),
  ],
);

/** Evidence as it lay before whoever signed. */
export interface SignedEvidence {
  evidenceId: string;
  form: string;
  kind: string | null;
  sha256: string | null;
  note: string | null;
  url: string | null;
}

/** Append-only: a dated, signed statement on how a standing duty is kept. */
export const complianceStatement = app.table(
  'compliance_statement',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    dutyId: text('duty_id').notNull(),
    ruleVersion: text('rule_version').notNull(),
    verdict: text('verdict').notNull(),
    text: text('text').notNull(),
    /** Post of the person in the company, in their own words. */
    post: text('post').notNull(),
    signedBy: uuid('signed_by').notNull(),
    signedAs: text('signed_as').notNull(),
    signedOn: civilDay('signed_on').notNull(),
    signedAt: instant('signed_at').notNull(),
    evidence: json<SignedEvidence[]>('evidence').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.occurrenceId),
    index().on(t.tenantId, t.dutyId, t.signedAt),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    check('compliance_statement_verdict', sql`${t.verdict} in ('complies', 'partly', 'does-not-comply')`),
  ],
);
