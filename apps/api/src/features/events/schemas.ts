import { Bilingual, Finding } from '@zhengqi/obligations';
import { z } from 'zod';
import { EventId } from '../../db/ids.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';

const AttributeValue = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);
const EventTypeName = z.string().max(100);

export const RecordEventInput = z.strictObject({
  type: EventTypeName,
  /** By the names of the event catalogue. */
  attributes: z.record(z.string().max(100), AttributeValue),
  /** Made by a form when it opens: sent twice, it is one event. Programs have `Idempotency-Key` for that. */
  requestId: z.uuid().optional(),
});
export const RecordEventOutput = z.strictObject({
  eventId: z.string(),
  warnings: z.array(Finding),
  schedule: ScheduleDifference,
});

export const ListEventsInput = z.strictObject({
  type: EventTypeName.optional(),
  includeWithdrawn: z.boolean().default(false),
  cursor: Cursor,
  limit: Limit,
});
export const EventView = z.strictObject({
  id: z.string(),
  type: z.string(),
  name: Bilingual,
  attributes: z.record(z.string(), AttributeValue),
  happenedOn: z.string(),
  recordedAt: z.string(),
  by: PersonView,
  withdrawn: z.strictObject({ at: z.string(), by: PersonView, reason: z.string() }).nullable(),
});
export const EventPage = z.strictObject({ items: z.array(EventView), nextCursor: z.string().nullable() });

export const WithdrawEventInput = z.strictObject({ eventId: EventId, reason: z.string().trim().min(1).max(500) });
export const WithdrawEventOutput = z.strictObject({ eventId: z.string(), schedule: ScheduleDifference });

/** Kinds of events with what a form asks for each. The first attribute is the main date. */
export const EventCatalogue = z.strictObject({
  items: z.array(
    z.strictObject({
      type: z.string(),
      name: Bilingual,
      attributes: z.array(
        z.strictObject({
          key: z.string(),
          label: Bilingual,
          type: z.enum(['date', 'instant', 'number', 'boolean', 'text', 'choice']),
          required: z.boolean(),
          mayBeFuture: z.boolean(),
          values: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
});
