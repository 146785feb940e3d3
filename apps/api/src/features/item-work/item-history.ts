import { type Bilingual, MOVE_RULES, type WorkMove } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { readItem, readWorkLog } from './queries.ts';
import { ItemHistory, ItemHistoryInput } from './schemas.ts';

const OTHER_MOVES: Readonly<Record<string, Bilingual>> = {
  'attach-evidence': { zh: '附证据', en: 'Attach evidence' },
  'withdraw-evidence': { zh: '撤回证据', en: 'Withdraw evidence' },
  'back-fill': { zh: '补录历史', en: 'Record afterwards' },
};
const Entry = ItemHistory.shape.items.element;

/** Everything that was done with an item, latest first. Nothing of it can be changed. */
export async function itemHistory(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ItemHistory>> {
  const { occurrenceId, cursor, limit } = parseInput(ItemHistoryInput, raw);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    if (!(await readItem(tx, occurrenceId))) throw notFound();
    const rows = await readWorkLog(tx, occurrenceId, { after, limit });
    const people = await readPeople(tx);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.at, row.id]);
    return {
      items: items.map((row) => ({
        id: row.id,
        at: row.at,
        by: row.actorKind === 'user' ? people(row.actorId) : null,
        byKind: Entry.shape.byKind.parse(row.actorKind),
        move: row.move,
        name: MOVE_RULES[row.move as WorkMove]?.name ?? OTHER_MOVES[row.move] ?? { zh: row.move, en: row.move },
        stateBefore: Entry.shape.stateBefore.parse(row.stateBefore),
        stateAfter: Entry.shape.stateAfter.parse(row.stateAfter),
        version: row.version,
        data: withPublicIds(row.data),
      })),
      nextCursor,
    };
  });
}

/** Ids inside of what a move said, as callers know them. */
function withPublicIds({ from, to, by, requestedBy, submittedBy, evidenceId, ...data }: Record<string, unknown>) {
  const people = { from, to, by, requestedBy, submittedBy };
  const shown = Object.entries(people).filter(([, id]) => id !== undefined);
  return {
    ...data,
    ...Object.fromEntries(shown.map(([key, id]) => [key, typeof id === 'string' ? publicId('user', id) : id])),
    ...(typeof evidenceId === 'string' ? { evidenceId: publicId('evidence', evidenceId) } : {}),
  };
}
