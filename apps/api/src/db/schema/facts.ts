import type { FactValue } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { app, civilDay, instant, json, tenantId } from './columns.ts';
import { licence } from './licences.ts';

/** Append-only answers. The newest row of a key that is valid on a day is the answer of that day. */
export const fact = app.table(
  'fact',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** Null: said about the company, for all of its licences. */
    licenceId: uuid('licence_id'),
    key: text('key').notNull(),
    /** Null: not known any more. */
    value: json<Exclude<FactValue, null>>('value'),
    validFrom: civilDay('valid_from').notNull(),
    source: text('source').notNull(),
    saidBy: uuid('said_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.key, t.recordedAt),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
    check('fact_source', sql`${t.source} in ('person', 'import', 'system')`),
  ],
);

/** Something that happened to the company and starts clocks. Withdrawn ones stay, with the reason. */
export const triggerEvent = app.table(
  'trigger_event',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    type: text('type').notNull(),
    attributes: json<Record<string, string | number | boolean | null>>('attributes').notNull(),
    /** Day of the main date of its kind. */
    happenedOn: civilDay('happened_on').notNull(),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawalReason: text('withdrawal_reason'),
    /** Made by the form that it was typed into: sent twice, it is one event. */
    requestId: uuid('request_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.happenedOn, t.id),
    unique('trigger_event_request_unique').on(t.tenantId, t.requestId),
    check('trigger_event_withdrawal', sql`(${t.withdrawnAt} is null) = (${t.withdrawalReason} is null)`),
  ],
);
