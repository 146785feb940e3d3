import type { RequestContext } from '../context.ts';
import { AppError } from '../errors.ts';
import { INSECURE_ORIGIN, ownOrigin, protectsCookies } from './origin.ts';

/** @throws AppError `insecure-origin` when the browser would drop the session cookie, or send it where others can read it */
export function requireProtectedOrigin(ctx: RequestContext): void {
  if (!protectsCookies(ownOrigin(ctx.origin, ctx.services.publicUrl)))
    throw new AppError('insecure-origin', INSECURE_ORIGIN);
}
