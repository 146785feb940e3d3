import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import { workflow } from '../../db/schema/workflows.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requirePeopleHere } from '../people-here.ts';
import { recordAudit } from '../record-audit.ts';
import { lockWorkflow } from './queries.ts';
import { requireVersion } from './refuse.ts';
import { AssignWorkflowInput, type AssignWorkflowOutput } from './schemas.ts';
import { tellResponsible } from './tell-responsible.ts';

/**
 * Gives a piece of work to somebody who has access to the company, or takes it from whoever has it.
 * @throws AppError `not-found`, `conflict`, `invalid-input` at `responsibleId` for a stranger
 */
export async function assignWorkflow(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AssignWorkflowOutput>> {
  const input = parseInput(AssignWorkflowInput, raw);
  return withTenant(ctx, 'write', (tx) => assignInTransaction(tx, ctx, input));
}

/** The assignment itself, for one piece of work or one of many. */
export async function assignInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  { workflowId, version, responsibleId }: z.output<typeof AssignWorkflowInput>,
): Promise<z.infer<typeof AssignWorkflowOutput>> {
  requirePermission(tx.access, 'workflow:work');
  const row = await lockWorkflow(tx, workflowId);
  if (!row) throw notFound();
  await requireVersion(tx, row, version);
  await requirePeopleHere(tx, responsibleId === null ? [] : [responsibleId], 'responsibleId');
  const change = { responsibleId, version: row.version + 1 };
  await tx.db.update(workflow).set(change).where(eq(workflow.id, row.id));
  await tellResponsible(tx, ctx, { ...row, ...change });
  const detail = { from: publicIdOrNull('user', row.responsibleId), to: publicIdOrNull('user', responsibleId) };
  await recordAudit(tx, ctx, 'workflow.assigned', { type: 'workflow', id: row.id }, detail);
  return { workflowId: publicId('workflow', row.id), version: change.version };
}
