import { civilDate } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { requireFile } from '../files/queries.ts';
import { recordAudit } from '../record-audit.ts';
import { lockItem } from '../item-work/queries.ts';
import { touchItem, writeLog } from '../item-work/write-log.ts';
import { addEvidence } from './add-evidence.ts';
import { checkEvidence } from './check-evidence.ts';
import { AttachEvidenceInput, type AttachEvidenceOutput } from './schemas.ts';

/**
 * Attaches evidence to an item: only now does an uploaded file prove anything. The item may be in any state, also closed.
 * @throws AppError `invalid-input` with each place; `not-found`
 */
export async function attachEvidence(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AttachEvidenceOutput>> {
  const input = parseInput(AttachEvidenceInput, raw);
  checkEvidence(input);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:work');
    const item = await lockItem(tx, input.occurrenceId);
    if (!item) throw notFound();
    const file = input.fileId === undefined ? null : await requireFile(tx, input.fileId, 'fileId');
    const { form, kind, fileId, url, note, validFrom, validUntil } = input;
    const given = {
      form,
      kind,
      fileId: fileId ?? null,
      url: url ?? null,
      note: note ?? null,
      validFrom: validFrom === undefined ? null : civilDate(validFrom),
      validUntil: validUntil === undefined ? null : civilDate(validUntil),
    };
    const id = await addEvidence(tx, ctx, item, given, 'kind');
    await touchItem(tx, ctx, item.id);
    const said = { evidenceId: id, form, kind, sha256: file?.sha256 ?? null };
    await writeLog(tx, ctx, item, item, 'attach-evidence', said);
    await recordAudit(tx, ctx, 'evidence.attached', { type: 'evidence', id }, { key: item.naturalKey, ...said });
    return { evidenceId: publicId('evidence', id) };
  });
}
