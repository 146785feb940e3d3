import type { MoveRefusal, Workflow } from '@zhengqi/obligations';
import { parseInstant, workflowOf } from '@zhengqi/obligations';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type AppError, conflict, invalidInput } from '../../errors.ts';
import { readPeople } from '../people.ts';
import { readLog, type WorkflowTableRow } from './queries.ts';

/** Every reason of the domain against a move, each at its place in the input. */
export function refusedMove(refusals: readonly MoveRefusal[]): AppError {
  return invalidInput(refusals.map(({ at, message }) => ({ path: at, message })));
}

/** @throws AppError `conflict` when somebody else was faster, saying who did what and when */
export async function requireVersion(tx: TenantTransaction, row: WorkflowTableRow, version: number): Promise<void> {
  if (row.version === version) return;
  const last = (await readLog(tx, row.id)).at(-1);
  const name = last === undefined ? null : ((await readPeople(tx))(last.actorId)?.name ?? null);
  const move = moveName(workflowOf(row.kind), last?.move ?? 'open');
  const at = parseInstant(last?.at ?? row.startedAt)
    .slice(0, 16)
    .replace('T', ' ');
  const message = {
    zh: `该流程已被更新，最近一步是${name ?? '他人'}于 ${at}（北京时间）的“${move.zh}”。您的操作没有执行；请先看最新状态。`,
    en: `The workflow has moved on: the last step is “${move.en}” by ${name ?? 'somebody else'} at ${at} (Beijing time). Yours was not carried out: look at the new state first.`,
  };
  throw conflict(message.zh, message.en, [{ path: 'version', message }]);
}

/** A move in words; the opening and the taking back are in no table. */
export function moveName(workflow: Workflow, move: string) {
  if (move === 'open') return { zh: '开立', en: 'Start' };
  if (move === 'take-back') return { zh: '撤回一步', en: 'Take back a step' };
  return workflow.moves[move]?.name ?? { zh: move, en: move };
}
