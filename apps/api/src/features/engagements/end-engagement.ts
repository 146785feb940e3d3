import { sql } from 'drizzle-orm';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import { parseInput } from '../../parse-input.ts';
import { askAuthority } from '../ask-authority.ts';
import { type Done, EndEngagementInput } from './schemas.ts';

interface Ended extends Record<string, unknown> {
  outcome: 'done' | 'unchanged' | 'missing';
  company: string;
  consultancy: string;
  tell: string[];
}

/**
 * Either side ends an engagement. The consultancy's people, and its keys, are out at their next statement; the owners of
 * the other side are told. A company that closes can do it too.
 * @throws AppError `not-found`; `forbidden` for others than owners and admins
 */
export async function endEngagement(ctx: TenantContext, raw: unknown): Promise<Done> {
  const { engagementId } = parseInput(EndEngagementInput, raw);
  return withTenant(ctx, 'settle', async (tx) => {
    const question = sql`select * from authz.end_engagement(${engagementId}, ${ctx.requestId})`;
    const [ended] = await askAuthority<Ended>(tx, question);
    if (!ended || ended.outcome === 'missing') throw notFound();
    const data = { organisation: ended.company, consultancy: ended.consultancy };
    for (const to of ended.tell) await enqueueMail(tx, { to, template: 'engagement-ended', data });
    return { ok: true };
  });
}
