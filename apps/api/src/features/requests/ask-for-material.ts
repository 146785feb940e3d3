import { type CivilDate, civilDate, dutyById, evidenceKinds } from '@zhengqi/obligations';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { materialRequest, materialRequestThing } from '../../db/schema/requests.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { forbidden, invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { listOfWork } from '../workflows/materials.ts';
import { readWorkflow } from '../workflows/queries.ts';
import { readItem } from '../item-work/queries.ts';
import { AskInput, type AskOutput, type WantedThing } from './schemas.ts';
import { tellOfRequest } from './tell-of-request.ts';
import { writeRequestLog } from './write-request-log.ts';

/** What is asked for. */
export interface Asked {
  title: string;
  message?: string | null | undefined;
  dueOn: string;
  occurrenceId?: string | null | undefined;
  workflowId?: string | null | undefined;
  wanted: readonly WantedThing[];
  batchId?: string;
}

/**
 * Asks the company for material: one message for all things, told to its people at once.
 * @throws AppError `invalid-input` for a day that has passed, an item or workflow that is not there, a kind of evidence
 * that the duty does not name
 */
export async function askForMaterial(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AskOutput>> {
  const input = parseInput(AskInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    const { request, told } = await askInTransaction(tx, ctx, input);
    return { requestId: publicId('request', request.id), version: request.version, told };
  });
}

/** The same in a transaction, for one client of many. */
export async function askInTransaction(tx: TenantTransaction, ctx: TenantContext, asked: Asked) {
  requirePermission(tx.access, 'request:ask');
  const dueOn = civilDate(asked.dueOn);
  requireDayToCome(ctx, dueOn);
  await requireSubject(tx, asked);
  const { rows } = await tx.db.execute<{ id: string; name: string }>(sql`select * from authz.asking_organisation()`);
  const [organisation] = rows;
  if (!organisation) throw forbidden();
  const request = {
    tenantId: tx.tenantId,
    id: ctx.newId(),
    version: 1,
    title: asked.title,
    message: asked.message ?? null,
    dueOn,
    occurrenceId: asked.occurrenceId ?? null,
    workflowId: asked.workflowId ?? null,
    state: 'open' as const,
    askedBy: tx.access.userId,
    askedFor: organisation.id,
    askedForName: organisation.name,
    batchId: asked.batchId ?? null,
    createdAt: nowInstant(ctx.clock),
    answeredAt: null,
    answerRound: 0,
    closedAt: null,
  };
  await tx.db.insert(materialRequest).values(request);
  await tx.db.insert(materialRequestThing).values(
    asked.wanted.map(({ label, hint, form, evidenceKind, materialId }, position) => ({
      tenantId: tx.tenantId,
      requestId: request.id,
      id: ctx.newId(),
      position,
      label,
      hint: hint ?? null,
      form,
      evidenceKind: evidenceKind ?? null,
      materialId: materialId ?? null,
      state: 'wanted' as const,
      batch: 0,
    })),
  );
  await writeRequestLog(tx, ctx, request.id, [{ move: 'ask', data: { dueOn, things: asked.wanted.length } }]);
  await recordAudit(
    tx,
    ctx,
    'request.asked',
    { type: 'request', id: request.id },
    { dueOn, things: asked.wanted.length },
  );
  const { told } = await tellOfRequest(tx, ctx, request, 'asked');
  return { request, told: told.length };
}

/** @throws AppError `invalid-input` at `dueOn` */
export function requireDayToCome(ctx: TenantContext, dueOn: CivilDate): void {
  if (dueOn < today(ctx.clock)) throw invalidField('dueOn', '截止日不能早于今天。', 'The day must not have passed.');
}

async function requireSubject(tx: TenantTransaction, { occurrenceId, workflowId, wanted }: Asked): Promise<void> {
  const work = workflowId == null ? undefined : await readWorkflow(tx, workflowId);
  if (workflowId != null && !work) throw invalidField('workflowId', '没有这个流程。', 'There is no such workflow.');
  const item = occurrenceId == null ? undefined : await readItem(tx, occurrenceId);
  if (occurrenceId != null && !item) throw invalidField('occurrenceId', '没有这个事项。', 'There is no such item.');
  const lines = new Set((work && (await listOfWork(tx, work))?.list.items.map(({ id }) => id)) ?? []);
  for (const [i, { evidenceKind, materialId }] of wanted.entries()) {
    if (evidenceKind != null) requireEvidenceKind(tx, item?.dutyId, evidenceKind, `wanted.${i}.evidenceKind`);
    if (materialId != null && !lines.has(materialId)) {
      throw invalidField(
        `wanted.${i}.materialId`,
        '流程的材料清单中没有这一项。',
        'The list of material of the workflow has no such line.',
      );
    }
  }
}

/**
 * Refuses a kind of evidence that the duty of an item does not name.
 * @param dutyId of the item; undefined when no item stands behind the request
 * @throws AppError `invalid-input` at `path`
 */
export function requireEvidenceKind(
  { rules }: TenantTransaction,
  dutyId: string | undefined,
  kind: string,
  path: string,
): void {
  if (dutyId === undefined) {
    throw invalidField(
      path,
      '请求没有对应的事项，不能指定证据种类。',
      'No item stands behind the request: leave the kind out.',
    );
  }
  const known = evidenceKinds(dutyById(rules.rulebook, dutyId)).map((one) => one.kind);
  if (known.includes(kind)) return;
  const names = known.join('、');
  throw invalidField(
    path,
    `该义务没有这类证据；可选：${names}。`,
    `The duty names no such evidence; it names: ${names}.`,
  );
}
