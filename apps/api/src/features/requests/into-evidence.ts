import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { materialEvidence } from '../../db/schema/requests.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { addEvidence } from '../evidence/add-evidence.ts';
import { recordAudit } from '../record-audit.ts';
import { readMaterialTicks } from '../workflows/queries.ts';
import { setMaterials } from '../workflows/set-materials.ts';
import { lockItem } from '../item-work/queries.ts';
import { touchItem, writeLog } from '../item-work/write-log.ts';
import { type AnswerRow, readAnswers, type RequestTableRow, type ThingRow } from './queries.ts';

/** A thing that is accepted, and the kind of evidence that it is to be. */
export interface AcceptedThing {
  thing: ThingRow;
  kind: string | null;
  /** Place of the kind in the input. */
  path: string;
}

/**
 * Makes what was given part of the company's proof.
 * @returns ids of the evidence
 * @throws AppError `invalid-input` for a kind that the duty does not name
 */
export async function intoEvidence(
  tx: TenantTransaction,
  ctx: TenantContext,
  request: RequestTableRow,
  accepted: readonly AcceptedThing[],
): Promise<string[]> {
  const answers = await readAnswers(tx, request.id);
  const given = accepted.map((one) => ({
    ...one,
    answers: answers.filter(({ thingId, batch }) => thingId === one.thing.id && batch === one.thing.batch),
  }));
  await tickMaterials(tx, ctx, request, given);
  if (request.occurrenceId === null) {
    const wrong = accepted.find(({ kind }) => kind !== null);
    if (wrong) throw invalidField(wrong.path, '请求没有对应的事项。', 'No item stands behind the request.');
    return [];
  }
  const item = await lockItem(tx, request.occurrenceId);
  if (!item) throw new Error('a request about an item that is gone');
  const ids: string[] = [];
  for (const { kind, path, answers: pieces } of given) {
    for (const answer of pieces) {
      const piece =
        answer.fileId === null
          ? { form: 'note' as const, note: answer.text }
          : { form: 'file' as const, fileId: answer.fileId };
      const id = await addEvidence(tx, ctx, item, { ...piece, kind }, path);
      await tx.db.insert(materialEvidence).values({ tenantId: tx.tenantId, answerId: answer.id, evidenceId: id });
      const said = { evidenceId: id, form: piece.form, kind, requestId: publicId('request', request.id) };
      await writeLog(tx, ctx, item, item, 'attach-evidence', said);
      await recordAudit(tx, ctx, 'evidence.attached', { type: 'evidence', id }, { key: item.naturalKey, ...said });
      ids.push(id);
    }
  }
  await touchItem(tx, ctx, item.id);
  return ids;
}

/** Ticks lines of the workflow's list of material off, with the first file that was given for each. */
async function tickMaterials(
  tx: TenantTransaction,
  ctx: TenantContext,
  { workflowId }: RequestTableRow,
  given: readonly (AcceptedThing & { answers: readonly AnswerRow[] })[],
): Promise<void> {
  const lines = given.filter(({ thing }) => thing.materialId !== null);
  if (workflowId === null || lines.length === 0) return;
  const versions = new Map(
    (await readMaterialTicks(tx, workflowId)).map(({ materialId, version }) => [materialId, version]),
  );
  await setMaterials(ctx, {
    workflowId: publicId('workflow', workflowId),
    items: lines.map(({ thing, answers }) => {
      const file = answers.find(({ fileId }) => fileId !== null)?.fileId;
      return {
        materialId: thing.materialId,
        version: versions.get(thing.materialId ?? '') ?? 0,
        status: 'received',
        ...(file ? { fileId: publicId('file', file) } : {}),
      };
    }),
  });
}
