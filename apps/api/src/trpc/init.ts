import { initTRPC, type TRPCError } from '@trpc/server';
import { z } from 'zod';
import { noteSecurityEvent } from '../auth/security-event.ts';
import { requireStepUp } from '../auth/step-up.ts';
import type { RequestContext } from '../context.ts';
import { OrganisationId } from '../db/ids.ts';
import { AppError, unauthenticated } from '../errors.ts';
import { errorShape, toTRPCError } from './map-errors.ts';

/** What is said of a procedure beside its input and output. */
export interface ProcedureMeta {
  /** Wants a fresh proof of who sits there. */
  dangerous?: true;
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => errorShape(shape, error, ctx?.requestId ?? ''),
  });

export const { router } = t;

/**
 * Every procedure stands on this. tRPC returns a failure from `next()` instead of throwing it; it is turned into what a
 * caller may see here, once, for all procedures.
 */
const mapped = t.middleware(async ({ next, ctx, path, getRawInput }) => {
  const result = await next();
  if (result.ok) return result;
  const error = toTRPCError(result.error);
  const cause = error.cause instanceof AppError ? error.cause : undefined;
  if (cause?.code === 'internal')
    ctx.services.logger.error({ requestId: ctx.requestId, path, err: rootOf(result.error) }, 'call failed');
  else ctx.services.logger.info({ requestId: ctx.requestId, path, code: cause?.code }, 'call refused');
  if (cause?.isDenial || cause?.code === 'unauthenticated') {
    const about = { userId: ctx.session?.user.id ?? null, tenantId: organisationIn(await getRawInput()) };
    await noteSecurityEvent(ctx, 'denied', { ...about, detail: { path, code: cause.code } });
  }
  throw error;
});

/** For everybody, signed in or not. */
export const publicProcedure = t.procedure.use(mapped);

/** For people who are signed in. */
export const sessionProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.session) throw unauthenticated();
  return next({ ctx: { ...ctx, session: ctx.session } });
});

/** The organisation that a call names, whether or not it exists. */
function organisationIn(input: unknown): string | null {
  return z.object({ organisationId: OrganisationId }).safeParse(input).data?.organisationId ?? null;
}

/** For acts that cannot be taken back or open a way in: people who are signed in and proved within minutes who they are. */
export const dangerousProcedure = sessionProcedure.meta({ dangerous: true }).use(async ({ ctx, next }) => {
  await requireStepUp(ctx, ctx.session);
  return next({ ctx });
});

/** What was thrown in the procedure, out of tRPC's wrapping. */
function rootOf(error: TRPCError): unknown {
  return error.cause ?? error;
}
