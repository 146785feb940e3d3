import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { app, civilDay, instant, json, tenantId } from './columns.ts';
import { licence } from './licences.ts';
import { person } from './people.ts';

/** Somebody or some place that has a thing. A person whose row was erased leaves an id that leads to nobody. */
export type StoredHolder =
  | { type: 'person'; personId: string }
  | { type: 'organisation'; name: string }
  | { type: 'place'; name: string };

/** The original of a licence, a copy of it, or the account of an official system: where it is and who has it. */
export const custodyItem = app.table(
  'custody_item',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind').notNull(),
    licenceId: uuid('licence_id'),
    label: text('label').notNull(),
    place: text('place'),
    note: text('note'),
    state: text('state').notNull(),
    /** Who answers for it. */
    keeper: json<StoredHolder>('keeper').notNull(),
    /** Who has it on loan. */
    borrower: json<StoredHolder>('borrower'),
    lentOn: civilDay('lent_on'),
    loanDueOn: civilDay('loan_due_on'),
    loanPurpose: text('loan_purpose'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index().on(t.tenantId, t.createdAt, t.id),
    index().on(t.tenantId, t.licenceId),
    index('custody_item_loan').on(t.tenantId, t.loanDueOn).where(sql`${t.loanDueOn} is not null`),
    foreignKey({ columns: [t.tenantId, t.licenceId], foreignColumns: [licence.tenantId, licence.id] }),
    check('custody_item_kind', sql`${t.kind} in ('original', 'copy', 'account')`),
    check('custody_item_state', sql`${t.state} in ('kept', 'lent', 'lost', 'retired')`),
    check(
      'custody_item_loan',
      sql`(${t.state} = 'lent') = (${t.borrower} is not null) and (${t.borrower} is null) = (${t.loanDueOn} is null)
        and (${t.borrower} is null) = (${t.lentOn} is null)`,
    ),
  ],
);

/** Append-only: every change of hands. */
export const custodyMove = app.table(
  'custody_move',
  {
    tenantId: tenantId(),
    itemId: uuid('item_id').notNull(),
    /** Version of the item that it made. */
    seq: integer('seq').notNull(),
    move: text('move').notNull(),
    on: civilDay('on').notNull(),
    from: json<StoredHolder>('from'),
    to: json<StoredHolder>('to'),
    dueOn: civilDay('due_on'),
    note: text('note'),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.itemId, t.seq] }),
    foreignKey({ columns: [t.tenantId, t.itemId], foreignColumns: [custodyItem.tenantId, custodyItem.id] }),
    check('custody_move_actor', sql`${t.actorKind} in ('user', 'api-key', 'system')`),
  ],
);

/** People in the history of things: what an export of one of them shows, and what goes when one is erased. */
export const custodyPerson = app.table(
  'custody_person',
  {
    tenantId: tenantId(),
    itemId: uuid('item_id').notNull(),
    seq: integer('seq').notNull(),
    role: text('role').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.itemId, t.seq, t.role] }),
    index().on(t.tenantId, t.personId),
    foreignKey({
      name: 'custody_person_move_fk',
      columns: [t.tenantId, t.itemId, t.seq],
      foreignColumns: [custodyMove.tenantId, custodyMove.itemId, custodyMove.seq],
    }),
    foreignKey({ columns: [t.tenantId, t.personId], foreignColumns: [person.tenantId, person.id] }),
    check('custody_person_role', sql`${t.role} in ('from', 'to')`),
  ],
);
