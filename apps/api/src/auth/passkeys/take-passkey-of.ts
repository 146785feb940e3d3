import type { RequestContext } from '../../context.ts';
import { invalidField } from '../../errors.ts';
import type { PasskeyUse } from './challenge.ts';
import type { PasskeyResponse } from './responses.ts';
import { takePasskey } from './take-passkey.ts';

/**
 * Uses a passkey where it is known who must have it: after the password, or in a session.
 * @throws AppError `invalid-input` at `passkey`, also for the good passkey of somebody else
 */
export async function takePasskeyOf(
  ctx: RequestContext,
  userId: string,
  response: PasskeyResponse,
  use: PasskeyUse,
): Promise<void> {
  if ((await takePasskey(ctx, response, use)) === userId) return;
  throw invalidField(
    'passkey',
    '该通行密钥未被接受，请重试，或改用验证码。',
    'The passkey was not accepted; try again, or use a code.',
  );
}
