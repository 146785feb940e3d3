import { z } from 'zod';
import type { RequestContext } from '../../context.ts';
import { PasskeyId } from '../../db/ids.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { LiveSession } from '../session.ts';
import { PasskeyName } from './add-passkey.ts';

export const RenamePasskeyInput = z.strictObject({ passkeyId: z.string(), name: PasskeyName });
const Input = RenamePasskeyInput.extend({ passkeyId: PasskeyId });

/**
 * Calls a passkey of the person who asks something else.
 * @throws AppError `not-found`, also for one of somebody else
 */
export async function renamePasskey(
  { services, session }: RequestContext & { session: LiveSession },
  raw: z.input<typeof RenamePasskeyInput>,
): Promise<void> {
  const { passkeyId, name } = parseInput(Input, raw);
  const { rows } = await services.authPool.query<{ done: boolean }>('select authz.rename_passkey($1, $2, $3) as done', [
    session.user.id,
    passkeyId,
    name,
  ]);
  if (rows[0]?.done !== true) throw notFound();
}
