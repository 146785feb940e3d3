import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { triggerEvent } from '../../db/schema/facts.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { lockEvent } from './queries.ts';
import { WithdrawEventInput, type WithdrawEventOutput } from './schemas.ts';

/**
 * Takes back an event that was recorded by mistake. It stays in the list with the reason; its dates go, except those that
 * somebody has worked on.
 * @throws AppError `not-found`, `conflict` when it is withdrawn already
 */
export async function withdrawEvent(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof WithdrawEventOutput>> {
  const { eventId, reason } = parseInput(WithdrawEventInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'event:write');
    await lockSchedule(tx);
    const row = await lockEvent(tx, eventId);
    if (!row) throw notFound();
    if (row.withdrawnAt !== null) throw conflict('该事件已撤回。', 'This event is withdrawn already.');
    await tx.db
      .update(triggerEvent)
      .set({ withdrawnAt: nowInstant(ctx.clock), withdrawnBy: tx.access.userId, withdrawalReason: reason })
      .where(eq(triggerEvent.id, eventId));
    await recordAudit(tx, ctx, 'event.withdrawn', { type: 'event', id: eventId }, { type: row.type });
    return { eventId: publicId('event', eventId), schedule: await regenerateOrEnqueue(tx, ctx, 'event') };
  });
}
