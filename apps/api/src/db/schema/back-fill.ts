import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, instant, tenantId } from './columns.ts';
import { occurrence } from './schedule.ts';

/**
 * Append-only: what the company says of an item whose limit had passed before the product knew of it. The newest version
 * of an item holds. What is not known stays unknown: it is neither done nor missed.
 */
export const backFillAnswer = app.table(
  'back_fill_answer',
  {
    tenantId: tenantId(),
    occurrenceId: uuid('occurrence_id').notNull(),
    version: integer('version').notNull(),
    answer: text('answer').notNull(),
    /** Who filed it, in words: often somebody who has left, or an agent. */
    filedBy: text('filed_by'),
    note: text('note'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.occurrenceId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.occurrenceId], foreignColumns: [occurrence.tenantId, occurrence.id] }),
    check('back_fill_answer_answer', sql`${t.answer} in ('done', 'not-done', 'unknown')`),
  ],
);
