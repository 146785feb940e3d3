import { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { companyOperation, type Operation } from '../../rest/operation.ts';
import { getWorkflow } from './get-workflow.ts';
import { listWorkflows } from './list-workflows.ts';
import { moveWorkflow } from './move-workflow.ts';
import * as s from './schemas.ts';
import { startWorkflow } from './start-workflow.ts';
import { takeBackMove } from './take-back.ts';

/** Taking back goes by the name that the log gives it. */
const TAKE_BACK = 'take-back';

export const workflowRoutes: readonly Operation[] = [
  companyOperation({
    method: 'get',
    path: '/workflows',
    id: 'listWorkflows',
    tag: 'workflows',
    scope: 'workflows.read',
    summary: 'List workflows',
    description: 'Renewals, changes, annual reports and the like, latest started first.',
    input: s.ListWorkflowsInput,
    output: s.WorkflowPage,
    outputName: 'WorkflowPage',
    run: listWorkflows,
  }),
  companyOperation({
    method: 'get',
    path: '/workflows/{workflowId}',
    id: 'getWorkflow',
    tag: 'workflows',
    scope: 'workflows.read',
    summary: 'Read a workflow',
    description: 'State, the moves that start from it with their fields, clocks, list of material, items and log.',
    input: s.GetWorkflowInput,
    output: s.WorkflowDetail,
    outputName: 'Workflow',
    run: getWorkflow,
  }),
  companyOperation({
    method: 'post',
    path: '/workflows',
    id: 'startWorkflow',
    tag: 'workflows',
    scope: 'workflows.write',
    summary: 'Start a workflow',
    description:
      'On a licence, an event or a network unit. `data` holds the fields of the opening, `by` the person who starts it. 409 when the same work is running.',
    input: s.StartInput,
    output: s.WorkflowResult,
    outputName: 'WorkflowResult',
    created: ({ workflowId }) => `/workflows/${workflowId}`,
    mayConflict: true,
    run: startWorkflow,
  }),
  companyOperation({
    method: 'post',
    path: '/workflows/{workflowId}/moves',
    id: 'moveWorkflow',
    tag: 'workflows',
    scope: 'workflows.write',
    summary: 'Make a move of a workflow',
    description:
      'A move that `getWorkflow` lists, with its fields in `data` and the person in `by`; or `take-back` with `data.reason`, which takes back the last step. `version` is that of the workflow as last read: 409 says who was faster.',
    input: s.MoveInput,
    output: s.WorkflowResult,
    outputName: 'WorkflowResult',
    mayConflict: true,
    run: moveOrTakeBack,
  }),
];

const Named = z.looseObject({ move: z.unknown(), data: z.looseObject({ reason: z.unknown() }).optional() });

async function moveOrTakeBack(ctx: TenantContext, raw: unknown): Promise<s.WorkflowResult> {
  const read = Named.safeParse(raw);
  if (!read.success || read.data.move !== TAKE_BACK) return moveWorkflow(ctx, raw);
  const { move: _, data, ...seen } = read.data;
  return takeBackMove(ctx, { ...seen, ...data });
}
