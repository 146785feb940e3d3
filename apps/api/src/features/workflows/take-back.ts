import { parseInstant, workflowStandingOf, takeBack, workflowOf } from '@zhengqi/obligations';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { actorOf } from './actor.ts';
import { environmentOf } from './environment.ts';
import { loadInstance } from './instance.ts';
import { lockForMove, resultOf } from './move-workflow.ts';
import { readRunning, type WorkflowTableRow } from './queries.ts';
import { withdrawEventsOf } from './record-events.ts';
import { refusedMove } from './refuse.ts';
import { TakeBackInput, type WorkflowResult } from './schemas.ts';
import { settleItems } from './settle-items.ts';
import { storeMove } from './store-move.ts';

/**
 * Takes back the last step that still stands: it stays in the log with the reason, the items it closed are owed again,
 * the events it recorded are withdrawn.
 * @throws AppError as `moveWorkflow`; `conflict` when the step has led to a new licence in the register
 */
export async function takeBackMove(ctx: TenantContext, raw: unknown): Promise<WorkflowResult> {
  const { workflowId, version, reason, by } = parseInput(TakeBackInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const row = await lockForMove(tx, workflowId, version);
    const { actor, userId } = await actorOf(tx, by);
    const { instance } = await loadInstance(tx, row);
    const env = await environmentOf(tx, ctx, row.licenceId);
    const now = parseInstant(nowInstant(ctx.clock));
    const result = takeBack(instance, { reason, by: actor, now }, env);
    if (!result.moved) throw refusedMove(result.refusals);
    const before = workflowStandingOf(instance);
    refuseAfterReplacement(row, before.asksNewLicence, workflowStandingOf(result.instance).asksNewLicence);
    if (row.endedAt !== null) await refuseBesideRunning(tx, row);
    const { row: after, standing } = await storeMove(tx, ctx, row, result, userId);
    const { entry, effects } = result;
    const made = { table: workflowOf(row.kind), entry, effects, before, after: standing, userId };
    const items = await settleItems(tx, ctx, after, made);
    if (entry.takesBack !== undefined) await withdrawEventsOf(tx, ctx, row.id, entry.takesBack, reason);
    const detail = {
      kind: row.kind,
      seq: entry.takesBack,
      from: before.state,
      to: standing.state,
      version: after.version,
    };
    await recordAudit(tx, ctx, 'workflow.taken-back', { type: 'workflow', id: row.id }, detail);
    return resultOf(after, { items, events: [] });
  });
}

function refuseAfterReplacement(row: WorkflowTableRow, before: boolean, after: boolean): void {
  if (row.replacedVersion === null || !before || after) return;
  throw conflict(
    '许可证已按此步骤换成新证，不能撤回；登记有误的，请在许可证页更正。',
    'The licence has been replaced by this step, which cannot be taken back; correct the licence itself where it is wrong.',
  );
}

async function refuseBesideRunning(tx: TenantTransaction, row: WorkflowTableRow): Promise<void> {
  if ((await readRunning(tx, row)) === undefined) return;
  throw conflict('同一事项已另启动流程，请先结束那一个。', 'The same work has been started anew; end that one first.');
}
