import type { RequestContext } from '../context.ts';
import { unauthenticated } from '../errors.ts';
import { findPendingSignIn, type PendingSignIn } from './pending-sign-in.ts';

/** Who may set up a second factor: somebody who is signed in, or who may not come in before. */
export interface EnrollingPerson {
  userId: string;
  email: string;
  pending: PendingSignIn | null;
}

/** @throws AppError `unauthenticated`: above all for who owes the code of a second factor that is set up already */
export async function enrollingPerson(ctx: RequestContext): Promise<EnrollingPerson> {
  if (ctx.session) return { userId: ctx.session.user.id, email: ctx.session.user.email, pending: null };
  const pending = await findPendingSignIn(ctx);
  if (pending?.step !== 'enrol') throw unauthenticated();
  return { userId: pending.userId, email: pending.email, pending };
}
