import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, invalidField } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { assignInTransaction, requireAssignee } from './assign-item.ts';
import { closeInTransaction } from './close-item.ts';
import { AssignManyInput, CloseManyInput, type ManyResult, type WorkResult } from './schemas.ts';

/** Gives many items to somebody; each by itself. */
export async function assignMany(ctx: TenantContext, raw: unknown): Promise<ManyResult> {
  const { items, assigneeId, note } = parseInput(AssignManyInput, raw);
  return workOnMany(
    ctx,
    items,
    (tx) => requireAssignee(tx, assigneeId),
    (tx, item) => assignInTransaction(tx, ctx, item, assigneeId, note),
  );
}

/** Closes many items; each by itself, by the same rules as one alone. */
export async function closeMany(ctx: TenantContext, raw: unknown): Promise<ManyResult> {
  const { items, doneOn, note } = parseInput(CloseManyInput, raw);
  return workOnMany(
    ctx,
    items,
    async () => {},
    (tx, item) => closeInTransaction(tx, ctx, item, { doneOn, note }),
  );
}

interface Item {
  occurrenceId: string;
  version: number;
}

/** Works through a list: a refusal of one item is the answer for that item, and the others go on. */
async function workOnMany(
  ctx: TenantContext,
  items: readonly Item[],
  before: (tx: TenantTransaction) => Promise<void>,
  one: (tx: TenantTransaction, item: Item) => Promise<WorkResult>,
): Promise<ManyResult> {
  const twice = items.findIndex(
    ({ occurrenceId }, i) => items.findIndex((other) => other.occurrenceId === occurrenceId) < i,
  );
  if (twice >= 0) throw invalidField(`items.${twice}.occurrenceId`, '事项重复。', 'The item is there twice.');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    // A regeneration writes many of the same rows in another order: the two must not wait for each other.
    await lockSchedule(tx);
    await before(tx);
    const results: ManyResult['results'] = [];
    for (const item of items) {
      const occurrenceId = publicId('occurrence', item.occurrenceId);
      try {
        const { version } = await one(tx, item);
        results.push({ occurrenceId, ok: true, version, error: null });
      } catch (error) {
        // Refusals come before anything of the item is written; whatever else went wrong takes the whole list back.
        if (!(error instanceof AppError)) throw error;
        const { code, text, fields } = error;
        results.push({ occurrenceId, ok: false, version: null, error: { code, message: text, fields: [...fields] } });
      }
    }
    if (results.some(({ ok }) => ok)) await enqueue(tx, ctx, 'compute-notices', {});
    return { results };
  });
}
