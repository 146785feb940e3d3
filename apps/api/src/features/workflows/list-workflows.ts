import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readWorkflows } from './queries.ts';
import { ListWorkflowsInput, type WorkflowPage } from './schemas.ts';
import { workflowViews } from './workflow-view.ts';

/** Work of a company, latest started first. */
export async function listWorkflows(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof WorkflowPage>> {
  const input = parseInput(ListWorkflowsInput, raw);
  const after = decodeCursor(input.cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readWorkflows(tx, input, after);
    const { items, nextCursor } = pageOf(rows, input.limit, (row) => [row.startedAt, row.id]);
    return { items: await workflowViews(tx, ctx, items), nextCursor };
  });
}
