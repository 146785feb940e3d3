import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { licence as licenceTable, licenceRevision } from '../../db/schema/licences.ts';
import { workflow } from '../../db/schema/workflows.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidInput, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { checkLicenceFields } from '../licences/check-licence-fields.ts';
import { changedFields } from '../licences/correct-licence.ts';
import { licenceColumns } from '../licences/licence-columns.ts';
import { readLicence } from '../licences/queries.ts';
import { readDocument } from '../licences/read-document.ts';
import { storeDocument } from '../licences/store-document.ts';
import { recordAudit } from '../record-audit.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { lockForMove } from './move-workflow.ts';
import { ReplaceLicenceInput, type ReplaceLicenceOutput } from './schemas.ts';

/**
 * Takes the new certificate into the register at the end of a piece of work. The licence keeps its id, so that everything
 * ever done under it stays with it; what the old certificate said stays in its history, and the number may be the same.
 * @throws AppError `not-found`, `invalid-input`, `conflict` when no new certificate is awaited or somebody was faster
 */
export async function replaceLicence(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof ReplaceLicenceOutput>> {
  const input = parseInput(ReplaceLicenceInput, raw);
  const document = input.document === null ? null : readDocument(input.document, ctx.rules.rulebook);
  const { licence, errors, warnings } = checkLicenceFields(input.licence);
  if (errors.length > 0) throw invalidInput(errors);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'licence:write');
    const row = await lockForMove(tx, input.workflowId, input.version);
    const old = row.licenceId === null ? undefined : await readLicence(tx, row.licenceId);
    if (!old) throw notFound();
    if (!row.asksNewLicence) {
      throw conflict(
        '此流程目前没有待登记的新证；请先登记领取新证。',
        'No new certificate is awaited here; record its receipt first.',
      );
    }
    if (old.version !== input.licenceVersion) {
      throw conflict(
        '该许可证已被他人修改，请刷新后再登记新证。',
        'Somebody else changed this licence; reload it before you take in the new certificate.',
        [{ path: 'licenceVersion', message: { zh: '版本不是最新。', en: 'Not the present version.' } }],
      );
    }
    const at = nowInstant(ctx.clock);
    const version = old.version + 1;
    const changed = changedFields(old.fields, licence);
    const columns = { ...licenceColumns(licence), version, heldSince: old.heldSince ?? old.issuedOn, updatedAt: at };
    await tx.db.update(licenceTable).set(columns).where(eq(licenceTable.id, old.id));
    await tx.db.insert(licenceRevision).values({
      tenantId: tx.tenantId,
      licenceId: old.id,
      version,
      fields: licence,
      source: 'replacement',
      reason: null,
      saidBy: tx.access.userId,
      recordedAt: at,
    });
    if (document) await storeDocument(tx, ctx, old.id, document);
    const done = { asksNewLicence: false, replacedVersion: version, version: row.version + 1 };
    await tx.db.update(workflow).set(done).where(eq(workflow.id, row.id));
    const detail = { changed, version, workflow: publicId('workflow', row.id) };
    await recordAudit(tx, ctx, 'licence.replaced', { type: 'licence', id: old.id }, detail);
    const schedule = await regenerateOrEnqueue(tx, ctx, 'licence');
    return {
      workflowId: publicId('workflow', row.id),
      version: done.version,
      licenceId: publicId('licence', old.id),
      licenceVersion: version,
      changed,
      warnings,
      schedule,
    };
  });
}
