import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { ruleChange, ruleChangeCompany } from '../../db/schema/rules.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { forbidden, invalidField, notFound } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { contentOf } from './change-content.ts';
import { readOpenCompanies } from './queries.ts';
import { StartRuleChangeInput, type StartRuleChangeOutput } from './schemas.ts';

const CHUNK = 500;

/**
 * Starts to look at a change of rules over companies: the worker counts for each what it would do, and nothing is adopted
 * until somebody says so.
 * @throws AppError `not-found` when one of the companies is not open to the person on behalf of this organisation
 */
export async function startRuleChange(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof StartRuleChangeOutput>> {
  const { change, organisationIds } = parseInput(StartRuleChangeInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'rule:roll-out');
    const { userId } = tx.access;
    // Its jobs act in the name of a person and end with that person's right.
    if (userId === null) throw forbidden();
    const content = await contentOf(tx, change);
    const open = new Set((await readOpenCompanies(tx)).map(({ id }) => id));
    const companies = [...new Set(organisationIds ?? open)];
    if (companies.some((id) => !open.has(id))) throw notFound();
    if (companies.length === 0)
      throw invalidField('organisationIds', '没有可处理的企业。', 'No company is open to you here.');
    const id = ctx.newId();
    const at = nowInstant(ctx.clock);
    await tx.db.insert(ruleChange).values({
      ...{ tenantId: tx.tenantId, id, version: 1, content, state: 'previewing', reason: null },
      ...{ startedBy: userId, startedAt: at, updatedAt: at },
    });
    const rows = companies.map((companyId) => ({
      ...{ tenantId: tx.tenantId, changeId: id, companyId, state: 'waiting', pending: true },
      ...{ counts: null, note: null, at },
    }));
    for (let i = 0; i < rows.length; i += CHUNK) await tx.db.insert(ruleChangeCompany).values(rows.slice(i, i + CHUNK));
    const detail = { type: content.type, companies: companies.length };
    await recordAudit(tx, ctx, 'rule-change.started', { type: 'rule-change', id }, detail);
    await enqueue(tx, ctx, 'work-rule-change', { changeId: id });
    return { changeId: publicId('ruleChange', id), version: 1, companies: companies.length };
  });
}
