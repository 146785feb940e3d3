import type { Finding } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { licence as licenceTable, licenceRevision } from '../../db/schema/licences.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { checkLicenceFields } from './check-licence-fields.ts';
import { licenceColumns } from './licence-columns.ts';
import { readDocument } from './read-document.ts';
import { RegisterLicenceInput, type RegisterLicenceOutput } from './schemas.ts';
import { storeDocument } from './store-document.ts';

/**
 * Registers a licence: its confirmed fields, the document they were read from, the provisions of that document, and the
 * schedule that follows. All of it or nothing. The document is read again here; a reading sent by the caller is not taken.
 * @param said what was found odd before, to be told with the rest
 * @throws AppError `invalid-input` with each place, `conflict` when the number is registered in this organisation
 */
export async function registerLicence(
  ctx: TenantContext,
  raw: unknown,
  said: readonly Finding[] = [],
): Promise<z.infer<typeof RegisterLicenceOutput>> {
  const input = parseInput(RegisterLicenceInput, raw);
  const document = input.document === null ? null : readDocument(input.document, ctx.rules.rulebook);
  const { licence, errors, warnings } = checkLicenceFields(input.licence);
  if (errors.length > 0) throw invalidInput(errors);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'licence:write');
    await lockSchedule(tx);
    const id = ctx.newId();
    const at = nowInstant(ctx.clock);
    await tx.db.insert(licenceTable).values({
      tenantId: tx.tenantId,
      id,
      version: 1,
      ...licenceColumns(licence),
      createdAt: at,
      updatedAt: at,
    });
    await tx.db.insert(licenceRevision).values({
      tenantId: tx.tenantId,
      licenceId: id,
      version: 1,
      fields: licence,
      source: document === null ? 'typed' : 'document',
      reason: null,
      saidBy: tx.access.userId,
      recordedAt: at,
    });
    if (document) await storeDocument(tx, ctx, id, document);
    await recordAudit(tx, ctx, 'licence.registered', { type: 'licence', id }, { fromDocument: document !== null });
    const schedule = await regenerateOrEnqueue(tx, ctx, 'licence');
    return { licenceId: publicId('licence', id), warnings: [...said, ...warnings], schedule };
  });
}
