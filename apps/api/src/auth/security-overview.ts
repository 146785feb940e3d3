import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { secondFactorState } from './second-factor.ts';
import type { LiveSession } from './session.ts';

export const SecurityOverview = z.strictObject({
  secondFactor: z.strictObject({
    enrolled: z.boolean(),
    required: z.boolean(),
    enrolBy: z.string().nullable(),
    enrolledAt: z.string().nullable(),
    recoveryCodesLeft: z.number(),
  }),
  /** What a dangerous act asks for. */
  proofWith: z.enum(['code', 'password']),
});
export type SecurityOverview = z.infer<typeof SecurityOverview>;

/** How the account of the person who asks is protected. */
export async function securityOverview(ctx: RequestContext & { session: LiveSession }): Promise<SecurityOverview> {
  const { enrolledAt, required, enrolBy, recoveryCodesLeft } = await secondFactorState(ctx, ctx.session.user.id);
  const enrolled = enrolledAt !== null;
  return {
    secondFactor: {
      enrolled,
      required,
      enrolBy: enrolBy?.toISOString() ?? null,
      enrolledAt: enrolledAt?.toISOString() ?? null,
      recoveryCodesLeft,
    },
    proofWith: enrolled ? 'code' : 'password',
  };
}
