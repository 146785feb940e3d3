import { type CivilDate, daysBetween } from '@zhengqi/obligations';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type PersonView, readPeople } from '../people.ts';
import { titleOf } from '../schedule/change-views.ts';
import { readLinks, readRequestedItems, readThings, type RequestTableRow, type ThingRow } from './queries.ts';
import { type RequestRow, RequestState } from './schemas.ts';

/** Some requests as lists show them. */
export async function requestRows(
  tx: TenantTransaction,
  ctx: TenantContext,
  rows: readonly RequestTableRow[],
): Promise<RequestRow[]> {
  const ids = rows.map(({ id }) => id);
  const things = Map.groupBy(await readThings(tx, ids), ({ requestId }) => requestId);
  const links = await readLinks(tx, ids);
  const items = await readRequestedItems(
    tx,
    rows.flatMap(({ occurrenceId }) => occurrenceId ?? []),
  );
  const people = await readPeople(tx);
  const day = today(ctx.clock);
  return rows.map((row) => {
    const item = row.occurrenceId === null ? undefined : items.get(row.occurrenceId);
    const link = links.get(row.id);
    return requestRow(row, countsOf(things.get(row.id) ?? []), day, {
      askedBy: people(row.askedBy),
      occurrence:
        item === undefined || row.occurrenceId === null
          ? null
          : {
              id: publicId('occurrence', row.occurrenceId),
              title: titleOf(item.dutyId, tx.rules.rulebook),
              dueOn: item.dueOn,
            },
      link: link
        ? {
            linkId: publicId('requestLink', link.id),
            expiresAt: new Date(link.expires_at).toISOString(),
            live: link.live,
          }
        : null,
    });
  });
}

/** How many things are still to be given, to be looked at, and accepted. */
export function countsOf(things: readonly Pick<ThingRow, 'state'>[]): RequestRow['counts'] {
  const count = (...states: string[]) => things.filter(({ state }) => states.includes(state)).length;
  return {
    total: things.length,
    toGive: count('wanted', 'sent-back'),
    toReview: count('answered', 'refused'),
    accepted: count('accepted'),
  };
}

/** One row, with what comes from other tables. */
export function requestRow(
  row: Pick<
    RequestTableRow,
    'id' | 'version' | 'title' | 'state' | 'dueOn' | 'workflowId' | 'askedForName' | 'createdAt' | 'answeredAt'
  >,
  counts: RequestRow['counts'],
  day: CivilDate,
  more: { askedBy: PersonView; occurrence: RequestRow['occurrence']; link: RequestRow['link'] },
): RequestRow {
  const state = RequestState.parse(row.state);
  const daysLeft = daysBetween(day, row.dueOn);
  return {
    id: publicId('request', row.id),
    version: row.version,
    title: row.title,
    state,
    dueOn: row.dueOn,
    overdue: state === 'open' && daysLeft < 0,
    daysLeft,
    occurrence: more.occurrence,
    workflowId: publicIdOrNull('workflow', row.workflowId),
    askedBy: more.askedBy,
    askedFor: row.askedForName,
    createdAt: row.createdAt,
    answeredAt: row.answeredAt,
    counts,
    link: more.link,
  };
}
