import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { type OperatorContext, requireDone } from './operator-context.ts';
import { SetStatusInput, type SetStatusOutput } from './schemas.ts';

/**
 * Suspends an organisation (nobody sees it), puts it into closing (it can be read and exported), or opens it again. It
 * takes effect at the next statement of everybody, and stands with its reason in the audit of the organisation.
 */
export async function setOrganisationStatus(
  ctx: OperatorContext,
  raw: unknown,
): Promise<z.infer<typeof SetStatusOutput>> {
  const { organisationId, status, reason } = parseInput(SetStatusInput, raw);
  const { rows } = await ctx.pool.query<{ outcome: 'done' | 'not-operator' | 'not-found' | 'unchanged' }>(
    'select authz.operator_set_status($1, $2, $3, $4, $5, $6) as outcome',
    [ctx.credential, organisationId, status, reason, nowInstant(ctx.clock), ctx.requestId],
  );
  const outcome = rows[0]?.outcome;
  requireDone(outcome);
  if (outcome === 'unchanged') throw conflict('该组织已处于此状态。', 'The organisation is in this state already.');
  return { organisationId: publicId('organisation', organisationId), status };
}
