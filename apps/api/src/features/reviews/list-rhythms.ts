import { isReviewed, type ReviewRhythm, reviewDates, rhythmOn } from '@zhengqi/obligations';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { COMPANY, readReviewSettings, readRhythms, rhythmOf } from './queries.ts';
import { type ReviewRhythms, ReviewRhythmsInput } from './schemas.ts';

/** How often each standing duty and prohibition is reviewed, in the order of the rulebook. */
export async function listRhythms(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ReviewRhythms>> {
  parseInput(ReviewRhythmsInput, raw);
  const day = today(ctx.clock);
  return withTenant(ctx, 'read', async (tx) => {
    const settings = await readReviewSettings(tx, day);
    const newest = new Map((await readRhythms(tx)).map((row) => [row.dutyId, row]));
    return {
      mark: 'O',
      company: { version: newest.get(COMPANY)?.version ?? 0, ...view(rhythmOn(settings, COMPANY, day)) },
      duties: tx.rules.rulebook.duties.filter(isReviewed).map(({ id, clause, title }) => {
        const row = newest.get(id);
        const own = row === undefined ? null : rhythmOf(row);
        const next = reviewDates(settings, id, day).at(-1);
        return {
          dutyId: id,
          clause,
          title,
          version: row?.version ?? 0,
          own: own && view(own),
          effective: view(rhythmOn(settings, id, day)),
          nextOn: next !== undefined && next.dueOn >= day ? next.dueOn : null,
        };
      }),
    };
  });
}

function view({ everyMonths, firstOn, off }: ReviewRhythm) {
  return { everyMonths, firstOn, off };
}
