import { civilDate } from '@zhengqi/obligations';
import { and, eq, sql } from 'drizzle-orm';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { materialRequest } from '../../db/schema/requests.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { answerNotices } from '../notifications/notify.ts';
import { recordAudit } from '../record-audit.ts';
import { requireDayToCome } from './ask-for-material.ts';
import type { RequestTableRow } from './queries.ts';
import { ChangeRequestInput, type Moved, WithdrawRequestInput } from './schemas.ts';
import { movedOf, openRequest } from './settle-request.ts';
import { writeRequestLog } from './write-request-log.ts';

/** Changes the words or the last day of a request that still runs. */
export async function changeRequest(ctx: TenantContext, raw: unknown): Promise<Moved> {
  const { requestId, version, title, message, dueOn } = parseInput(ChangeRequestInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'request:ask');
    const { request, things } = await openRequest(tx, { requestId, version });
    requireRunning(request);
    const day = dueOn === undefined ? request.dueOn : civilDate(dueOn);
    if (day !== request.dueOn) requireDayToCome(ctx, day);
    const wanted = {
      title: title ?? request.title,
      message: message === undefined ? request.message : message,
      dueOn: day,
    };
    const changed = (['title', 'message', 'dueOn'] as const).filter((field) => wanted[field] !== request[field]);
    if (changed.length === 0) return movedOf(request, things);
    const row = await patchRequest(tx, request, wanted);
    await writeRequestLog(tx, ctx, request.id, [{ move: 'change', data: { changed, dueOn: day } }]);
    await recordAudit(tx, ctx, 'request.changed', { type: 'request', id: request.id }, { changed, dueOn: day });
    return movedOf(row, things);
  });
}

/** Takes a request back. Its link ends; what was given stays on record. */
export async function withdrawRequest(ctx: TenantContext, raw: unknown): Promise<Moved> {
  const { reason, ...ref } = parseInput(WithdrawRequestInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'request:ask');
    const { request, things } = await openRequest(tx, ref);
    requireRunning(request);
    const row = await patchRequest(tx, request, { state: 'withdrawn', closedAt: nowInstant(ctx.clock) });
    await tx.db.execute(sql`select authz.revoke_request_link(${request.id})`);
    await answerNotices(tx, ctx, { type: 'request', id: request.id });
    await writeRequestLog(tx, ctx, request.id, [{ move: 'withdraw', data: { reason } }]);
    await recordAudit(tx, ctx, 'request.withdrawn', { type: 'request', id: request.id });
    return movedOf(row, things);
  });
}

/** @throws AppError `conflict` for a request that is over */
export function requireRunning({ state }: RequestTableRow): void {
  if (state === 'done') throw conflict('请求已办结。', 'The request is done.');
  if (state === 'withdrawn') throw conflict('请求已撤回。', 'The request was withdrawn.');
}

async function patchRequest(
  tx: TenantTransaction,
  request: RequestTableRow,
  patch: Partial<RequestTableRow>,
): Promise<RequestTableRow> {
  const change = { ...patch, version: request.version + 1 };
  await tx.db
    .update(materialRequest)
    .set(change)
    .where(and(eq(materialRequest.tenantId, tx.tenantId), eq(materialRequest.id, request.id)));
  return { ...request, ...change };
}
