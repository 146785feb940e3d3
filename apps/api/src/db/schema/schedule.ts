import type { DutyResult, Finding, Occurrence, Question } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { app, civilDay, instant, json, tenantId } from './columns.ts';
import { licence } from './licences.ts';

/** Why an occurrence has the dates it has: what the count starts from, every step, and what is still to be asked. */
export type Explanation = Pick<Occurrence, 'anchor' | 'derivation' | 'asks' | 'provisionalFields'>;

/** One regeneration that changed something. */
export const scheduleRun = app.table(
  'schedule_run',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    reason: text('reason').notNull(),
    asOf: civilDay('as_of').notNull(),
    until: civilDay('until').notNull(),
    ruleVersion: text('rule_version').notNull(),
    added: integer('added').notNull(),
    removed: integer('removed').notNull(),
    moved: integer('moved').notNull(),
    kept: integer('kept').notNull(),
    startedBy: uuid('started_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.recordedAt, t.id),
    check(
      'schedule_run_reason',
      sql`${t.reason} in ('licence', 'facts', 'event', 'staffing', 'reviews', 'manual', 'nightly', 'rulebook', 'calendar')`,
    ),
  ],
);

/** What the last regeneration said about one licence as a whole. */
export const licenceSchedule = app.table(
  'licence_schedule',
  {
    tenantId: tenantId(),
    licenceId: uuid('licence_id').notNull(),
    asOf: civilDay('as_of').notNull(),
    until: civilDay('until').notNull(),
    ruleVersion: text('rule_version').notNull(),
    findings: json<Finding[]>('findings').notNull(),
    generatedAt: instant('generated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.licenceId] }),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
  ],
);

/** Whether one duty binds one licence, and why. Replaced by each regeneration. */
export const dutyResult = app.table(
  'duty_result',
  {
    tenantId: tenantId(),
    licenceId: uuid('licence_id').notNull(),
    dutyId: text('duty_id').notNull(),
    /** Order of the rulebook. */
    position: integer('position').notNull(),
    applies: text('applies').notNull(),
    result: json<DutyResult>('result').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.licenceId, t.dutyId] }),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
    check('duty_result_applies', sql`${t.applies} in ('yes', 'no', 'unknown')`),
  ],
);

/** A question still open for one licence. Replaced by each regeneration. */
export const question = app.table(
  'question',
  {
    tenantId: tenantId(),
    licenceId: uuid('licence_id').notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    question: json<Question>('question').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.licenceId, t.key] }),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
  ],
);

/** One dated instance of a duty. Rows are never deleted: one that no rule asks for any more is marked removed. */
export const occurrence = app.table(
  'occurrence',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** Duty, due rule, scope subject, period or event: the same over all regenerations. */
    naturalKey: text('natural_key').notNull(),
    dutyId: text('duty_id').notNull(),
    dueRuleId: text('due_rule_id').notNull(),
    clause: text('clause').notNull(),
    action: json<Occurrence['action']>('action').notNull(),
    applies: text('applies').notNull(),
    opensOn: civilDay('opens_on'),
    nominalOn: civilDay('nominal_on'),
    dueOn: civilDay('due_on'),
    /** As the domain writes it (+08:00), because it is shown and compared as text. */
    dueAt: text('due_at'),
    actBy: civilDay('act_by'),
    provisional: boolean('provisional').notNull(),
    status: text('status').notNull(),
    mark: text('mark').notNull(),
    explanation: json<Explanation>('explanation').notNull(),
    ruleVersion: text('rule_version').notNull(),
    /** The due date, or the day it became known for items without one; lists are sorted by it. */
    sortOn: civilDay('sort_on').notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    removedAt: instant('removed_at'),
    /** Where people are with it; the schedule never touches this. */
    workState: text('work_state').notNull().default('open'),
    version: integer('version').notNull().default(1),
    assigneeId: uuid('assignee_id'),
    /** When anybody last did anything about it; null: nobody yet. */
    workedAt: instant('worked_at'),
    submittedOn: civilDay('submitted_on'),
    submittedBy: uuid('submitted_by'),
    closedAt: instant('closed_at'),
    /** Day on which it was done, as stated. */
    doneOn: civilDay('done_on'),
    /** Counted when it was filed or closed; once there it never gets less. */
    daysLate: integer('days_late'),
    minutesLate: integer('minutes_late'),
    /** Missed by a limit of law. Stays for ever. */
    missed: boolean('missed').notNull().default(false),
    waiverPending: boolean('waiver_pending').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('occurrence_natural_key_unique').on(t.tenantId, t.naturalKey),
    index().on(t.tenantId, t.sortOn, t.id),
    index().on(t.tenantId, t.dutyId),
    index().on(t.tenantId, t.assigneeId, t.sortOn, t.id),
    index().on(t.tenantId, t.workState, t.sortOn, t.id),
    index('occurrence_waiver_pending').on(t.tenantId, t.sortOn, t.id).where(sql`${t.waiverPending}`),
    index('occurrence_missed').on(t.tenantId, t.sortOn, t.id).where(sql`${t.missed}`),
    index().on(t.tenantId, t.status),
    check('occurrence_applies', sql`${t.applies} in ('yes', 'unknown')`),
    check('occurrence_status', sql`${t.status} in ('upcoming', 'open', 'past-no-evidence', 'at-once', 'uncertain')`),
    check('occurrence_mark', sql`${t.mark} in ('V', 'E', 'P', 'M', 'O')`),
    check('occurrence_work_state', sql`${t.workState} in ('open', 'prepared', 'submitted', 'closed', 'waived')`),
    check('occurrence_worked', sql`${t.workState} = 'open' or ${t.workedAt} is not null`),
    check(
      'occurrence_filed',
      sql`${t.workState} <> 'submitted' or (${t.submittedOn} is not null and ${t.submittedBy} is not null)`,
    ),
  ],
);

/** Licences from which an occurrence follows: one of company scope follows from several. */
export const occurrenceLicence = app.table(
  'occurrence_licence',
  {
    tenantId: tenantId(),
    occurrenceId: uuid('occurrence_id').notNull(),
    licenceId: uuid('licence_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.occurrenceId, t.licenceId] }),
    index().on(t.tenantId, t.licenceId),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
  ],
);

/** An occurrence at one time, as kept in its history. */
export type OccurrenceState = Pick<
  Occurrence,
  'opensOn' | 'nominalOn' | 'dueOn' | 'dueAt' | 'actBy' | 'provisional'
> & {
  ruleVersion: string;
  explanation: Explanation;
};

/** Append-only: what a run did to an occurrence. Old dates stay explained by the derivation they had. */
export const scheduleChange = app.table(
  'schedule_change',
  {
    tenantId: tenantId(),
    runId: uuid('run_id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    change: text('change').notNull(),
    before: json<OccurrenceState>('before'),
    after: json<OccurrenceState>('after'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.runId, t.occurrenceId] }),
    index().on(t.tenantId, t.occurrenceId),
    foreignKey({ columns: [t.tenantId, t.runId], foreignColumns: [scheduleRun.tenantId, scheduleRun.id] }),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    check('schedule_change_change', sql`${t.change} in ('added', 'removed', 'moved', 'returned')`),
  ],
);
