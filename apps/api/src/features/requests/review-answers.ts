import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { intoEvidence } from './into-evidence.ts';
import { AcceptInput, type Accepted, DropInput, type Moved, SendBackInput, type ThingState } from './schemas.ts';
import { openRequest, requireEachOnce, requireThing, settleRequest } from './settle-request.ts';
import { tellOfRequest } from './tell-of-request.ts';
import { writeRequestLog } from './write-request-log.ts';

/**
 * Accepts what was given: of a request about an item it becomes evidence of that item, of one about a workflow it is
 * ticked off on its list of material.
 * @throws AppError `not-found`, `conflict`, `invalid-input` for a thing that was not given
 */
export async function acceptAnswers(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof Accepted>> {
  const { items, ...ref } = parseInput(AcceptInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'request:ask');
    const opened = await openRequest(tx, ref);
    requireEachOnce(
      items.map(({ itemId }) => itemId),
      (i) => `items.${i}.itemId`,
    );
    const things = items.map(({ itemId, evidenceKind }, i) => {
      const thing = requireThing(opened.things, itemId, ['answered'], `items.${i}.itemId`);
      return {
        thing,
        kind: evidenceKind === undefined ? thing.evidenceKind : evidenceKind,
        path: `items.${i}.evidenceKind`,
      };
    });
    const evidence = await intoEvidence(tx, ctx, opened.request, things);
    const changes = things.map(({ thing }) => ({ id: thing.id, state: 'accepted' as const, reason: null }));
    const { moved, request } = await settleRequest(tx, ctx, opened, changes);
    await writeRequestLog(
      tx,
      ctx,
      request.id,
      changes.map(({ id }) => ({ move: 'accept', thingId: id })),
    );
    const detail = { things: changes.map(({ id }) => id), evidence: evidence.length };
    await recordAudit(tx, ctx, 'request.accepted', { type: 'request', id: request.id }, detail);
    return { ...moved, evidence: evidence.map((id) => publicId('evidence', id)) };
  });
}

/** Sends things back: they are wanted again, and the company hears why. */
export async function sendBackAnswers(ctx: TenantContext, raw: unknown): Promise<Moved> {
  const { items, ...ref } = parseInput(SendBackInput, raw);
  return withTenant(ctx, 'write', (tx) =>
    reviewInTransaction(tx, ctx, ref, items, ['answered', 'refused'], 'sent-back'),
  );
}

/** Says that things are no longer needed, or takes a refusal as it is. */
export async function dropThings(ctx: TenantContext, raw: unknown): Promise<Moved> {
  const { items, ...ref } = parseInput(DropInput, raw);
  return withTenant(ctx, 'write', (tx) =>
    reviewInTransaction(tx, ctx, ref, items, ['wanted', 'answered', 'refused', 'sent-back'], 'dropped'),
  );
}

const MOVES = { 'sent-back': 'send-back', dropped: 'drop' } as const;

async function reviewInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  ref: { requestId: string; version: number },
  items: readonly { itemId: string; reason: string }[],
  from: readonly ThingState[],
  to: 'sent-back' | 'dropped',
): Promise<Moved> {
  requirePermission(tx.access, 'request:ask');
  const opened = await openRequest(tx, ref);
  requireEachOnce(
    items.map(({ itemId }) => itemId),
    (i) => `items.${i}.itemId`,
  );
  const changes = items.map(({ itemId, reason }, i) => {
    const thing = requireThing(opened.things, itemId, from, `items.${i}.itemId`);
    return { id: thing.id, state: to, reason };
  });
  const { moved, request } = await settleRequest(tx, ctx, opened, changes);
  await writeRequestLog(
    tx,
    ctx,
    request.id,
    changes.map(({ id, reason }) => ({ move: MOVES[to], thingId: id, data: { reason } })),
  );
  const detail = { things: changes.map(({ id }) => id) };
  await recordAudit(tx, ctx, `request.${to}`, { type: 'request', id: request.id }, detail);
  if (to === 'sent-back') await tellOfRequest(tx, ctx, request, `sent-back:${request.version}`);
  return moved;
}
