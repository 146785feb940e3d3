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
  | 'person.added'
  | 'person.imported'
  | 'person.changed'
  | 'person.ended'
  | 'person.revealed'
  | 'person.exported'
  | 'person.erased'
  | 'roster.recorded'
  | 'roster.corrected'
  | 'roster.ended'
  | 'roster.withdrawn'
  | 'roster.kept'
  | 'staffing.parameter-set'
  | 'staffing.parameter-reset'
  | 'data-key.rotated'
  | 'data-key.applied'
  | 'item.assigned'
  | 'item.prepared'
  | 'item.filed'
  | 'item.receipt-recorded'
  | 'item.closed'
  | 'item.signed'
  | 'item.reopened'
  | 'item.waiver-requested'
  | 'item.waiver-withdrawn'
  | 'item.waived'
  | 'item.waiver-refused'
  | 'item.missed'
  | 'file.uploaded'
  | 'evidence.attached'
  | 'evidence.withdrawn'
  | 'comment.added'
  | 'comment.edited'
  | 'comment.withdrawn'
  | 'review.rhythm-set'
  | 'own-duty.created'
  | 'own-duty.changed'
  | 'own-duty.retired'
  | 'own-duty.restored'
  | 'rules.adopted'
  | 'rules.taken-back'
  | 'rule-change.started'
  | 'rule-change.previewed'
  | 'rule-change.adopting'
  | 'rule-change.adopted'
  | 'rule-change.taking-back'
  | 'rule-change.taken-back'
  | 'workflow.started'
  | 'workflow.moved'
  | 'workflow.taken-back'
  | 'workflow.assigned'
  | 'workflow.materials-set'
  | 'licence.replaced'
  | 'annual-report.recorded'
  | 'request.asked'
  | 'request.changed'
  | 'request.withdrawn'
  | 'request.answered'
  | 'request.accepted'
  | 'request.sent-back'
  | 'request.dropped'
  | 'request.link-made'
  | 'request.link-revoked'
  | 'custody.recorded'
  | 'custody.changed'
  | 'custody.moved'
  | 'history.back-filled'
  | 'notices.written'
  | 'reminders.changed'
  | 'channel.created'
  | 'channel.changed'
  | 'channel.address-set'
  | 'channel.tested'
  | 'channel.enabled'
  | 'channel.disabled'
  | 'channel.removed'
  | 'api-key.created'
  | 'api-key.rotated'
  | 'api-key.revoked'
  | 'api-key.granted'
  | 'api-key.grant-withdrawn';

/** What was changed. */
export type AuditSubject =
  | 'licence'
  | 'fact'
  | 'event'
  | 'schedule'
  | 'person'
  | 'roster'
  | 'staffing'
  | 'data-key'
  | 'api-key'
  | 'occurrence'
  | 'file'
  | 'evidence'
  | 'comment'
  | 'review'
  | 'own-duty'
  | 'rules'
  | 'rule-change'
  | 'workflow'
  | 'annual-report'
  | 'request'
  | 'custody'
  | 'notice'
  | 'reminders'
  | 'channel';

/**
 * Writes down who changed what, in the transaction of the change. The detail names what changed and never holds a
 * person's data; values are in the tables with history.
 */
export async function recordAudit(
  tx: TenantTransaction,
  ctx: TenantContext,
  action: AuditAction,
  subject: { type: AuditSubject; id: string | null },
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx.db.insert(auditEvent).values({
    tenantId: tx.tenantId,
    id: ctx.newId(),
    at: nowInstant(ctx.clock),
    ...actorOf(tx, ctx),
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    detail,
    requestId: ctx.requestId,
  });
}

/** Who acts: a person, a key, the product itself, or whoever has the link to a request. */
export function actorOf(
  { access }: Pick<TenantTransaction, 'access'>,
  ctx: Pick<TenantContext, 'apiKeyId'>,
): { actorKind: 'user' | 'api-key' | 'system' | 'link'; actorId: string | null } {
  const { role, userId, link } = access;
  if (role === 'link') return { actorKind: 'link', actorId: link?.id ?? null };
  const actorKind = role === 'system' ? 'system' : role === 'api-key' ? 'api-key' : 'user';
  return { actorKind, actorId: userId ?? ctx.apiKeyId ?? null };
}
