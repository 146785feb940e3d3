import type { Roster, RosterSection, StaffingParameter } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { app, bytes, civilDay, instant, json, tenantId } from './columns.ts';

/**
 * Somebody who works or worked for the company. Numbers and addresses are sealed by the tenant's key; beside each stands
 * how it may be shown, so that nothing needs to be opened for a list.
 */
export const person = app.table(
  'person',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    /** Id of the person in another system of the company. */
    externalRef: text('external_ref'),
    name: text('name').notNull(),
    /** Whether the identity was checked and is on file; null when not recorded. */
    identityOnFile: boolean('identity_on_file'),
    /** False: no phone is recorded. True without any row in `person_phone`: has none. */
    phonesKnown: boolean('phones_known').notNull(),
    idNumber: text('id_number'),
    idNumberIndex: text('id_number_index'),
    idNumberMask: text('id_number_mask'),
    email: text('email'),
    emailMask: text('email_mask'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('person_id_number_unique').on(t.tenantId, t.idNumberIndex),
    unique('person_external_ref_unique').on(t.tenantId, t.externalRef),
    index().on(t.tenantId, t.name, t.id),
    check(
      'person_sealed',
      sql`coalesce(${t.idNumber}, 'zq1.') like 'zq1.%' and coalesce(${t.email}, 'zq1.') like 'zq1.%'`,
    ),
    check(
      'person_id_number_whole',
      sql`num_nulls(${t.idNumber}, ${t.idNumberIndex}, ${t.idNumberMask}) in (0, 3) and num_nulls(${t.email}, ${t.emailMask}) in (0, 2)`,
    ),
  ],
);

/** A phone of a person, from when on it was known and until when. */
export const personPhone = app.table(
  'person_phone',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    number: text('number').notNull(),
    numberIndex: text('number_index').notNull(),
    numberMask: text('number_mask').notNull(),
    /** Place in the order in which they were given. */
    position: integer('position').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.personId),
    index().on(t.tenantId, t.numberIndex),
    foreignKey({ columns: [t.tenantId, t.personId], foreignColumns: [person.tenantId, person.id] }),
    check('person_phone_sealed', sql`${t.number} like 'zq1.%'`),
  ],
);

/** What was said of a person from `recordedAt` on, without numbers, and which particulars changed then. */
export const personRevision = app.table(
  'person_revision',
  {
    tenantId: tenantId(),
    personId: uuid('person_id').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    identityOnFile: boolean('identity_on_file'),
    phonesKnown: boolean('phones_known').notNull(),
    changed: json<string[]>('changed').notNull(),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.personId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.personId], foreignColumns: [person.tenantId, person.id] }),
  ],
);

/**
 * Seals words about one person in rows that nobody may change, such as the audit. It goes with the person, and with it
 * the words become unreadable while the chain stays whole.
 */
export const personKey = app.table(
  'person_key',
  { tenantId: tenantId(), personId: uuid('person_id').notNull(), wrapped: bytes('wrapped').notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.personId] }),
    foreignKey({ columns: [t.tenantId, t.personId], foreignColumns: [person.tenantId, person.id] }),
  ],
);

/** Lists of the roster that are made of records; people have tables of their own. */
export type RosterList = Exclude<keyof Roster, 'kept' | 'people'>;
/** One record of the roster as the domain reads it, without its id. People are named by their public ids. */
export type RosterData = { [List in RosterList]: Omit<Roster[List][number], 'id'> }[RosterList];

/** One state of one record of the roster: what was known from `recordedAt` until `supersededAt`. */
export const rosterRecord = app.table(
  'roster_record',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    /** Name of the list in the roster of the domain. */
    list: text('list').notNull().$type<RosterList>(),
    /** Whose record it is; null for what concerns the company or several people. */
    personId: uuid('person_id'),
    data: json<RosterData>('data').notNull(),
    /** First and last day on which it counts; lists filter by them. */
    validFrom: civilDay('valid_from').notNull(),
    validTo: civilDay('valid_to'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
    supersededBy: uuid('superseded_by'),
    supersededAt: instant('superseded_at'),
    /** Why it was taken back. */
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id, t.version] }),
    uniqueIndex('roster_record_current_unique').on(t.tenantId, t.id).where(sql`${t.supersededAt} is null`),
    index().on(t.tenantId, t.list, t.validFrom, t.id),
    index().on(t.tenantId, t.personId),
    foreignKey({ columns: [t.tenantId, t.personId], foreignColumns: [person.tenantId, person.id] }),
    check(
      'roster_record_list',
      sql`${t.list} in ('employments', 'assignments', 'bodies', 'places', 'certificates', 'trainings', 'letters', 'filings', 'localBodies', 'rotas', 'serviceHours', 'audits', 'complaints')`,
    ),
    check('roster_record_superseded', sql`coalesce(${t.supersededAt}, ${t.recordedAt}) >= ${t.recordedAt}`),
  ],
);

/** People whom a record of the company names besides its owner: members of a body, shifts of a rota, a contact. */
export const rosterRecordPerson = app.table(
  'roster_record_person',
  {
    tenantId: tenantId(),
    recordId: uuid('record_id').notNull(),
    version: integer('version').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.recordId, t.version, t.personId] }),
    index().on(t.tenantId, t.personId),
    foreignKey({
      name: 'roster_record_person_record_fk',
      columns: [t.tenantId, t.recordId, t.version],
      foreignColumns: [rosterRecord.tenantId, rosterRecord.id, rosterRecord.version],
    }),
    foreignKey({ columns: [t.tenantId, t.personId], foreignColumns: [person.tenantId, person.id] }),
  ],
);

/** Append-only: since when the company says that a list of the roster is complete. The newest row of a list counts. */
export const rosterKept = app.table(
  'roster_kept',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    section: text('section').notNull().$type<RosterSection>(),
    /** Null: it is no longer said to be complete. */
    keptFrom: civilDay('kept_from'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index().on(t.tenantId, t.section, t.recordedAt)],
);

/** Append-only: numbers of the checks that the company set for itself. The newest row of a key and province counts. */
export const staffingParameter = app.table(
  'staffing_parameter',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    key: text('key').notNull().$type<StaffingParameter['key']>(),
    /** Prefix of the province; null for all. */
    province: text('province'),
    /** Null: back to the default. */
    value: integer('value'),
    source: json<StaffingParameter['source']>('source'),
    setBy: text('set_by').notNull(),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.key, t.recordedAt),
    check('staffing_parameter_set_by', sql`${t.setBy} in ('company', 'consultancy')`),
    check('staffing_parameter_source', sql`num_nulls(${t.value}, ${t.source}) in (0, 2)`),
  ],
);
