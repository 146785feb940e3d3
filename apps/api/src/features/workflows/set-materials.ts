import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { workflowMaterial } from '../../db/schema/workflows.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, type FieldError, invalidInput, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requireFile } from '../files/queries.ts';
import { recordAudit } from '../record-audit.ts';
import { listOfWork, missingOf } from './materials.ts';
import { lockWorkflow, readMaterialTicks } from './queries.ts';
import { SetMaterialsInput, type SetMaterialsOutput } from './schemas.ts';

/**
 * Says how far lines of the list of material are. Earlier states stay in the history; each line has its own version, so
 * two people may tick different lines at once.
 * @throws AppError `not-found`, `invalid-input` for a line that is not on the list, `conflict` for one changed meanwhile
 */
export async function setMaterials(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof SetMaterialsOutput>> {
  const { workflowId, items } = parseInput(SetMaterialsInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'workflow:work');
    const row = await lockWorkflow(tx, workflowId);
    if (!row) throw notFound();
    const list = (await listOfWork(tx, row))?.list;
    const known = new Set(list?.items.map(({ id }) => id));
    const ticks = await readMaterialTicks(tx, workflowId);
    const versionOf = new Map(ticks.map(({ materialId, version }) => [materialId, version]));
    refuseUnknown(items, known);
    refuseStale(items, versionOf);
    for (const [i, { fileId }] of items.entries()) if (fileId) await requireFile(tx, fileId, `items.${i}.fileId`);
    const rows = items.map(({ materialId, version, status, fileId, note }) => ({
      tenantId: tx.tenantId,
      workflowId,
      materialId,
      version: version + 1,
      status,
      fileId: fileId ?? null,
      note: note || null,
      setBy: tx.access.userId,
      recordedAt: nowInstant(ctx.clock),
    }));
    await tx.db.insert(workflowMaterial).values(rows);
    const detail = { lines: rows.map(({ materialId, status }) => ({ materialId, status })) };
    await recordAudit(tx, ctx, 'workflow.materials-set', { type: 'workflow', id: workflowId }, detail);
    return {
      workflowId: publicId('workflow', workflowId),
      items: rows.map(({ materialId, version, status }) => ({ materialId, version, status })),
      missing: list === undefined ? 0 : missingOf(list, await readMaterialTicks(tx, workflowId)).length,
    };
  });
}

type Items = z.output<typeof SetMaterialsInput>['items'];

function refuseUnknown(items: Items, known: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const errors = items.flatMap(({ materialId }, i): FieldError[] => {
    const path = `items.${i}.materialId`;
    if (!known.has(materialId))
      return [{ path, message: { zh: '清单中没有这一项。', en: 'The list has no such line.' } }];
    if (seen.size === seen.add(materialId).size) {
      return [{ path, message: { zh: '这一项重复。', en: 'This line is there twice.' } }];
    }
    return [];
  });
  if (errors.length > 0) throw invalidInput(errors);
}

function refuseStale(items: Items, versionOf: ReadonlyMap<string, number>): void {
  const message = {
    zh: '这一项已由他人更新，请先看最新状态。',
    en: 'Somebody else has updated this line: look at its state first.',
  };
  const stale = items.flatMap(({ materialId, version }, i) =>
    version === (versionOf.get(materialId) ?? 0) ? [] : [{ path: `items.${i}.version`, message }],
  );
  if (stale.length > 0) throw conflict(message.zh, message.en, stale);
}
