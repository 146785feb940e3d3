import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { titleOf } from '../schedule/change-views.ts';
import { countHistory, readHistory } from './queries.ts';
import { BackFillPage, ListBackFillInput } from './schemas.ts';

/** Items whose limit had passed before the product knew of the licence, earliest first, with what was said of them. */
export async function listBackFill(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof BackFillPage>> {
  const input = parseInput(ListBackFillInput, raw);
  const after = decodeCursor(input.cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readHistory(tx, input, after);
    const { items, nextCursor } = pageOf(rows, input.limit, (row) => [row.dueOn, row.id]);
    const people = await readPeople(tx);
    return BackFillPage.parse({
      items: items.map(({ id, recordedBy, recordedAt, ...row }) => ({
        ...row,
        occurrenceId: publicId('occurrence', id),
        title: titleOf(row.dutyId, tx.rules.rulebook),
        answeredAt: recordedAt === null ? null : new Date(recordedAt).toISOString(),
        by: people(recordedBy),
      })),
      nextCursor,
      counts: await countHistory(tx, input.licenceId),
    });
  });
}
