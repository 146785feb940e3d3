import type { z } from 'zod';
import { nowInstant } from '../../clock.ts';
import { publicId } from '../../db/ids.ts';
import { parseInput } from '../../parse-input.ts';
import { type OperatorContext, requireDone } from './operator-context.ts';
import { type BreakGlassOutput, EndBreakGlassInput } from './schemas.ts';

/** Ends a look into an organisation, the operator's own or a colleague's. One that is over stays as it is. */
export async function endBreakGlass(ctx: OperatorContext, raw: unknown): Promise<z.infer<typeof BreakGlassOutput>> {
  const { id } = parseInput(EndBreakGlassInput, raw);
  const { rows } = await ctx.pool.query<{ outcome: 'done' | 'not-operator' | 'not-found' | 'unchanged' }>(
    'select authz.end_break_glass($1, $2, $3, $4) as outcome',
    [ctx.credential, id, nowInstant(ctx.clock), ctx.requestId],
  );
  requireDone(rows[0]?.outcome);
  return { id: publicId('breakGlass', id) };
}
