import { NewOrganisation } from '../../auth/sign-up.ts';
import { router, sessionProcedure } from '../../trpc/init.ts';
import { dangerousMutation, tenantQuery } from '../../trpc/procedures.ts';
import { closeOrganisation } from './close-organisation.ts';
import { createOrganisation } from './create-organisation.ts';
import { getOrganisation } from './queries.ts';
import * as s from './schemas.ts';

export const organisationsRouter = router({
  get: tenantQuery(s.Nothing, s.OrganisationDetail, getOrganisation),
  create: sessionProcedure
    .input(NewOrganisation)
    .output(s.CreateOrganisationOutput)
    .mutation(({ ctx, input }) => createOrganisation(ctx, input)),
  close: dangerousMutation(s.CloseOrganisationInput, s.CloseOrganisationOutput, closeOrganisation),
});
