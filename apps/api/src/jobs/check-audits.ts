import { civilDateOf } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { nowInstant, today } from '../clock.ts';
import { withTenant } from '../db/tenant-transaction.ts';
import { AppError } from '../errors.ts';
import { type ChainCheck, verifyChain } from '../features/audit/verify-chain.ts';
import { AuditAnchors } from './audit-anchors.ts';
import { jobId } from './boss.ts';
import { jobContext, type WorkerServices } from './worker-services.ts';

const JobData = z.strictObject({ tenantId: z.uuid() });

/** Gives every organisation the check of its audit chain. Running it twice makes no second job for a day. */
export async function checkAudits(boss: PgBoss, services: WorkerServices, dueAt: Date): Promise<void> {
  const day = civilDateOf(dueAt.toISOString());
  const { rows } = await services.pool.query<{ id: string }>('select id from authz.organisations_to_check() as id');
  const jobs = rows.map(({ id: tenantId }) => ({ id: jobId('check-audit', tenantId, day), data: { tenantId } }));
  for (let i = 0; i < jobs.length; i += 1000) await boss.insert('check-audit', jobs.slice(i, i + 1000));
  services.logger.info({ day, organisations: jobs.length }, 'audit chains to check');
}

/**
 * Checks the audit chain of one organisation against itself and against the last note outside of the database, stores
 * what was found where the organisation sees it, and notes where the chain ends now. A broken chain gets no new note.
 */
export async function checkAudit(services: WorkerServices, id: string, data: unknown): Promise<ChainCheck | null> {
  const { tenantId } = JobData.parse(data);
  const ctx = jobContext(services, { id, tenantId, actorId: null });
  const anchors = services.dataFolder === null ? null : new AuditAnchors(services.dataFolder);
  const anchor = anchors?.latest(tenantId) ?? null;
  const at = nowInstant(services.clock);
  try {
    const check = await withTenant(ctx, 'read', async (tx) => {
      const found = await verifyChain(tx, anchor);
      const { end, problem } = found;
      await tx.db.execute(
        sql`select authz.note_audit_check(${at}, ${end.seq}, ${problem?.kind ?? null}, ${problem?.seq ?? null}, ${anchor !== null})`,
      );
      // Out of the database by another way than the notes: to the people themselves, as often as they want it.
      if (problem === null) await tx.db.execute(sql`select authz.mail_audit_head(${today(services.clock)}::date)`);
      return found;
    });
    if (check.problem) services.logger.error({ requestId: id, tenantId, ...check.problem }, 'audit chain is broken');
    else anchors?.add(tenantId, at, check.end);
    return check;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    services.logger.warn({ requestId: id }, 'the organisation has been suspended; its chain is not checked');
    return null;
  }
}
