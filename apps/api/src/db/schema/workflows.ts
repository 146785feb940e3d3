import type { MoveData } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, instant, json, tenantId } from './columns.ts';
import { triggerEvent } from './facts.ts';
import { storedFile } from './files.ts';
import { licence, licenceRevision } from './licences.ts';
import { occurrence } from './schedule.ts';

/**
 * One piece of work of a kind. Its state follows from its log; the columns of the state repeat it for lists and are
 * written in the transaction of the move.
 */
export const workflow = app.table(
  'workflow',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    /** Version of the tables when it was started. */
    tablesVersion: text('tables_version').notNull(),
    subjectType: text('subject_type').notNull(),
    /** As callers write it: `lic_…`, `evt_…`, or the id of a network unit. */
    subjectId: text('subject_id').notNull(),
    licenceId: uuid('licence_id'),
    /** The event it hangs on or follows from. */
    eventId: uuid('event_id'),
    /** What tells it from others of its kind on the same subject: the day, the year, the matter. */
    about: text('about').notNull(),
    /** The year of a yearly kind. */
    year: integer('year'),
    /** For writers who met an older one. */
    version: integer('version').notNull(),
    state: text('state').notNull(),
    stateKind: text('state_kind').notNull(),
    stateSince: instant('state_since').notNull(),
    asksNewLicence: boolean('asks_new_licence').notNull(),
    /** Version of the licence that came of it. */
    replacedVersion: integer('replaced_version'),
    responsibleId: uuid('responsible_id'),
    startedBy: uuid('started_by'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // The same work is not begun twice.
    uniqueIndex('workflow_running').on(t.tenantId, t.kind, t.subjectId, t.about).where(sql`${t.endedAt} is null`),
    index().on(t.tenantId, t.startedAt, t.id),
    index().on(t.tenantId, t.kind, t.year),
    index().on(t.tenantId, t.licenceId),
    index().on(t.tenantId, t.eventId),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
    foreignKey({ columns: [t.tenantId, t.eventId], foreignColumns: [triggerEvent.tenantId, triggerEvent.id] }),
    foreignKey({
      name: 'workflow_replaced_version_fk',
      columns: [t.tenantId, t.licenceId, t.replacedVersion],
      foreignColumns: [licenceRevision.tenantId, licenceRevision.licenceId, licenceRevision.version],
    }),
    check(
      'workflow_subject',
      sql`case ${t.subjectType} when 'licence' then ${t.licenceId} is not null when 'event' then ${t.eventId} is not null
        else ${t.subjectType} = 'network-unit' end`,
    ),
    check(
      'workflow_state_kind',
      sql`${t.stateKind} in ('start', 'ongoing', 'waiting-for-us', 'waiting-for-authority', 'waiting-for-client', 'ended-good', 'ended-bad')`,
    ),
    check('workflow_ended', sql`(${t.endedAt} is not null) = (${t.stateKind} in ('ended-good', 'ended-bad'))`),
  ],
);

/** Append-only: every move of a piece of work, its opening first. */
export const workflowLog = app.table(
  'workflow_log',
  {
    tenantId: tenantId(),
    workflowId: uuid('workflow_id').notNull(),
    seq: integer('seq').notNull(),
    move: text('move').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    at: instant('at').notNull(),
    /** By field of the move; files by their id. */
    data: json<MoveData>('data').notNull(),
    /** `seq` of the move that this one takes back. */
    takesBack: integer('takes_back'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.workflowId, t.seq] }),
    foreignKey({ columns: [t.tenantId, t.workflowId], foreignColumns: [workflow.tenantId, workflow.id] }),
    check('workflow_log_actor', sql`(${t.actorKind} = 'person') = (${t.actorId} is not null)`),
    check('workflow_log_actor_kind', sql`${t.actorKind} in ('person', 'system')`),
  ],
);

/** Items that a piece of work serves. */
export const workflowOccurrence = app.table(
  'workflow_occurrence',
  {
    tenantId: tenantId(),
    workflowId: uuid('workflow_id').notNull(),
    occurrenceId: uuid('occurrence_id').notNull(),
    /** By the log of this piece of work it is done. An item of several licences is closed when it is done for each. */
    done: boolean('done').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.workflowId, t.occurrenceId] }),
    index().on(t.tenantId, t.occurrenceId),
    foreignKey({ columns: [t.tenantId, t.workflowId], foreignColumns: [workflow.tenantId, workflow.id] }),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
  ],
);

/** Append-only: trigger events that a move recorded. */
export const workflowEvent = app.table(
  'workflow_event',
  {
    tenantId: tenantId(),
    workflowId: uuid('workflow_id').notNull(),
    seq: integer('seq').notNull(),
    eventId: uuid('event_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.workflowId, t.seq, t.eventId] }),
    index().on(t.tenantId, t.eventId),
    foreignKey({ columns: [t.tenantId, t.workflowId], foreignColumns: [workflow.tenantId, workflow.id] }),
    foreignKey({ columns: [t.tenantId, t.eventId], foreignColumns: [triggerEvent.tenantId, triggerEvent.id] }),
  ],
);

/** Append-only: files that the data of a move names, so that they are kept. */
export const workflowFile = app.table(
  'workflow_file',
  {
    tenantId: tenantId(),
    workflowId: uuid('workflow_id').notNull(),
    seq: integer('seq').notNull(),
    fileId: uuid('file_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.workflowId, t.seq, t.fileId] }),
    index().on(t.tenantId, t.fileId),
    foreignKey({ columns: [t.tenantId, t.workflowId], foreignColumns: [workflow.tenantId, workflow.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [storedFile.tenantId, storedFile.id] }),
  ],
);

/** Append-only: how far each line of the list of material is. The newest version of a line holds. */
export const workflowMaterial = app.table(
  'workflow_material',
  {
    tenantId: tenantId(),
    workflowId: uuid('workflow_id').notNull(),
    materialId: text('material_id').notNull(),
    version: integer('version').notNull(),
    status: text('status').notNull(),
    fileId: uuid('file_id'),
    note: text('note'),
    setBy: uuid('set_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.workflowId, t.materialId, t.version] }),
    index().on(t.tenantId, t.fileId),
    foreignKey({ columns: [t.tenantId, t.workflowId], foreignColumns: [workflow.tenantId, workflow.id] }),
    foreignKey({ columns: [t.tenantId, t.fileId], foreignColumns: [storedFile.tenantId, storedFile.id] }),
    check('workflow_material_status', sql`${t.status} in ('missing', 'asked', 'received', 'checked', 'not-needed')`),
  ],
);

/** What a cell of the annual report holds, or its list of services. */
export type ReportCellValue =
  | string
  | number
  | boolean
  | string[]
  | { code: string; opened: boolean; provinces: string[] }[];

/** Append-only: values of the annual report of a licence on one year. The newest version of a cell holds. */
export const annualReportEntry = app.table(
  'annual_report_entry',
  {
    tenantId: tenantId(),
    licenceId: uuid('licence_id').notNull(),
    /** The year reported on. */
    year: integer('year').notNull(),
    /** `values.revenue`, `perService.B25.users`, or `services`. */
    path: text('path').notNull(),
    version: integer('version').notNull(),
    /** Null: emptied again. */
    value: json<ReportCellValue>('value'),
    source: text('source'),
    /** Year it was taken over from; somebody still has to confirm it. */
    carriedFrom: integer('carried_from'),
    setBy: uuid('set_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.licenceId, t.year, t.path, t.version] }),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
    check('annual_report_entry_year', sql`${t.year} between 2017 and 2100`),
  ],
);
