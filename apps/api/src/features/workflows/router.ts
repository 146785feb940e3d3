import { router, sessionProcedure } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { assignWorkflow } from './assign-workflow.ts';
import { workflowCatalogue } from './catalogue.ts';
import { getWorkflow } from './get-workflow.ts';
import { listWorkflows } from './list-workflows.ts';
import { moveWorkflow } from './move-workflow.ts';
import { listOffers } from './offers.ts';
import { replaceLicence } from './replace-licence.ts';
import * as s from './schemas.ts';
import { setMaterials } from './set-materials.ts';
import { startWorkflow } from './start-workflow.ts';
import { takeBackMove } from './take-back.ts';

export const workflowsRouter = router({
  catalogue: sessionProcedure.output(s.Catalogue).query(() => workflowCatalogue()),
  offers: tenantQuery(s.OffersInput, s.Offers, listOffers),
  list: tenantQuery(s.ListWorkflowsInput, s.WorkflowPage, listWorkflows),
  get: tenantQuery(s.GetWorkflowInput, s.WorkflowDetail, getWorkflow),
  start: tenantMutation(s.StartInput, s.WorkflowResult, startWorkflow),
  move: tenantMutation(s.MoveInput, s.WorkflowResult, moveWorkflow),
  takeBack: tenantMutation(s.TakeBackInput, s.WorkflowResult, takeBackMove),
  assign: tenantMutation(s.AssignWorkflowInput, s.AssignWorkflowOutput, assignWorkflow),
  setMaterials: tenantMutation(s.SetMaterialsInput, s.SetMaterialsOutput, setMaterials),
  replaceLicence: tenantMutation(s.ReplaceLicenceInput, s.ReplaceLicenceOutput, replaceLicence),
});
