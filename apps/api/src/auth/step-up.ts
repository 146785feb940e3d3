import type { RequestContext } from '../context.ts';
import { AppError } from '../errors.ts';
import type { LiveSession } from './session.ts';

/**
 * Dangerous acts need a proof that is at most ten minutes old that the right person sits here: the sign-in itself, or
 * the second factor (without one: the password) given again.
 * @throws AppError `step-up-required`
 */
export async function requireStepUp(
  { services }: Pick<RequestContext, 'services'>,
  { credentialHash }: LiveSession,
): Promise<void> {
  if (await services.sessions.isProven(credentialHash)) return;
  throw new AppError('step-up-required', {
    zh: '该操作需要再次验证身份。',
    en: 'This needs a new proof of who you are.',
  });
}
