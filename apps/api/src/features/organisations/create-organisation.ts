import type { z } from 'zod';
import { type SignedIn } from '../../auth/confirm-address.ts';
import { NewOrganisation } from '../../auth/sign-up.ts';
import { takeAttempts } from '../../auth/attempts.ts';
import { publicId } from '../../db/ids.ts';
import { AppError } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import type { CreateOrganisationOutput } from './schemas.ts';

/**
 * Founds one more organisation for somebody who has an account; its owner is the caller.
 * @throws AppError `forbidden` while the address of the account is not proven
 */
export async function createOrganisation(
  ctx: SignedIn,
  raw: unknown,
): Promise<z.infer<typeof CreateOrganisationOutput>> {
  const { kind, name, uscc } = parseInput(NewOrganisation, raw);
  const { authPool, clock, newId } = ctx.services;
  await takeAttempts(authPool, clock, [{ name: 'organisation', of: ctx.session.user.id, limit: 20, seconds: 86_400 }]);
  const id = newId();
  const { rows } = await authPool.query<{ done: boolean }>(
    'select authz.create_organisation($1, $2, $3, $4, $5, $6) as done',
    [Buffer.from(ctx.session.credentialHash, 'hex'), id, kind, name, uscc, ctx.requestId],
  );
  if (rows[0]?.done !== true) {
    throw new AppError('forbidden', { zh: '请先验证您的邮箱。', en: 'Please confirm your e-mail address first.' });
  }
  return { organisationId: publicId('organisation', id) };
}
