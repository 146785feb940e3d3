import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { listPasskeys, PasskeyView, passkeysHere } from './passkeys/queries.ts';
import { secondFactorState } from './second-factor.ts';
import type { LiveSession } from './session.ts';

export const SecurityOverview = z.strictObject({
  secondFactor: z.strictObject({
    /** There is one: an authenticator app or a passkey. */
    enrolled: z.boolean(),
    /** There is an authenticator app. */
    app: z.boolean(),
    required: z.boolean(),
    enrolBy: z.string().nullable(),
    enrolledAt: z.string().nullable(),
    recoveryCodesLeft: z.number(),
  }),
  passkeys: z.array(PasskeyView),
  /** What a dangerous act asks for. */
  proofWith: z.enum(['code', 'password']),
  /** Whether a passkey does as well, on the page that asks. */
  proofByPasskey: z.boolean(),
});
export type SecurityOverview = z.infer<typeof SecurityOverview>;

/** How the account of the person who asks is protected. */
export async function securityOverview(ctx: RequestContext & { session: LiveSession }): Promise<SecurityOverview> {
  const { id } = ctx.session.user;
  const { enrolled, appSince, required, enrolBy, recoveryCodesLeft } = await secondFactorState(ctx, id);
  return {
    secondFactor: {
      enrolled,
      app: appSince !== null,
      required,
      enrolBy: enrolBy?.toISOString() ?? null,
      enrolledAt: appSince?.toISOString() ?? null,
      recoveryCodesLeft,
    },
    passkeys: await listPasskeys(ctx, id),
    proofWith: enrolled ? 'code' : 'password',
    proofByPasskey: (await passkeysHere(ctx, id)).length > 0,
  };
}
