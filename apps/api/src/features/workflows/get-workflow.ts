import {
  allowedMoves,
  clocksOf,
  explainStep,
  parseInstant,
  workflowStandingOf,
  workflowOf,
} from '@zhengqi/obligations';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { titleOf } from '../schedule/change-views.ts';
import { WorkState } from '../item-work/schemas.ts';
import { environmentOf } from './environment.ts';
import { type LoadedInstance, loadInstance } from './instance.ts';
import { viewMaterials } from './view-materials.ts';
import { type LinkedItem, readFileNames, readLog, readWorkflow, type WorkflowTableRow } from './queries.ts';
import { moveName } from './refuse.ts';
import { GetWorkflowInput, WorkflowDetail } from './schemas.ts';
import { workflowViews } from './workflow-view.ts';

/** One piece of work with all that is known of it: what is next, its clocks, material, items and log. */
export async function getWorkflow(ctx: TenantContext, raw: unknown): Promise<WorkflowDetail> {
  const { workflowId } = parseInput(GetWorkflowInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readWorkflow(tx, workflowId);
    if (!row) throw notFound();
    const [view] = await workflowViews(tx, ctx, [row]);
    const loaded = await loadInstance(tx, row);
    const files = await readFileNames(tx, row.id);
    return plain({
      ...view,
      tablesVersion: row.tablesVersion,
      ...(await whatIsNext(tx, ctx, row, loaded)),
      materials: await viewMaterials(tx, row, files),
      occurrences: loaded.linked.map((linked) => itemView(tx, linked)),
      log: await logView(tx, row, loaded),
      files: Object.fromEntries([...files].map(([id, name]) => [publicId('file', id), name])),
    });
  });
}

/** Through JSON: what the domain leaves undefined is left out, and nothing of it can be changed from here. */
function plain(view: object): WorkflowDetail {
  const read = WorkflowDetail.safeParse(JSON.parse(JSON.stringify(view)));
  if (read.success) return read.data;
  throw new AppError(
    'internal',
    { zh: '流程数据无法显示。', en: 'The workflow cannot be shown.' },
    { cause: read.error },
  );
}

async function whatIsNext(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: WorkflowTableRow,
  { instance }: LoadedInstance,
) {
  const env = await environmentOf(tx, ctx, row.licenceId);
  const now = parseInstant(nowInstant(ctx.clock));
  const table = workflowOf(row.kind);
  const standing = workflowStandingOf(instance);
  const last = standing.effective.at(-1);
  return {
    stateNotes: table.states[standing.state]?.notes ?? [],
    values: standing.values,
    moves: allowedMoves(instance, now, env).map(({ id, move, blockedBy }) => ({
      id,
      name: move.name,
      by: move.by,
      to: move.to,
      fields: move.fields,
      notes: move.notes ?? [],
      blockedBy,
    })),
    canTakeBack:
      last === undefined || last.move === 'open'
        ? null
        : { seq: last.seq, move: last.move, name: moveName(table, last.move) },
    clocks: clocksOf(instance, now, env).map((clock) => ({
      ...clock,
      steps: (clock.deadline?.derivation ?? []).map((step) => ({
        zh: explainStep(step, 'zh'),
        en: explainStep(step, 'en'),
      })),
    })),
    receipts: standing.receipts,
    breaches: standing.breaches,
  };
}

function itemView({ rules }: TenantTransaction, { item, done }: LinkedItem): WorkflowDetail['occurrences'][number] {
  return {
    occurrenceId: publicId('occurrence', item.id),
    dutyId: item.dutyId,
    clause: item.clause,
    title: titleOf(item.dutyId, rules.rulebook),
    action: item.action,
    dueOn: item.dueOn,
    dueAt: item.dueAt,
    workState: WorkState.parse(item.workState),
    done,
  };
}

async function logView(tx: TenantTransaction, row: WorkflowTableRow, { instance }: LoadedInstance) {
  const people = await readPeople(tx);
  const table = workflowOf(row.kind);
  const standing = new Set(workflowStandingOf(instance).effective.map(({ seq }) => seq));
  return (await readLog(tx, row.id)).map(({ seq, move, actorId, at, data, takesBack }) => ({
    seq,
    move,
    name: moveName(table, move),
    by: people(actorId),
    at,
    data,
    takesBack,
    takenBack: takesBack === null && !standing.has(seq),
  }));
}
