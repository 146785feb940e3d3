import {
  addDays,
  allowedMoves,
  type Bilingual,
  type MaterialItem,
  parseInstant,
  workflowOf,
} from '@zhengqi/obligations';
import type { z } from 'zod';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { workflowMaterial } from '../../db/schema/workflows.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { askInTransaction } from '../requests/ask-for-material.ts';
import type { WantedThing } from '../requests/schemas.ts';
import { environmentOf } from '../workflows/environment.ts';
import { loadInstance } from '../workflows/instance.ts';
import { listOfWork, missingOf } from '../workflows/materials.ts';
import { lockForMove, moveWorkflow } from '../workflows/move-workflow.ts';
import { readMaterialTicks, type WorkflowTableRow } from '../workflows/queries.ts';
import { type Caller, overCompanies } from './over-companies.ts';
import { AskManyInput, type AskManyResult } from './schemas.ts';

const ASK = 'ask-client';
const DAYS_TO_ANSWER = 7;
const MOST_THINGS = 30;
const LONGEST_TITLE = 200;

/** What is asked of a client for one piece of work. */
interface Asked {
  work: Bilingual;
  workflowId: string;
  lines: readonly MaterialItem[];
}

/**
 * Asks clients for what is missing: one request to each, whatever number of pieces of work it is for. Where the state
 * allows it, the work waits for the client from then on.
 */
export async function askMany(caller: Caller, raw: unknown): Promise<z.infer<typeof AskManyResult>> {
  const { items, ...said } = parseInput(AskManyInput, raw);
  const told: z.infer<typeof AskManyResult>['told'] = [];
  let asked: Asked[] = [];
  const results = await overCompanies(
    caller,
    items,
    ({ workflowId }) => publicId('workflow', workflowId),
    async (tx, ctx, { workflowId, version }) => {
      const row = await lockForMove(tx, workflowId, version);
      const ask = await askOne(tx, ctx, row, said.message);
      asked.push(ask.asked);
      return { workflowId: publicId('workflow', workflowId), version: ask.version };
    },
    async (tx, ctx, done) => {
      if (done.length > 0) told.push(await askClient(tx, ctx, asked, said));
      asked = [];
    },
  );
  return { results, told };
}

async function askOne(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: WorkflowTableRow,
  message: string,
): Promise<{ asked: Asked; version: number }> {
  const list = (await listOfWork(tx, row))?.list;
  const ticks = await readMaterialTicks(tx, row.id);
  const wanted = list === undefined ? [] : missingOf(list, ticks).filter(({ from }) => from === 'client');
  const version = await waitForClient(tx, ctx, row, [message, ...wanted.map(({ name }) => name.zh)].join('；'));
  const rows = wanted.map(({ id }) => {
    const tick = ticks.find(({ materialId }) => materialId === id);
    return {
      tenantId: tx.tenantId,
      workflowId: row.id,
      materialId: id,
      version: (tick?.version ?? 0) + 1,
      status: 'asked',
      fileId: tick?.fileId ?? null,
      note: tick?.note ?? null,
      setBy: tx.access.userId,
      recordedAt: nowInstant(ctx.clock),
    };
  });
  if (rows.length > 0) await tx.db.insert(workflowMaterial).values(rows);
  return { asked: { work: workflowOf(row.kind).name, workflowId: row.id, lines: wanted }, version };
}

/** Makes the move that says so, where the present state has it. */
async function waitForClient(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: WorkflowTableRow,
  asked: string,
): Promise<number> {
  const { instance } = await loadInstance(tx, row);
  const now = parseInstant(nowInstant(ctx.clock));
  const moves = allowedMoves(instance, now, await environmentOf(tx, ctx, row.licenceId));
  if (!moves.some(({ id, blockedBy }) => id === ASK && blockedBy.length === 0)) return row.version;
  const seen = { workflowId: publicId('workflow', row.id), version: row.version };
  return (await moveWorkflow(ctx, { ...seen, move: ASK, data: { asked: asked.slice(0, 4000) } })).version;
}

/** One request to the company for all of it: its people are told once and answer in one place. */
async function askClient(
  tx: TenantTransaction,
  ctx: TenantContext,
  asked: readonly Asked[],
  { message, dueOn, requestId }: Pick<z.output<typeof AskManyInput>, 'message' | 'dueOn' | 'requestId'>,
): Promise<{ organisationId: string; requestId: string; people: number }> {
  const single = asked.length === 1 ? asked[0] : undefined;
  const works = [...new Set(asked.map(({ work }) => work.zh))].join('、');
  const { request, told } = await askInTransaction(tx, ctx, {
    title: `请提供材料：${works}`.slice(0, LONGEST_TITLE),
    message,
    dueOn: dueOn ?? addDays(today(ctx.clock), DAYS_TO_ANSWER),
    workflowId: single?.workflowId ?? null,
    wanted: asked.flatMap((one) => wantedOf(one, single === undefined)).slice(0, MOST_THINGS),
    batchId: requestId,
  });
  return {
    organisationId: publicId('organisation', tx.tenantId),
    requestId: publicId('request', request.id),
    people: told,
  };
}

function wantedOf({ work, lines }: Asked, isOneOfSeveral: boolean): WantedThing[] {
  if (lines.length === 0) return [{ label: `${work.zh}：所需数据和材料`, form: 'either' }];
  return lines.map(({ id, name, file }) => ({
    label: (isOneOfSeveral ? `${work.zh}：${name.zh}` : name.zh).slice(0, LONGEST_TITLE),
    form: file ? 'file' : 'either',
    materialId: isOneOfSeveral ? null : id,
  }));
}
