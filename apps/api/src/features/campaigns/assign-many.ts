import { publicId } from '../../db/ids.ts';
import { parseInput } from '../../parse-input.ts';
import { assignInTransaction } from '../workflows/assign-workflow.ts';
import { type Caller, overCompanies } from './over-companies.ts';
import { AssignManyInput, type ManyResult } from './schemas.ts';

/** Gives work of many companies to one person, who must have access to each of them. */
export async function assignMany(caller: Caller, raw: unknown): Promise<ManyResult> {
  const { items, responsibleId } = parseInput(AssignManyInput, raw);
  const results = await overCompanies(
    caller,
    items,
    ({ workflowId }) => publicId('workflow', workflowId),
    (tx, ctx, { workflowId, version }) => assignInTransaction(tx, ctx, { workflowId, version, responsibleId }),
  );
  return { results };
}
