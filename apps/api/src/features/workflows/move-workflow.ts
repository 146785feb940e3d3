import { applyMove, parseInstant, workflowStandingOf, workflowOf } from '@zhengqi/obligations';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { actorOf } from './actor.ts';
import { environmentOf } from './environment.ts';
import { loadInstance } from './instance.ts';
import { linkItems } from './link-items.ts';
import { lockWorkflow, type WorkflowTableRow } from './queries.ts';
import { recordEventsOf } from './record-events.ts';
import { refusedMove, requireVersion } from './refuse.ts';
import { MoveInput, StateKind, type WorkflowResult } from './schemas.ts';
import { settleItems } from './settle-items.ts';
import { storeMove } from './store-move.ts';

/**
 * Makes one move of a piece of work. The domain decides; what it says the move brings about is carried out in the same
 * transaction: items filed and closed with the receipt or owed again, trigger events recorded.
 * @throws AppError `not-found`, `conflict` when somebody else was faster, `invalid-input` with every reason against it
 */
export async function moveWorkflow(ctx: TenantContext, raw: unknown): Promise<WorkflowResult> {
  const { workflowId, version, move, data, by } = parseInput(MoveInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const row = await lockForMove(tx, workflowId, version);
    const { actor, userId } = await actorOf(tx, by);
    const { instance } = await loadInstance(tx, row);
    const env = await environmentOf(tx, ctx, row.licenceId);
    const now = parseInstant(nowInstant(ctx.clock));
    const result = applyMove(instance, { move, data, by: actor, now }, env);
    if (!result.moved) throw refusedMove(result.refusals);
    const before = workflowStandingOf(instance);
    const { row: after, standing } = await storeMove(tx, ctx, row, result, userId);
    const events = await recordEventsOf(tx, ctx, row.id, result.entry.seq, standing);
    await linkItems(tx, after, standing.values);
    const { entry, effects } = result;
    const made = { table: workflowOf(row.kind), entry, effects, before, after: standing, userId };
    const items = await settleItems(tx, ctx, after, made);
    const detail = { kind: row.kind, move, from: before.state, to: standing.state, version: after.version };
    await recordAudit(tx, ctx, 'workflow.moved', { type: 'workflow', id: row.id }, detail);
    return resultOf(after, { items, events });
  });
}

/** Takes the locks of a move in their order, and refuses a version that is not the present one. */
export async function lockForMove(
  tx: TenantTransaction,
  workflowId: string,
  version: number,
): Promise<WorkflowTableRow> {
  requirePermission(tx.access, 'workflow:work');
  await lockSchedule(tx);
  const row = await lockWorkflow(tx, workflowId);
  if (!row) throw notFound();
  await requireVersion(tx, row, version);
  return row;
}

/** How the work stands after a move. */
export function resultOf(
  row: WorkflowTableRow,
  { items, events }: Pick<WorkflowResult, 'items' | 'events'>,
): WorkflowResult {
  return {
    workflowId: publicId('workflow', row.id),
    version: row.version,
    state: row.state,
    stateKind: StateKind.parse(row.stateKind),
    asksNewLicence: row.asksNewLicence,
    items,
    events,
  };
}
