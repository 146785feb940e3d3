import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { evidence } from '../../db/schema/work.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockItem } from '../item-work/queries.ts';
import { writeLog } from '../item-work/write-log.ts';
import { readOneEvidence } from './queries.ts';
import { WithdrawEvidenceInput, type WithdrawEvidenceOutput } from './schemas.ts';

/**
 * Withdraws evidence that was attached by mistake. It stays in the list with the reason, and its file stays.
 * @throws AppError `conflict` when the item is closed on it, or it is withdrawn already
 */
export async function withdrawEvidence(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof WithdrawEvidenceOutput>> {
  const { evidenceId, reason } = parseInput(WithdrawEvidenceInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    const found = await readOneEvidence(tx, evidenceId);
    // The item is what is locked: closing it and withdrawing what it is closed on wait for each other.
    const item = found && (await lockItem(tx, found.occurrenceId));
    if (!item) throw notFound();
    if (item.workState === 'closed') {
      throw conflict('事项已办结，请先重新打开。', 'The item is closed: reopen it first.');
    }
    const withdrawn = { withdrawnAt: nowInstant(ctx.clock), withdrawnBy: tx.access.userId, withdrawalReason: reason };
    if ((await readOneEvidence(tx, evidenceId))?.withdrawnAt !== null) {
      throw conflict('该证据已撤回。', 'This evidence is withdrawn already.');
    }
    await tx.db
      .update(evidence)
      .set(withdrawn)
      .where(and(eq(evidence.tenantId, tx.tenantId), eq(evidence.id, evidenceId)));
    await writeLog(tx, ctx, item, item, 'withdraw-evidence', { evidenceId, reason });
    await recordAudit(tx, ctx, 'evidence.withdrawn', { type: 'evidence', id: evidenceId }, { key: item.naturalKey });
    return { evidenceId: publicId('evidence', evidenceId) };
  });
}
