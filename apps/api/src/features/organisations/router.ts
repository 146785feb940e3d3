import { NewOrganisation } from '../../auth/sign-up.ts';
import { router, sessionProcedure } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { closeOrganisation } from './close-organisation.ts';
import { createOrganisation } from './create-organisation.ts';
import { createSandbox } from './create-sandbox.ts';
import { listSandboxes } from './list-sandboxes.ts';
import { getOrganisation } from './queries.ts';
import { renameOrganisation } from './rename-organisation.ts';
import { reopenOrganisation } from './reopen-organisation.ts';
import * as s from './schemas.ts';

export const organisationsRouter = router({
  get: tenantQuery(s.Nothing, s.OrganisationDetail, getOrganisation),
  create: sessionProcedure
    .input(NewOrganisation)
    .output(s.CreateOrganisationOutput)
    .mutation(({ ctx, input }) => createOrganisation(ctx, input)),
  close: dangerousMutation(s.CloseOrganisationInput, s.CloseOrganisationOutput, closeOrganisation),
  reopen: dangerousMutation(s.Nothing, s.ReopenOrganisationOutput, reopenOrganisation),
  rename: dangerousMutation(s.RenameOrganisationInput, s.RenameOrganisationOutput, renameOrganisation),
  sandboxes: tenantQuery(s.Nothing, s.SandboxList, listSandboxes),
  createSandbox: tenantMutation(s.CreateSandboxInput, s.CreateOrganisationOutput, createSandbox),
});
