import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { auditEvent } from '../../db/schema/audit.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { openWords } from './person-words.ts';
import { readPerson } from './queries.ts';
import { AccessLog, AccessLogInput } from './schemas.ts';

const ActionOf = AccessLog.shape.items.element.shape.action;

/** Who saw data of this person in full, and for which reason; latest first. */
export async function accessLog(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AccessLog>> {
  const { personId } = parseInput(AccessLogInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    requirePermission(tx.access, 'audit:read');
    if (!(await readPerson(tx, personId))) throw notFound();
    const rows = await tx.db
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.subjectId, personId), inArray(auditEvent.action, ActionOf.options)))
      .orderBy(desc(auditEvent.at), desc(auditEvent.id))
      .limit(200);
    const users = await readPeople(tx);
    const open = await openWords(tx, ctx, personId);
    return {
      items: rows.map(({ at, actorId, action, detail }) => ({
        at,
        by: users(actorId),
        action: ActionOf.parse(action),
        field: typeof detail.field === 'string' ? detail.field : null,
        reason: typeof detail.sealedReason === 'string' ? open(detail.sealedReason) : null,
      })),
    };
  });
}
