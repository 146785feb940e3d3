import { type ZodObject, type ZodRawShape, type ZodType, z } from 'zod';
import { type TenantContext, tenantContextOf } from '../context.ts';
import { OrganisationId } from '../db/ids.ts';
import { parseInput } from '../parse-input.ts';
import { dangerousProcedure, sessionProcedure } from './init.ts';

/** A use case of one organisation: it checks its own input, so `raw` is what the caller sent. */
type UseCase<Output> = (ctx: TenantContext, raw: unknown) => Promise<Output>;

/**
 * Input and output of a use case as procedure of an organisation. `organisationId` is part of the input, so that the
 * cache of a client never mixes two organisations; the rest goes on to the use case as it came.
 */
function prepared<Shape extends ZodRawShape, Output>(
  input: ZodObject<Shape, z.core.$strict>,
  output: ZodType<Output>,
  base: typeof sessionProcedure = sessionProcedure,
) {
  const withOrganisation = z.strictObject({ organisationId: z.string(), ...input.shape });
  return {
    procedure: base.input(passed(withOrganisation)).output(output),
    run:
      (useCase: UseCase<Output>) =>
      async ({
        ctx,
        input: raw,
      }: {
        ctx: Parameters<typeof tenantContextOf>[0] & { session: Parameters<typeof tenantContextOf>[1] };
        input: unknown;
      }) => {
        const { organisationId, ...rest } = raw as { organisationId: string };
        const tenantId = parseInput(z.object({ organisationId: OrganisationId }), { organisationId }).organisationId;
        return useCase(tenantContextOf(ctx, ctx.session, tenantId), rest);
      },
  };
}

/**
 * The schema checks what arrives and hands it on unchanged: the use case parses it again, and a schema that turns ids
 * into uuids must not do so twice.
 */
export function passed<Input>(schema: ZodType<unknown, Input>) {
  return (raw: unknown): Input => {
    parseInput(schema, raw);
    return raw as Input;
  };
}

/** A reading procedure of an organisation. */
export function tenantQuery<Shape extends ZodRawShape, Output>(
  input: ZodObject<Shape, z.core.$strict>,
  output: ZodType<Output>,
  useCase: UseCase<Output>,
) {
  const { procedure, run } = prepared(input, output);
  return procedure.query(run(useCase));
}

/** A changing procedure of an organisation. */
export function tenantMutation<Shape extends ZodRawShape, Output>(
  input: ZodObject<Shape, z.core.$strict>,
  output: ZodType<Output>,
  useCase: UseCase<Output>,
) {
  const { procedure, run } = prepared(input, output);
  return procedure.mutation(run(useCase));
}

/** A changing procedure of an organisation that wants a fresh proof of who sits there. */
export function dangerousMutation<Shape extends ZodRawShape, Output>(
  input: ZodObject<Shape, z.core.$strict>,
  output: ZodType<Output>,
  useCase: UseCase<Output>,
) {
  const { procedure, run } = prepared(input, output, dangerousProcedure);
  return procedure.mutation(run(useCase));
}
