import { sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { endOfPeriod } from './period.ts';
import { ChangeEngagementInput, type Done } from './schemas.ts';

/**
 * The company changes level and last day of an engagement, with effect at the next statement.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` at `endsOn`
 */
export async function changeEngagement(ctx: TenantContext, raw: unknown): Promise<Done> {
  const { engagementId, level, endsOn } = parseInput(ChangeEngagementInput, raw);
  const endsAt = endOfPeriod(ctx.clock, endsOn);
  return withTenant(ctx, 'write', async (tx) => {
    const outcome = await outcomeOf(
      tx,
      sql`select authz.change_engagement(${engagementId}, ${level}, ${endsAt}, ${ctx.requestId}) as outcome`,
    );
    if (outcome === 'too-long') {
      throw invalidField('endsOn', '自服务开始之日起不超过三年。', 'Three years from its beginning at most.');
    }
    return { ok: true };
  });
}
