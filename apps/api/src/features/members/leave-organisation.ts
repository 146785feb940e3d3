import { z } from 'zod';
import type { SignedIn } from '../../auth/confirm-address.ts';
import { OrganisationId } from '../../db/ids.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { refuseMemberOutcome } from './member-outcome.ts';
import type { Done } from './schemas.ts';

export const LeaveInput = z.strictObject({ organisationId: OrganisationId });

/**
 * Ends one's own membership, whatever the role.
 * @throws AppError `not-found`; `conflict` for the last owner
 */
export async function leaveOrganisation({ services, session, requestId }: SignedIn, raw: unknown): Promise<Done> {
  const { organisationId } = parseInput(LeaveInput, raw);
  const { rows } = await services.authPool.query<{ outcome: string }>(
    'select authz.leave_organisation($1, $2, $3) as outcome',
    [Buffer.from(session.credentialHash, 'hex'), organisationId, requestId],
  );
  const outcome = rows[0]?.outcome ?? 'missing';
  if (outcome === 'missing') throw notFound();
  refuseMemberOutcome(outcome);
  return { ok: true };
}
