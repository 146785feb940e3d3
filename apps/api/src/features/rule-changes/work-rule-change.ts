import { and, eq } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { ruleChange, ruleChangeCompany } from '../../db/schema/rules.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { recordAudit } from '../record-audit.ts';
import { adoptInCompany, type CompanyOutcome, type KnownChange, takeBackInCompany } from './company-step.ts';
import { previewInCompany } from './preview-change.ts';
import { readPendingCompany, readRuleChange, type RuleChangeTableRow } from './queries.ts';
import { type ChangeState, CompanyState } from './schemas.ts';

/** What each state of work leads to when no company is left. */
const SETTLED: Readonly<Partial<Record<string, ChangeState>>> = {
  previewing: 'previewed',
  adopting: 'adopted',
  'taking-back': 'taken-back',
};

/** The outcome of a company, with how many of its changed items somebody has worked on where that was counted. */
type Outcome = CompanyOutcome & { workedOn?: number };

/**
 * Does the next company of a change: looks, adopts or takes back, whatever the change is at. Each company is a transaction
 * of its own with the right of the person who asked; then it is noted. A stop between the two does it once more, which
 * changes nothing.
 * @param ctxOf context of a job in the name of that person, for an organisation
 * @returns whether any company may be left
 */
export async function workOneCompany(
  ctxOf: (tenantId: string) => TenantContext,
  tenantId: string,
  changeId: string,
): Promise<boolean> {
  const ctx = ctxOf(tenantId);
  const next = await withTenant(ctx, 'read', async (tx) => {
    const change = await readRuleChange(tx, changeId);
    if (!change || SETTLED[change.state] === undefined) return undefined;
    return { change, company: await readPendingCompany(tx, changeId) };
  });
  if (next === undefined) return false;
  const { change, company } = next;
  if (company === undefined) {
    await withTenant(ctx, 'write', (tx) => settle(tx, ctx, changeId));
    return false;
  }
  const known = { id: changeId, content: change.content };
  const became = await inCompany(ctxOf(company.companyId), change.state, known);
  // Nothing newer came where this change never did.
  const isUntouched = became.state === 'moved-on' && company.state !== 'adopted';
  const outcome = isUntouched ? { ...became, state: CompanyState.parse(company.state) } : became;
  await withTenant(ctx, 'write', (tx) => note(tx, ctx, change, company.companyId, outcome));
  return true;
}

async function inCompany(ctx: TenantContext, state: string, change: KnownChange): Promise<Outcome> {
  try {
    if (state === 'previewing') return await withTenant(ctx, 'read', (tx) => previewInCompany(tx, ctx, change.content));
    const step = state === 'adopting' ? adoptInCompany : takeBackInCompany;
    return await withTenant(ctx, 'write', (tx) => step(tx, ctx, change));
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal' || error.code === 'unavailable') throw error;
    return { state: 'refused', counts: null, note: error.text };
  }
}

async function note(
  tx: TenantTransaction,
  ctx: TenantContext,
  seen: RuleChangeTableRow,
  companyId: string,
  { state, counts, note: text, workedOn }: Outcome,
): Promise<void> {
  const change = await readRuleChange(tx, seen.id, true);
  // It was taken back while this company was adopting: that has to be taken back too.
  const isLate = state === 'adopted' && change !== undefined && change.state !== seen.state;
  await tx.db
    .update(ruleChangeCompany)
    .set({
      state,
      pending: isLate,
      note: text,
      at: nowInstant(ctx.clock),
      // What adopting brought is kept beside its taking back.
      ...(counts === null || state === 'taken-back' ? {} : { counts }),
      ...(workedOn === undefined ? {} : { workedOn }),
    })
    .where(and(eq(ruleChangeCompany.changeId, seen.id), eq(ruleChangeCompany.companyId, companyId)));
  if (!isLate) return;
  await setState(tx, ctx, change, 'taking-back');
  await enqueue(tx, ctx, 'work-rule-change', { changeId: seen.id });
}

async function settle(tx: TenantTransaction, ctx: TenantContext, changeId: string): Promise<void> {
  const change = await readRuleChange(tx, changeId, true);
  const next = change && SETTLED[change.state];
  if (change === undefined || next === undefined) return;
  if ((await readPendingCompany(tx, changeId)) !== undefined) {
    await enqueue(tx, ctx, 'work-rule-change', { changeId });
    return;
  }
  await setState(tx, ctx, change, next);
  if (next === 'previewed' || next === 'adopted' || next === 'taken-back')
    await recordAudit(tx, ctx, `rule-change.${next}`, { type: 'rule-change', id: changeId });
}

async function setState(
  tx: TenantTransaction,
  ctx: TenantContext,
  { id, version }: RuleChangeTableRow,
  state: ChangeState,
): Promise<void> {
  await tx.db
    .update(ruleChange)
    .set({ state, version: version + 1, updatedAt: nowInstant(ctx.clock) })
    .where(eq(ruleChange.id, id));
}
