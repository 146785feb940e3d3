import { asc, inArray, isNull, lt } from 'drizzle-orm';
import type { PgBoss } from 'pg-boss';
import { nowInstant } from '../clock.ts';
import type { TenantContext } from '../context.ts';
import { outbox } from '../db/schema/audit.ts';
import { type TenantTransaction, withTenant } from '../db/tenant-transaction.ts';
import { AppError } from '../errors.ts';
import { jobContext, type WorkerServices } from './worker-services.ts';

const SIGNALS_AT_A_TIME = 500;
const ROWS_AT_A_TIME = 500;
const KEPT_MS = 30 * 24 * 3_600_000;

/** Makes jobs of all work that committed transactions have left. */
export async function dispatchOutbox(boss: PgBoss, services: WorkerServices): Promise<void> {
  for (;;) {
    const { rows: signals } = await services.pool.query<{ id: string; tenant_id: string }>(
      'select id, tenant_id from authz.outbox_signals($1)',
      [SIGNALS_AT_A_TIME],
    );
    for (const tenantId of new Set(signals.map((signal) => signal.tenant_id))) {
      await dispatchTenant(boss, services, tenantId);
      const ids = signals.filter((signal) => signal.tenant_id === tenantId).map((signal) => signal.id);
      await services.pool.query('select authz.clear_outbox_signals($1)', [ids]);
    }
    if (signals.length < SIGNALS_AT_A_TIME) return;
  }
}

/**
 * Makes jobs of the work of one company. The job has the id of its row: when this ends between the two stores and comes
 * again, the job is there already. What a closed company has left waits until it is open again.
 */
export async function dispatchTenant(boss: PgBoss, services: WorkerServices, tenantId: string): Promise<void> {
  const ctx = jobContext(services, { id: 'outbox', tenantId, actorId: null });
  for (;;) {
    try {
      const sent = await withTenant(ctx, 'write', async (tx) => {
        const rows = await tx.db
          .select()
          .from(outbox)
          .where(isNull(outbox.dispatchedAt))
          .orderBy(asc(outbox.createdAt))
          .limit(ROWS_AT_A_TIME)
          .for('update', { skipLocked: true });
        for (const { id, task, actorId, payload } of rows) {
          // Somebody waits for these; the night's work does not mind.
          await boss.insert(task, [{ id, priority: 1, data: { tenantId, actorId, payload } }]);
        }
        const ids = rows.map((row) => row.id);
        if (ids.length > 0) {
          await tx.db
            .update(outbox)
            .set({ dispatchedAt: nowInstant(ctx.clock) })
            .where(inArray(outbox.id, ids));
        }
        return rows.length;
      });
      if (sent < ROWS_AT_A_TIME) return;
    } catch (error) {
      if (error instanceof AppError && (error.code === 'not-found' || error.code === 'forbidden')) return;
      throw error;
    }
  }
}

/** Whether the company has left work of which no job has been made. */
export async function hasUndispatched(tx: TenantTransaction): Promise<boolean> {
  const rows = await tx.db.select({ id: outbox.id }).from(outbox).where(isNull(outbox.dispatchedAt)).limit(1);
  return rows.length > 0;
}

/** Deletes the rows of the company whose jobs have been made long ago. */
export async function forgetDispatched(tx: TenantTransaction, ctx: TenantContext): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEPT_MS).toISOString();
  await tx.db.delete(outbox).where(lt(outbox.dispatchedAt, before));
}
