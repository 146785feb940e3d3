import type { OwnDuty } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { app, instant, json, tenantId } from './columns.ts';

/** Append-only: which release of the base rules a company goes by. The newest row counts. */
export const companyRules = app.table(
  'company_rules',
  {
    tenantId: tenantId(),
    seq: integer('seq').notNull(),
    baseVersion: text('base_version').notNull(),
    /** The rule change that brought it; null for the release a company began with. */
    changeId: uuid('change_id'),
    /** It went back to what counted before that change. */
    takesBack: boolean('takes_back').notNull().default(false),
    setBy: uuid('set_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.seq] }), check('company_rules_seq', sql`${t.seq} > 0`)],
);

/** Whose duty a copy is: which consultancy gave it, and which version of its own it is. */
export interface DutyOrigin {
  tenantId: string;
  name: string;
  dutyId: string;
  version: number;
}

/** Append-only: each version of each duty that an organisation has set for itself. The newest version of an id counts. */
export const ownDuty = app.table(
  'own_duty',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    /** Counts all changes of own duties of the organisation: part of the version of its rules. */
    seq: integer('seq').notNull(),
    /** Id of the duty in the rules: `own.…`. */
    slug: text('slug').notNull(),
    state: text('state').notNull(),
    duty: json<OwnDuty>('duty').notNull(),
    origin: json<DutyOrigin | null>('origin'),
    reason: text('reason'),
    /** The rule change that brought this version. */
    changeId: uuid('change_id'),
    saidBy: uuid('said_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id, t.version] }),
    unique('own_duty_seq').on(t.tenantId, t.seq),
    index().on(t.tenantId, t.slug),
    check('own_duty_state', sql`${t.state} in ('in-force', 'retired')`),
    check('own_duty_slug', sql`${t.slug} = ${t.duty} ->> 'id'`),
  ],
);

/** What is to change in the rules of companies. The content is taken when it starts: what was previewed is what comes. */
export type RuleChangeContent =
  | { type: 'rulebook'; version: string }
  | {
      type: 'own-duty';
      dutyId: string;
      version: number;
      state: 'in-force' | 'retired';
      duty: OwnDuty;
      /** Whose it is. */
      from: { id: string; name: string };
    }
  | { type: 'calendar'; notice: unknown };

/** One change of rules over companies: previewed, then adopted, and taken back if it must be. */
export const ruleChange = app.table(
  'rule_change',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    content: json<RuleChangeContent>('content').notNull(),
    state: text('state').notNull(),
    /** Why it was taken back. */
    reason: text('reason'),
    startedBy: uuid('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.startedAt, t.id),
    check(
      'rule_change_state',
      sql`${t.state} in ('previewing', 'previewed', 'adopting', 'adopted', 'taking-back', 'taken-back')`,
    ),
    check('rule_change_reason', sql`(${t.reason} is not null) = (${t.state} in ('taking-back', 'taken-back'))`),
  ],
);

/** How many items of a company a change makes, takes away and moves. */
export interface ChangeCounts {
  added: number;
  removed: number;
  moved: number;
  kept: number;
}

/** One company of a rule change. What its items are is never kept here: it is counted anew for whoever may see it. */
export const ruleChangeCompany = app.table(
  'rule_change_company',
  {
    tenantId: tenantId(),
    changeId: uuid('change_id').notNull(),
    companyId: uuid('company_id').notNull(),
    state: text('state').notNull(),
    /** The change is to be worked on for this company in the state the whole is in. */
    pending: boolean('pending').notNull(),
    counts: json<ChangeCounts | null>('counts'),
    workedOn: integer('worked_on').notNull().default(0),
    note: json<{ zh: string; en: string } | null>('note'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.changeId, t.companyId] }),
    index('rule_change_company_pending').on(t.tenantId, t.changeId, t.companyId).where(sql`${t.pending}`),
    foreignKey({ columns: [t.tenantId, t.changeId], foreignColumns: [ruleChange.tenantId, ruleChange.id] }),
    check(
      'rule_change_company_state',
      sql`${t.state} in ('waiting', 'previewed', 'adopted', 'unchanged', 'taken-back', 'moved-on', 'refused')`,
    ),
  ],
);
