import { nowInstant } from '../clock.ts';
import type { TenantContext } from '../context.ts';
import { auditEvent } from '../db/schema/audit.ts';
import type { TenantTransaction } from '../db/tenant-transaction.ts';

/** What was done, in the past tense of the area it belongs to. */
export type AuditAction =
  | 'licence.registered'
  | 'licence.corrected'
  | 'facts.answered'
  | 'event.recorded'
  | 'event.withdrawn'
  | 'schedule.changed'
  | 'api-key.created'
  | 'api-key.rotated'
  | 'api-key.revoked'
  | 'api-key.granted'
  | 'api-key.grant-withdrawn';

/**
 * Writes down who changed what, in the transaction of the change. The detail names what changed and never holds a
 * person's data; values are in the tables with history.
 */
export async function recordAudit(
  tx: TenantTransaction,
  ctx: TenantContext,
  action: AuditAction,
  subject: { type: 'licence' | 'fact' | 'event' | 'schedule' | 'api-key'; id: string | null },
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { role, userId } = tx.access;
  await tx.db.insert(auditEvent).values({
    tenantId: tx.tenantId,
    id: ctx.newId(),
    at: nowInstant(ctx.clock),
    actorKind: role === 'system' ? 'system' : role === 'api-key' ? 'api-key' : 'user',
    actorId: userId ?? ctx.apiKeyId ?? null,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    detail,
    requestId: ctx.requestId,
  });
}
