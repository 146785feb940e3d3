import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { type PersonView, readPeople } from '../people.ts';
import { eventDefinition } from './event-catalogue.ts';
import { type EventRow, readEvents } from './queries.ts';
import { type EventPage, type EventView, ListEventsInput } from './schemas.ts';

/** What happened, latest first. */
export async function listEvents(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof EventPage>> {
  const { type, includeWithdrawn, cursor, limit } = parseInput(ListEventsInput, raw);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readEvents(tx, { type, includeWithdrawn, after, limit });
    const people = await readPeople(tx);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.happenedOn, row.id]);
    return { items: items.map((row) => eventView(row, people)), nextCursor };
  });
}

function eventView(row: EventRow, people: (id: string | null) => PersonView): z.infer<typeof EventView> {
  const { type, attributes, happenedOn, recordedAt, withdrawnAt, withdrawalReason } = row;
  return {
    id: publicId('event', row.id),
    type,
    name: eventDefinition(type)?.name ?? { zh: type, en: type },
    attributes,
    happenedOn,
    recordedAt,
    by: people(row.recordedBy),
    withdrawn:
      withdrawnAt === null ? null : { at: withdrawnAt, by: people(row.withdrawnBy), reason: withdrawalReason ?? '' },
  };
}
