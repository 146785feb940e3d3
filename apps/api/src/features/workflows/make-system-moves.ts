import { applyMove, dueSystemMoves, parseInstant, WORKFLOWS, workflowOf } from '@zhengqi/obligations';
import { and, inArray, isNull } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { workflow } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notify } from '../notifications/notify.ts';
import { recordAudit } from '../record-audit.ts';
import { environmentOf } from './environment.ts';
import { loadInstance } from './instance.ts';
import type { WorkflowTableRow } from './queries.ts';
import { storeMove } from './store-move.ts';

/** Kinds of work in which a date alone brings something about, and the states from which it does. */
const MOVED_BY_DATE = WORKFLOWS.filter(({ moves }) => Object.values(moves).some(({ by }) => by === 'system'));
const STATES = MOVED_BY_DATE.flatMap(({ moves }) =>
  Object.values(moves).flatMap(({ by, from }) => (by === 'system' ? from : [])),
);

/**
 * Makes the moves that a date alone brings about, such as the end of a window without a filing, and tells whoever is
 * responsible. The product never records more than that the day has passed.
 */
export async function makeSystemMoves(tx: TenantTransaction, ctx: TenantContext): Promise<number> {
  const rows = await tx.db
    .select()
    .from(workflow)
    .where(
      and(
        isNull(workflow.endedAt),
        inArray(
          workflow.kind,
          MOVED_BY_DATE.map(({ kind }) => kind),
        ),
        inArray(workflow.state, STATES),
      ),
    )
    .orderBy(workflow.id)
    .for('update');
  let made = 0;
  for (const row of rows) if (await moveByDate(tx, ctx, row)) made += 1;
  return made;
}

async function moveByDate(tx: TenantTransaction, ctx: TenantContext, row: WorkflowTableRow): Promise<boolean> {
  const { instance } = await loadInstance(tx, row);
  const env = await environmentOf(tx, ctx, row.licenceId);
  const now = parseInstant(nowInstant(ctx.clock));
  const [move] = dueSystemMoves(instance, now, env);
  if (move === undefined) return false;
  const result = applyMove(instance, { move, data: {}, by: { kind: 'system' }, now }, env);
  if (!result.moved) return false;
  const { row: after } = await storeMove(tx, ctx, row, result, null);
  const detail = { kind: row.kind, move, from: row.state, to: after.state, version: after.version };
  await recordAudit(tx, ctx, 'workflow.moved', { type: 'workflow', id: row.id }, detail);
  const table = workflowOf(row.kind);
  const state = table.states[after.state]?.name ?? table.name;
  await notify(tx, ctx, {
    kind: 'workflow',
    subject: { type: 'workflow', id: row.id },
    stage: `${move}:${after.version}`,
    recipients: row.responsibleId === null ? 'managers' : [row.responsibleId],
    title: { zh: `${table.name.zh}：${state.zh}`, en: `${table.name.en}: ${state.en}` },
    detail: null,
    path: `/workflows/${publicId('workflow', row.id)}`,
  });
  return true;
}
