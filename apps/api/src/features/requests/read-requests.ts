import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import * as q from './queries.ts';
import { requestRows } from './request-view.ts';
import * as s from './schemas.ts';

/** Requests of a company, newest first. */
export async function listRequests(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.RequestPage>> {
  const input = parseInput(s.ListRequestsInput, raw);
  const after = decodeCursor(input.cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await q.readRequests(tx, input, today(ctx.clock), after);
    const { items, nextCursor } = pageOf(rows, input.limit, (row) => [row.createdAt, row.id]);
    return { items: await requestRows(tx, ctx, items), nextCursor };
  });
}

/** How many wait for whom. */
export async function countRequests(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.RequestCounts>> {
  parseInput(s.RequestCountsInput, raw);
  return withTenant(ctx, 'read', (tx) => q.countRequests(tx, today(ctx.clock)));
}

/** One request with everything that was given. */
export async function getRequest(ctx: TenantContext, raw: unknown): Promise<s.RequestDetail> {
  const { requestId } = parseInput(s.GetRequestInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const request = await q.readRequest(tx, requestId);
    const [row] = await requestRows(tx, ctx, [request]);
    if (!row) throw notFound();
    return s.RequestDetail.parse({ ...row, message: request.message, things: await thingsOf(tx, requestId) });
  });
}

async function thingsOf(tx: TenantTransaction, requestId: string) {
  const people = await readPeople(tx);
  const files = await q.readAnswerFiles(tx, requestId);
  const evidence = await q.readAnswerEvidence(tx, requestId);
  const answers = Map.groupBy(await q.readAnswers(tx, requestId), ({ thingId }) => thingId);
  return (await q.readThings(tx, [requestId])).map(
    ({ id, label, hint, form, evidenceKind, materialId, state, reason, batch }) => ({
      itemId: publicId('requestThing', id),
      label,
      hint,
      form,
      evidenceKind,
      materialId,
      state,
      reason,
      answers: (answers.get(id) ?? []).map((answer) => {
        const file = answer.fileId === null ? undefined : files.get(answer.fileId);
        return {
          id: publicId('requestAnswer', answer.id),
          batch: answer.batch,
          current: answer.batch === batch,
          at: answer.at,
          by: answer.actorKind === 'user' ? people(answer.actorId) : null,
          byKind: answer.actorKind,
          form: answer.form,
          file: file
            ? {
                fileId: publicId('file', file.id),
                name: file.name,
                mediaType: file.mediaType,
                sizeBytes: file.sizeBytes,
              }
            : null,
          text: answer.text,
          evidenceId: publicIdOrNull('evidence', evidence.get(answer.id) ?? null),
        };
      }),
    }),
  );
}

/** What was done with a request, latest first. */
export async function requestHistory(ctx: TenantContext, raw: unknown): Promise<s.RequestHistory> {
  const { requestId } = parseInput(s.GetRequestInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    await q.readRequest(tx, requestId);
    const people = await readPeople(tx);
    const rows = await q.readRequestLog(tx, requestId);
    return s.RequestHistory.parse({
      items: rows.map(({ seq, at, actorKind, actorId, move, thingId, data }) => ({
        seq,
        at,
        by: actorKind === 'user' ? people(actorId) : null,
        byKind: actorKind,
        move,
        itemId: publicIdOrNull('requestThing', thingId),
        data,
      })),
    });
  });
}
