import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { type OperatorContext, requireDone } from './operator-context.ts';
import { type BreakGlassOutput, OpenBreakGlassInput } from './schemas.ts';

/**
 * Lets the operator read in one organisation, for minutes and for a reason. The organisation sees that at once, in its
 * audit and in the list of looks into it.
 */
export async function openBreakGlass(ctx: OperatorContext, raw: unknown): Promise<z.infer<typeof BreakGlassOutput>> {
  const { organisationId, reason, minutes } = parseInput(OpenBreakGlassInput, raw);
  const id = ctx.newId();
  const { rows } = await ctx.pool.query<{ outcome: 'done' | 'not-operator' | 'not-found' | 'suspended' }>(
    'select authz.open_break_glass($1, $2, $3, $4, $5, $6, $7) as outcome',
    [ctx.credential, id, organisationId, reason, minutes, nowInstant(ctx.clock), ctx.requestId],
  );
  const outcome = rows[0]?.outcome;
  requireDone(outcome);
  if (outcome === 'suspended')
    throw conflict(
      '该组织已停用，任何人都不能查看；请先恢复。',
      'The organisation is suspended, so nobody sees it; open it again first.',
    );
  return { id: publicId('breakGlass', id) };
}
