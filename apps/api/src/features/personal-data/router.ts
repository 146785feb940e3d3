import { type ZodObject, type ZodRawShape, z } from 'zod';
import type { LiveSession } from '../../auth/session.ts';
import { type RequestContext, tenantContextOf } from '../../context.ts';
import { OrganisationId } from '../../db/ids.ts';
import { parseInput } from '../../parse-input.ts';
import { dangerousProcedure, router, sessionProcedure } from '../../trpc/init.ts';
import { dangerousMutation, tenantQuery } from '../../trpc/procedures.ts';
import { beginExport } from './begin-export.ts';
import { cancelErasure } from './cancel-erasure.ts';
import type { OwnerContext } from './owner-context.ts';
import { erasureState, exportPage } from './queries.ts';
import { requestErasure } from './request-erasure.ts';
import { KeyState, KeyStateInput, keyState, rotateKey } from './rotate-key.ts';
import * as s from './schemas.ts';

/** The schema with the organisation, checked and handed on as it came: the use case parses it again. */
function ofOrganisation<Shape extends ZodRawShape>(input: ZodObject<Shape, z.core.$strict>) {
  const schema = z.strictObject({ organisationId: OrganisationId, ...input.shape });
  return (raw: unknown): z.input<typeof schema> => {
    parseInput(schema, raw);
    return raw as z.input<typeof schema>;
  };
}

/** A use case called for the organisation that the input names. */
function run<Output>(useCase: (ctx: OwnerContext, raw: unknown) => Promise<Output>) {
  return ({ ctx, input }: { ctx: RequestContext & { session: LiveSession }; input: unknown }): Promise<Output> => {
    const { organisationId, ...rest } = input as { organisationId: string };
    const tenantId = parseInput(z.object({ organisationId: OrganisationId }), { organisationId }).organisationId;
    const credential = Buffer.from(ctx.session.credentialHash, 'hex');
    const tenant = tenantContextOf(ctx, ctx.session, tenantId);
    return useCase({ tenant, authPool: ctx.services.authPool, credential }, rest);
  };
}

export const dataExportRouter = router({
  begin: dangerousProcedure
    .input(ofOrganisation(s.BeginExportInput))
    .output(s.BeginExportOutput)
    .mutation(run(beginExport)),
  page: dangerousProcedure.input(ofOrganisation(s.ExportPageInput)).output(s.ExportPage).query(run(exportPage)),
  requestErasure: dangerousProcedure
    .input(ofOrganisation(s.RequestErasureInput))
    .output(s.RequestErasureOutput)
    .mutation(run(requestErasure)),
  erasure: sessionProcedure.input(ofOrganisation(s.ErasureInput)).output(s.ErasureState).query(run(erasureState)),
  cancelErasure: sessionProcedure
    .input(ofOrganisation(s.ErasureInput))
    .output(s.ErasureCancelled)
    .mutation(run(cancelErasure)),
});

export const dataKeysRouter = router({
  state: tenantQuery(KeyStateInput, KeyState, keyState),
  rotate: dangerousMutation(KeyStateInput, KeyState, rotateKey),
});
