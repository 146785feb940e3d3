import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { UserId } from '../../db/ids.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';

export const ListAuditInput = z.strictObject({
  /** One action (`licence.registered`) or all of an area (`licence`). */
  action: z.string().trim().min(1).max(60).optional(),
  actorId: UserId.optional(),
  /** Days in China, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: Cursor,
  limit: Limit,
});

export const AuditEntryView = z.strictObject({
  id: z.string(),
  /** Place in the chain of the organisation, counted from 1. */
  seq: z.int().nullable(),
  at: z.string(),
  by: PersonView,
  byKind: z.enum(['user', 'api-key', 'system', 'link']),
  action: z.string(),
  subject: z.strictObject({ type: z.string(), id: z.string().nullable() }),
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string(),
  /** Hash of the chain up to here, in hex. */
  hash: z.string().nullable(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditPage = z.strictObject({ items: z.array(AuditEntryView), nextCursor: z.string().nullable() });

export const AuditStatusInput = z.strictObject({});
export const AuditStatus = z.strictObject({
  /** Where the chain ends; null while nothing has happened. */
  head: z.strictObject({ seq: z.int(), hash: z.string() }).nullable(),
  lastCheck: z
    .strictObject({
      at: z.string(),
      intact: z.boolean(),
      entries: z.int(),
      problem: Bilingual.nullable(),
      /** Whether it was held against a note outside of the database. */
      anchored: z.boolean(),
    })
    .nullable(),
});

/** How often the owners get the end of the chain by mail, for keeping where nobody of ours can change it. */
const Frequency = z.enum(['weekly', 'monthly', 'off']);
export const SetHeadMailInput = z.strictObject({ frequency: Frequency });
export const HeadMail = z.strictObject({ frequency: Frequency, lastSentOn: z.string().nullable() });

export const ListDenialsInput = z.strictObject({ limit: Limit });
export const DenialList = z.strictObject({
  items: z.array(
    z.strictObject({
      at: z.string(),
      by: PersonView,
      requestId: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const ExportAuditInput = z.strictObject({
  /** The `nextAfter` of the call before. */
  after: z.int().min(0).default(0),
});
export const AuditExport = z.strictObject({
  /** JSON Lines: `{seq, previousHash, hash, entry}`. */
  lines: z.string(),
  entries: z.int(),
  nextAfter: z.int().nullable(),
});

export const OperatorAccessInput = z.strictObject({});
export const OperatorAccessList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      operator: z.string(),
      reason: z.string(),
      openedAt: z.string(),
      endsAt: z.string(),
      endedAt: z.string().nullable(),
      active: z.boolean(),
    }),
  ),
});
