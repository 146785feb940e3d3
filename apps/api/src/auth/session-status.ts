import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { today } from '../clock.ts';
import type { RequestContext } from '../context.ts';
import { publicId } from '../db/ids.ts';
import { INSECURE_ORIGIN, ownOrigin, protectsCookies } from './origin.ts';
import { passkeysHere } from './passkeys/queries.ts';
import { findPendingSignIn } from './pending-sign-in.ts';
import { secondFactorState } from './second-factor.ts';

const OrganisationView = z.strictObject({
  id: z.string(),
  kind: z.enum(['company', 'consultancy']),
  name: z.string(),
  uscc: z.string().nullable(),
  status: z.enum(['active', 'closing']),
  role: z.enum(['owner', 'admin', 'member', 'viewer', 'consultant', 'operator']),
  level: z.enum(['read', 'write']),
  /** A company to rehearse with. */
  isSandbox: z.boolean(),
  /** When an operator's look in ends; null for everybody who belongs here. */
  until: z.string().nullable(),
});
type OrganisationView = z.infer<typeof OrganisationView>;

export const SessionStatus = z.strictObject({
  /** Nobody exists yet: the first-run set-up is due. */
  setUpRequired: z.boolean(),
  /** Today in China. */
  today: z.string(),
  signIn: z.discriminatedUnion('allowed', [
    z.strictObject({ allowed: z.literal(true) }),
    z.strictObject({ allowed: z.literal(false), reason: Bilingual }),
  ]),
  user: z.strictObject({ id: z.string(), name: z.string(), email: z.string(), emailVerified: z.boolean() }).nullable(),
  organisations: z.array(OrganisationView),
  /** The password was right; this is still to come before anybody is signed in. */
  signInStep: z.enum(['second-factor', 'enrol']).nullable(),
  /** With the step `second-factor`: what does for it, here. A recovery code always does. */
  signInWith: z.strictObject({ app: z.boolean(), passkey: z.boolean() }).nullable(),
  /** Where the person who is signed in stands with the second factor. */
  secondFactor: z
    .strictObject({ enrolled: z.boolean(), required: z.boolean(), enrolBy: z.string().nullable() })
    .nullable(),
});
export type SessionStatus = z.infer<typeof SessionStatus>;

/** Who is signed in, which organisations are open to them, and whether one can sign in from here at all. */
export async function sessionStatus(ctx: RequestContext): Promise<SessionStatus> {
  const { authPool, clock, publicUrl } = ctx.services;
  const isProtected = protectsCookies(ownOrigin(ctx.origin, publicUrl));
  const { rows } = await authPool.query<{ required: boolean }>('select authz.set_up_required() as required');
  const user = ctx.session?.user;
  return {
    setUpRequired: rows[0]?.required ?? false,
    today: today(clock),
    signIn: isProtected ? { allowed: true } : { allowed: false, reason: INSECURE_ORIGIN },
    user: user ? { ...(await addressOf(ctx, user.id)), id: publicId('user', user.id), name: user.name } : null,
    organisations: ctx.session ? await organisationsOf(ctx, ctx.session.credentialHash) : [],
    ...(await stepOf(ctx)),
    secondFactor: user ? await secondFactorOf(ctx, user.id) : null,
  };
}

async function addressOf(
  { services }: RequestContext,
  userId: string,
): Promise<{ email: string; emailVerified: boolean }> {
  const { rows } = await services.authPool.query<{ email: string; emailVerified: boolean }>(
    'select email, verified as "emailVerified" from authz.email_of($1)',
    [userId],
  );
  return rows[0] ?? { email: '', emailVerified: false };
}

async function stepOf(ctx: RequestContext): Promise<Pick<SessionStatus, 'signInStep' | 'signInWith'>> {
  const pending = ctx.session ? null : await findPendingSignIn(ctx);
  if (pending?.step !== 'second-factor') return { signInStep: pending?.step ?? null, signInWith: null };
  const { appSince } = await secondFactorState(ctx, pending.userId);
  const passkey = (await passkeysHere(ctx, pending.userId)).length > 0;
  return { signInStep: 'second-factor', signInWith: { app: appSince !== null, passkey } };
}

async function secondFactorOf(ctx: RequestContext, userId: string): Promise<SessionStatus['secondFactor']> {
  const { enrolled, required, enrolBy } = await secondFactorState(ctx, userId);
  return { enrolled, required, enrolBy: enrolBy?.toISOString() ?? null };
}

async function organisationsOf({ services }: RequestContext, credentialHash: string): Promise<OrganisationView[]> {
  const { rows } = await services.authPool.query<
    Omit<OrganisationView, 'until' | 'isSandbox'> & { until: Date | null; is_sandbox: boolean }
  >('select * from authz.organisations_of($1)', [Buffer.from(credentialHash, 'hex')]);
  return rows.map(({ is_sandbox: isSandbox, ...row }) => ({
    ...row,
    id: publicId('organisation', row.id),
    isSandbox,
    until: row.until?.toISOString() ?? null,
  }));
}
