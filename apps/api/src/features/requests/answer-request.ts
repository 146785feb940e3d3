import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { materialAnswer } from '../../db/schema/requests.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, forbidden, invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requireFile } from '../files/queries.ts';
import { actorOf, recordAudit } from '../record-audit.ts';
import { isStillThere, readUploads, type ThingRow } from './queries.ts';
import { type Answer, AnswerRequestInput, type Moved } from './schemas.ts';
import { openRequest, requireEachOnce, requireThing, settleRequest, type ThingChange } from './settle-request.ts';
import { tellOfAnswer } from './tell-of-request.ts';
import { type LogLine, writeRequestLog } from './write-request-log.ts';

/** What was said together. */
export interface GivenAnswers {
  requestId: string;
  version: number;
  answers: readonly Answer[];
  signedAs?: string | undefined;
}

/**
 * Gives what was asked for, or says why not: in the product, by somebody who is signed in.
 * @throws AppError `not-found`, `conflict`, `invalid-input` with the place
 */
export async function answerRequest(ctx: TenantContext, raw: unknown): Promise<Moved> {
  const input = parseInput(AnswerRequestInput, raw);
  return withTenant(ctx, 'write', (tx) => answerInTransaction(tx, ctx, input));
}

/** The same for everybody who may answer, also by a link. Earlier answers stay; the newest ones count. */
export async function answerInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  given: GivenAnswers,
): Promise<Moved> {
  requirePermission(tx.access, 'request:answer');
  const opened = await openRequest(tx, given);
  if (opened.request.state === 'done')
    throw conflict('请求已办结，不再接收材料。', 'The request is done: nothing more is taken.');
  requireEachOnce(
    given.answers.map(({ itemId }) => itemId),
    (i) => `answers.${i}.itemId`,
  );
  const { actorKind, actorId } = actorOf(tx, ctx);
  if (actorId === null || (actorKind !== 'user' && actorKind !== 'link')) throw forbidden();
  const fileOf = await filesAtHand(tx, ctx, opened.request.id);
  const rows: (typeof materialAnswer.$inferInsert)[] = [];
  const changes: ThingChange[] = [];
  const log: LogLine[] = [];
  for (const [i, answer] of given.answers.entries()) {
    const path = `answers.${i}`;
    const thing = requireThing(
      opened.things,
      answer.itemId,
      ['wanted', 'sent-back', 'answered', 'refused'],
      `${path}.itemId`,
    );
    requireForm(thing, answer, path);
    const batch = thing.batch + 1;
    const row = {
      tenantId: tx.tenantId,
      requestId: thing.requestId,
      thingId: thing.id,
      batch,
      actorKind,
      actorId,
      at: nowInstant(ctx.clock),
    };
    for (const [j, fileId] of (answer.fileIds ?? []).entries()) {
      const fileName = await fileOf(fileId, `${path}.fileIds.${j}`);
      rows.push({ ...row, id: ctx.newId(), form: 'file', fileId, fileName });
    }
    if (answer.text !== undefined) rows.push({ ...row, id: ctx.newId(), form: 'text', text: answer.text });
    if (answer.refusal !== undefined) rows.push({ ...row, id: ctx.newId(), form: 'refusal', text: answer.refusal });
    const isRefused = answer.refusal !== undefined;
    changes.push({ id: thing.id, state: isRefused ? 'refused' : 'answered', reason: answer.refusal ?? null, batch });
    log.push({
      move: isRefused ? 'refuse' : 'answer',
      thingId: thing.id,
      data: { batch, files: answer.fileIds?.length ?? 0, ...(given.signedAs ? { signedAs: given.signedAs } : {}) },
    });
  }
  await tx.db.insert(materialAnswer).values(rows);
  const { moved, request } = await settleRequest(tx, ctx, opened, changes);
  await writeRequestLog(tx, ctx, request.id, log);
  const detail = {
    things: changes.map(({ id, state }) => ({ id, state })),
    files: rows.filter(({ form }) => form === 'file').length,
  };
  await recordAudit(tx, ctx, 'request.answered', { type: 'request', id: request.id }, { by: actorKind, ...detail });
  if (moved.state === 'answered') await tellOfAnswer(tx, ctx, request);
  return moved;
}

/** Names of files that may be given: in the product any of the company, by a link only those that came through it. */
async function filesAtHand(tx: TenantTransaction, ctx: TenantContext, requestId: string) {
  if (!tx.access.link) return async (id: string, path: string) => (await requireFile(tx, id, path)).name;
  const now = nowInstant(ctx.clock);
  const uploads = new Map((await readUploads(tx, requestId)).map((row) => [row.fileId, row]));
  return async (id: string, path: string) => {
    const upload = uploads.get(id);
    if (upload && isStillThere(upload.at, now)) return upload.name;
    throw invalidField(path, '没有这个文件，请重新上传。', 'There is no such file; upload it again.');
  };
}

/** @throws AppError `invalid-input` when an answer says nothing, or not what was asked for */
function requireForm({ form }: ThingRow, { fileIds, text, refusal }: Answer, path: string): void {
  if (refusal !== undefined) {
    if (fileIds === undefined && text === undefined) return;
    throw invalidField(
      `${path}.refusal`,
      '已提供内容，不能同时说明不提供。',
      'Something is given: it cannot be refused as well.',
    );
  }
  if (form === 'file' && fileIds === undefined) throw invalidField(`${path}.fileIds`, '请上传文件。', 'Upload a file.');
  if (form === 'text' && text === undefined) throw invalidField(`${path}.text`, '请填写文字。', 'Write something.');
  if (form === 'text' && fileIds !== undefined)
    throw invalidField(`${path}.fileIds`, '此项只需文字。', 'Only words are asked for here.');
  if (fileIds === undefined && text === undefined) {
    throw invalidField(
      path,
      '请上传文件、填写文字，或说明不提供的原因。',
      'Upload a file, write something, or say why it is not given.',
    );
  }
}
