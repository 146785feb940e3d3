import { and, eq, inArray } from 'drizzle-orm';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { ruleChange, ruleChangeCompany } from '../../db/schema/rules.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, forbidden, notFound } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { readRuleChange, type RuleChangeTableRow } from './queries.ts';
import { AdoptInput, type ChangeState, type CompanyState, type MovedRuleChange, TakeBackInput } from './schemas.ts';

/**
 * Adopts a change that was looked at, in every company for which it was counted. The worker does it one by one and goes on
 * after a stop; who has no right in a company leaves it as it is.
 * @throws AppError `conflict` before the preview has ended, or when somebody else moved the change
 */
export async function adoptRuleChange(ctx: TenantContext, raw: unknown): Promise<MovedRuleChange> {
  const { changeId, version } = parseInput(AdoptInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const change = await requireChange(tx, changeId, version);
    if (change.content.type === 'calendar')
      throw conflict(
        '工作日安排由平台录入后自动生效，无需采用。',
        'A working-day notice counts once the platform has entered it; there is nothing to adopt.',
      );
    if (change.state !== 'previewed')
      throw conflict('预览完成后才能采用，且只能采用一次。', 'It is adopted once, after the preview has ended.');
    return move(tx, ctx, change, { state: 'adopting', reason: null, companies: ['previewed'] });
  });
}

/**
 * Takes a change back in every company that goes by it, also in the middle of adopting. Items come back as they were;
 * where something newer was adopted since, that stays.
 */
export async function takeBackRuleChange(ctx: TenantContext, raw: unknown): Promise<MovedRuleChange> {
  const { changeId, version, reason } = parseInput(TakeBackInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const change = await requireChange(tx, changeId, version);
    if (change.state !== 'adopting' && change.state !== 'adopted')
      throw conflict('只有已采用的变更才能撤回。', 'Only what was adopted can be taken back.');
    return move(tx, ctx, change, { state: 'taking-back', reason, companies: ['adopted'] });
  });
}

async function requireChange(tx: TenantTransaction, id: string, version: number): Promise<RuleChangeTableRow> {
  requirePermission(tx.access, 'rule:roll-out');
  if (tx.access.userId === null) throw forbidden();
  const change = await readRuleChange(tx, id, true);
  if (!change) throw notFound();
  if (change.version === version) return change;
  throw conflict('该变更的状态已改变，请先查看。', 'This change has moved on: look at it first.', [
    { path: 'version', message: { zh: '版本不符。', en: 'Not the version.' } },
  ]);
}

async function move(
  tx: TenantTransaction,
  ctx: TenantContext,
  { id, version }: RuleChangeTableRow,
  next: { state: 'adopting' | 'taking-back'; reason: string | null; companies: CompanyState[] },
): Promise<MovedRuleChange> {
  const { state, reason, companies } = next;
  await tx.db
    .update(ruleChange)
    .set({ state, reason, version: version + 1, updatedAt: nowInstant(ctx.clock) })
    .where(eq(ruleChange.id, id));
  await tx.db
    .update(ruleChangeCompany)
    .set({ pending: true })
    .where(and(eq(ruleChangeCompany.changeId, id), inArray(ruleChangeCompany.state, companies)));
  await recordAudit(tx, ctx, `rule-change.${state}`, { type: 'rule-change', id }, reason === null ? {} : { reason });
  await enqueue(tx, ctx, 'work-rule-change', { changeId: id });
  return { changeId: publicId('ruleChange', id), version: version + 1, state: state satisfies ChangeState };
}
